//! Who asks: address, language, cookies, token, and whether the request comes from one of our own
//! pages.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use client::language::Language;
use http::request::Parts;
use http::{Extensions, HeaderMap, Method, header};
use shared::host::{Actor, HostRole};
use shared::ids::RoomId;

use super::accept::Peer;
use super::cookies::Cookies;
use super::failure::Failure;
use super::hops;
use super::hosts::rewritten::Sends;
use super::hosts::{LocalAddress, RequestHost};
use crate::App;
use crate::auth::identity::{self, Claim};
use crate::auth::links::{self, same};
use crate::auth::pass::Pass;
use crate::auth::{HeldRole, Rights, screens, sessions};
use crate::lobby::FoundRoom;
use crate::log_throttle::LogThrottle;

mod origin;

use origin::{Origin, origin};

/// The cookie that remembers a language somebody chose.
pub const LANGUAGE_COOKIE: &str = "peil_lang";

/// The cookie that is given to see whether it comes back.
pub const CHECKUP_COOKIE: &str = "peil_test";

static WRONG_TOKEN: LogThrottle = LogThrottle::new();

/// Rooms of one browser that are looked at.
const ROOMS_HELD: usize = 20;

/// What is known of the caller.
#[derive(Clone, Debug)]
pub struct Caller {
    pub address: IpAddr,
    /// Chosen by the person, or asked for by their browser.
    pub language: Option<Language>,
    /// Chosen by the person on this browser.
    pub chosen: Option<Language>,
    /// What their cookie says of who they are.
    pub claim: Option<Claim>,
    /// Whether the request names other addresses by an `X-Forwarded-For` that is not believed.
    pub unheard: bool,
    /// `http://host:port` as the browser sees this instance.
    pub base: String,
    /// Whether the request comes from a page of another site.
    pub is_foreign: bool,
    cookies: Cookies,
    bearer: Option<String>,
    /// Whether a cookie may carry a host's rights in this request.
    trusted: bool,
}

/// Who asks, beside the request. Handlers learn of them by a right alone ([`super::rights`]).
#[derive(Clone)]
struct CallerExtension(Arc<Caller>);

/// Who asks.
///
/// # Panics
/// Where a request came to a handler without passing [`know`].
pub fn of(extensions: &Extensions) -> Arc<Caller> {
    let CallerExtension(caller) = extensions.get().expect("every request passes `know`");
    caller.clone()
}

/// The language of whoever asks, as far as that is known yet.
pub fn language_of(extensions: &Extensions) -> Language {
    extensions
        .get()
        .map(|CallerExtension(caller)| caller.language())
        .unwrap_or_default()
}

/// The language of whoever asks, for handlers that answer refusals by themselves.
pub struct Spoken(pub Language);

impl<S: Send + Sync> FromRequestParts<S> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(language_of(&parts.extensions)))
    }
}

/// Whether programs ask at a path, and not people.
pub fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/")
}

/// For whoever watches this machine, by whatever name they know it; and what a page that says no is
/// drawn with, which is everybody's.
fn is_under_any_name(path: &str) -> bool {
    matches!(path, "/healthz" | "/metrics") || path.starts_with("/assets/")
}

/// Works out who asks, and refuses what is meant for another host or comes from a foreign page.
pub async fn know(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let named = request
        .extensions()
        .get::<RequestHost>()
        .cloned()
        .unwrap_or_else(|| RequestHost::said(request.headers()));
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let origin = origin(
        request.headers(),
        named.as_str(),
        app.settings.public_url.as_deref(),
    );
    let caller = caller(&app, &request, &named, (origin, changes));
    look_for_a_proxy(
        &app,
        &request,
        &named,
        changes.then(|| Sends {
            known: caller.is_known(),
        }),
    );
    let language = caller.language();
    request
        .extensions_mut()
        .insert(CallerExtension(Arc::new(caller)));
    let refused = misplaced(&app, &request, &named);
    match refused.or_else(|| (changes && origin == Origin::Foreign).then(Failure::foreign_origin)) {
        Some(failure) if is_for_programs(request.uri().path()) => failure.problem(),
        Some(failure) => failure.page(language),
        None => next.run(request).await,
    }
}

/// Where nobody said by which name people reach this instance, a proxy may pass it another.
fn look_for_a_proxy(app: &App, request: &Request, named: &RequestHost, sends: Option<Sends>) {
    if app.settings.public_url.is_none()
        && app
            .rewritten
            .is_found_by(request.headers(), named.as_str(), sends)
    {
        let app = app.clone();
        tokio::spawn(async move { app.rewritten.tell(&app.store).await });
    }
}

/// Why a request is not for this instance, if it is not.
fn misplaced(app: &App, request: &Request, named: &RequestHost) -> Option<Failure> {
    if *named == RequestHost::Broken {
        return Some(Failure::malformed(
            "The request does not name its host, or not one alone.",
        ));
    }
    let public_url = app.settings.public_url.as_deref()?;
    let ours = named.is_ours(
        public_url,
        request.extensions().get::<LocalAddress>().copied(),
    );
    (!ours && !is_under_any_name(request.uri().path())).then(|| Failure::misdirected(public_url))
}

