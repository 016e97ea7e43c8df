//! How routes are made: each names its path, the right that it needs and a handler that asks for
//! just that right, or it does not compile. What was made is also a list, for tests and for whoever
//! has to know which addresses are pages.
//!
//! ```compile_fail,E0277
//! use server::http::rights::{OWNER, Anyone};
//! use server::http::routes::Routes;
//! async fn list(_: Anyone) {}
//! Routes::default().get("/decks", OWNER, list);
//! ```
//!
//! ```compile_fail,E0277
//! use server::http::rights::OWNER;
//! use server::http::routes::Routes;
//! async fn list() {}
//! Routes::default().get("/decks", OWNER, list);
//! ```
//!
//! ```compile_fail,E0061
//! use server::http::rights::Owner;
//! use server::http::routes::Routes;
//! async fn list(_: Owner) {}
//! Routes::default().get("/decks", list);
//! ```
//!
//! ```
//! use server::http::rights::{OWNER, Owner};
//! use server::http::routes::Routes;
//! async fn list(_: Owner) {}
//! Routes::default().get("/decks", OWNER, list);
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::handler::Handler;
use axum::routing::{MethodFilter, on};
use axum::{Extension, Router, middleware};
use http::Method;
use http::request::Parts;

use super::failure_format;
use super::rights::{FirstIs, Needs, Right};
use crate::App;

/// One call that is answered.
#[derive(Clone, Debug)]
pub struct RouteInfo {
    pub method: Method,
    /// With its parameters in braces.
    pub path: String,
    /// The name of the right.
    pub right: &'static str,
    /// Of a form: the page beside it that shows what came of it, where that is not the page above.
    shown_by: Option<&'static str>,
}

/// Routes that were made so far.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    calls: Vec<RouteInfo>,
}

macro_rules! by_method {
    ($($name:ident $method:ident),*) => {
        $(
            #[doc = concat!("Answers `", stringify!($method), "` at a path to who has that right.")]
            pub fn $name<R: Right, H, T>(self, path: &str, right: Needs<R>, handler: H) -> Self
            where
                H: Handler<T, App>,
                T: FirstIs<R> + 'static,
            {
                self.call(Method::$method, MethodFilter::$method, path, right, handler)
            }
        )*
    };
}

impl Routes {
    by_method!(get GET, head HEAD, post POST, put PUT, delete DELETE);

    fn call<R: Right, H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &str,
        _: Needs<R>,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: FirstIs<R> + 'static,
    {
        self.calls.push(RouteInfo {
            method,
            path: path.to_owned(),
            right: R::NAME,
            shown_by: None,
        });
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// What came of the form just named is shown by this page beside it.
    pub fn shown_by(mut self, page: &'static str) -> Self {
        self.calls
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|call| call.shown_by = Some(page));
        self
    }

    /// These, and what they refuse as a page.
    pub fn for_people(mut self) -> Self {
        self.router = self
            .router
            .layer(middleware::from_fn(failure_format::for_people));
        self
    }

    /// These, and what they refuse as a problem (RFC 9457).
    pub fn for_programs(mut self) -> Self {
        self.router = self
            .router
            .layer(middleware::from_fn(failure_format::for_programs));
        self
    }

    /// All of both.
    pub fn and(mut self, others: Self) -> Self {
        self.router = self.router.merge(others.router);
        self.calls.extend(others.calls);
        self
    }

    /// These, and others whose paths begin with `prefix`.
    pub fn nest(mut self, prefix: &str, others: Self) -> Self {
        self.router = self.router.nest(prefix, others.router);
        let below = others.calls.into_iter().map(|call| RouteInfo {
            path: format!("{prefix}{}", call.path),
            ..call
        });
        self.calls.extend(below);
        self
    }

    /// What is answered where there is nothing, and where there is something that does not take
    /// that method.
    pub fn otherwise<N, M, S, T>(mut self, nothing_here: N, not_that_way: M) -> Self
    where
        N: Handler<S, App>,
        M: Handler<T, App>,
        S: 'static,
        T: 'static,
    {
        self.router = self
            .router
            .fallback(nothing_here)
            .method_not_allowed_fallback(not_that_way);
        self
    }

    /// The router, and every call that it answers.
    pub fn finish(self) -> (Router<App>, Addresses) {
        let addresses = Addresses(self.calls.into());
        (self.router.layer(Extension(addresses.clone())), addresses)
    }
}

/// Every call that is answered.
#[derive(Clone)]
pub struct Addresses(Arc<[RouteInfo]>);

impl Addresses {
    /// All of them.
    pub fn calls(&self) -> &[RouteInfo] {
        &self.0
    }

    /// Where somebody looks who was at this path: there, or where that takes forms alone at the
    /// page that shows what came of them.
    pub fn page_of(&self, path: &str) -> String {
        let at = self.at(path);
        let Some(form) = at
            .first()
            .filter(|_| at.iter().all(|call| call.method != Method::GET))
        else {
            return path.to_owned();
        };
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        let page = form
            .shown_by
            .map_or_else(|| above.to_owned(), |page| format!("{above}/{page}"));
        if self.at(&page).iter().any(|call| call.method == Method::GET) {
            page
        } else {
            "/".to_owned()
        }
    }

    /// The calls of the path that answers there: of several that fit, the most literal one.
    fn at(&self, path: &str) -> Vec<&RouteInfo> {
        let fits = self.0.iter().filter(|call| fits(&call.path, path));
        let Some(best) = fits.max_by_key(|call| literal(&call.path)) else {
            return Vec::new();
        };
        self.0
            .iter()
            .filter(|call| call.path == best.path)
            .collect()
    }
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{')
}

fn fits(pattern: &str, path: &str) -> bool {
    let same = |(pattern, part): (&str, &str)| {
        if is_parameter(pattern) {
            !part.is_empty()
        } else {
            pattern == part
        }
    };
    pattern.split('/').count() == path.split('/').count()
        && pattern.split('/').zip(path.split('/')).all(same)
}

/// Which parts of a path are literal, from its beginning on.
fn literal(path: &str) -> Vec<bool> {
    path.split('/').map(|part| !is_parameter(part)).collect()
}

impl<S: Send + Sync> FromRequestParts<S> for Addresses {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get()
            .cloned()
            .unwrap_or_else(|| Self(Arc::default())))
    }
}