fn caller(
    app: &App,
    request: &Request,
    named: &RequestHost,
    (origin, changes): (Origin, bool),
) -> Caller {
    let peer = request
        .extensions()
        .get::<Peer>()
        .map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip());
    let headers = request.headers();
    // A page of another site can open a socket with our cookies: only the Origin tells.
    let carries = changes || headers.contains_key(header::UPGRADE);
    let cookies = Cookies::of(headers, app.bare_cookies.are_read(Instant::now()));
    Caller {
        address: hops::client(peer, headers, &app.settings.trusted_proxies),
        language: language(&cookies, headers),
        chosen: cookies.get(LANGUAGE_COOKIE).and_then(Language::of_tag),
        claim: app.identities.read(cookies.all(identity::COOKIE)),
        unheard: headers.contains_key("x-forwarded-for") && !is_trusted(app, peer),
        base: app
            .settings
            .public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", named.as_str())),
        bearer: bearer(headers),
        is_foreign: origin == Origin::Foreign,
        trusted: !carries || origin == Origin::Own,
        cookies,
    }
}

impl Caller {
    /// Whether they hold the API token or the owner's session.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn is_owner(&self, app: &App) -> Result<bool, Failure> {
        if let (Some(bearer), Some(token)) = (&self.bearer, &app.settings.token) {
            let right = same(bearer, token);
            if !right && WRONG_TOKEN.may_log() {
                tracing::warn!("a request came with a wrong API token");
            }
            return Ok(right);
        }
        match self.cookies.get(sessions::COOKIE).filter(|_| self.trusted) {
            Some(session) => Ok(sessions::is_one(&app.store, session).await?),
            None => Ok(false),
        }
    }

    /// What a socket in that role would rest on, to be looked at again while it is open.
    pub fn pass(&self, app: &App, room: &RoomId, role: HostRole) -> Pass {
        let bearer = self.bearer.as_ref().zip(app.settings.token.as_ref());
        let session = self.session().filter(|_| self.trusted && bearer.is_none());
        let proof = |role: HostRole| {
            Some((
                role,
                self.cookies
                    .get(&links::cookie_name(room, role))?
                    .to_owned(),
            ))
        };
        Pass {
            room: room.clone(),
            role,
            token: bearer.is_some_and(|(bearer, token)| same(bearer, token)),
            session: session.map(sessions::name_of),
            proofs: links::ROLES
                .into_iter()
                .filter_map(proof)
                .filter(|_| self.trusted)
                .collect(),
        }
    }

    /// What they may do in a room.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn rights_in(&self, app: &App, found: &FoundRoom) -> Result<Rights, Failure> {
        let roles = links::ROLES.into_iter();
        let roles = roles.filter_map(|role| self.held(found, role)).collect();
        let owner = self.is_owner(app).await?.then(|| self.as_owner());
        Ok(Rights::of(owner, roles))
    }

    /// That role in a room, where a cookie proves it.
    pub fn held(&self, found: &FoundRoom, role: HostRole) -> Option<HeldRole> {
        let cookie = self.cookies.get(&links::cookie_name(&found.id, role));
        links::proven(found, role, cookie.filter(|_| self.trusted)?)
    }

    /// As whom an owner acts.
    pub fn as_owner(&self) -> Actor {
        match self.bearer {
            Some(_) => Actor::Token,
            None => Actor::Owner,
        }
    }

    /// Whether they bring a cookie that this instance gave for more than a visit.
    fn is_known(&self) -> bool {
        self.claim.is_some() || self.session().is_some()
    }

    /// The owner's session cookie, to be ended.
    pub fn session(&self) -> Option<&str> {
        self.cookies.get(sessions::COOKIE)
    }

    /// The secret of a screen that waits for a room.
    pub fn screen(&self) -> Option<&str> {
        self.cookies.get(screens::COOKIE)
    }

    /// Whether the cookie of the page that tries things out came back.
    pub fn tries(&self) -> bool {
        self.cookies.get(CHECKUP_COOKIE).is_some()
    }

    /// Rooms whose links this browser may hold; what they are worth the cookies have to prove.
    pub fn rooms_held(&self) -> Vec<RoomId> {
        let names = self.cookies.names().filter_map(links::room_in);
        names
            .collect::<BTreeSet<_>>()
            .into_iter()
            .take(ROOMS_HELD)
            .collect()
    }

    /// The language of pages that no deck speaks for.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// Whether cookies to this browser may be marked `Secure`.
    pub fn is_secure(&self) -> bool {
        self.base.starts_with("https://")
    }

    /// The host of [`Caller::base`], as people type it.
    pub fn host(&self) -> &str {
        self.base
            .split_once("://")
            .map_or(self.base.as_str(), |(_, host)| host)
    }
}

/// Whether an address is one of a proxy of ours.
fn is_trusted(app: &App, address: IpAddr) -> bool {
    app.settings
        .trusted_proxies
        .iter()
        .any(|network| network.contains(address))
}

fn language(cookies: &Cookies, headers: &HeaderMap) -> Option<Language> {
    let asked = || {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| Language::accepted(value.to_str().ok()?))
    };
    cookies
        .get(LANGUAGE_COOKIE)
        .and_then(Language::of_tag)
        .or_else(asked)
}

/// The token of an `Authorization: Bearer` header.
pub fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}
