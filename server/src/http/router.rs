//! Who answers what, and what every answer carries.

use axum::extract::{Extension, Path, Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{delete, get, post};
use axum::{Router, http};
use http::{HeaderName, HeaderValue, header};

use super::caller::{self, Caller};
use super::failure::Failure;
use super::{api, asked, assets, checkup, desk, health, host, live, moderate, packed, participant, polling, screens};
use crate::App;

/// Scripts and styles come from this instance alone; pictures also as data, for small ones in decks.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'";

/// For a year browsers come to this host by https alone. Other hosts below it are not ours to speak for.
const HSTS: &str = "max-age=31536000";

/// All routes.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/", get(participant::start))
        .route("/join", get(participant::join))
        .route("/privacy", get(host::privacy))
        .route("/language", post(host::language))
        .route("/stage", get(screens::wait))
        .route("/stage/{screen}", get(screens::choose).post(screens::give))
        .route("/test", get(checkup::page))
        .route("/test/state", post(checkup::state))
        .route("/test/live", get(live::trial::line))
        .route("/{code}", get(participant::room))
        .route("/{code}/answers", post(participant::answer))
        .route("/{code}/live", get(live::participant))
        .route("/{code}/state", get(polling::state))
        .route("/{code}/frames", post(polling::frames))
        .route("/sign-in", get(host::sign_in_needed))
        // What a mail program asks about a link before anybody opens it must not use it up.
        .route("/sign-in/{link}", get(host::sign_in).head(host::sign_in_needed))
        .route("/sign-out", post(host::sign_out))
        .merge(rooms())
        .merge(desk_pages())
        .nest("/api/v1", api())
        .route("/assets/{file}", get(asset))
        .route("/healthz", get(health::healthz))
        .route("/metrics", get(health::metrics))
        .fallback(nothing_here)
        .method_not_allowed_fallback(not_that_way)
        .layer(middleware::from_fn(asked::in_our_words))
        .layer(middleware::from_fn_with_state(app.clone(), caller::know))
        .layer(middleware::from_fn(packed::pages))
        .layer(middleware::from_fn_with_state(app.clone(), headers))
        .with_state(app)
}

fn rooms() -> Router<App> {
    Router::new()
        .route("/rooms/{room}/enter/{role}/{secret}", get(host::enter))
        .route("/rooms/{room}/stage", get(host::stage))
        .route("/rooms/{room}/presenter", get(host::presenter))
        .route("/rooms/{room}/moderator", get(host::moderator))
        .route("/rooms/{room}/remote", get(host::remote))
        .route("/rooms/{room}/control", post(host::control))
        .route("/rooms/{room}/moderate", post(moderate::form))
        .route("/rooms/{room}/live", get(live::host))
        .route("/rooms/{room}/state", get(polling::host))
}

fn desk_pages() -> Router<App> {
    Router::new()
        .route("/desk", get(desk::home::home))
        .route("/desk/decks", post(desk::home::add_deck))
        .route("/desk/decks/{deck}", get(desk::decks::deck).post(desk::decks::change))
        .route("/desk/decks/{deck}/rooms", post(desk::decks::start_room))
        .route("/desk/decks/{deck}/delete", post(desk::decks::delete))
        .route("/desk/rooms/{room}", get(desk::room))
        .route("/desk/rooms/{room}/control", post(desk::control))
        .route("/desk/rooms/{room}/export", get(desk::export))
        .route("/desk/rooms/{room}/erase", post(desk::erase))
        .route("/desk/rooms/{room}/participants", post(desk::removing::participants))
        .route("/desk/rooms/{room}/delete", post(desk::delete_room))
        .route("/desk/rooms/{room}/links", post(desk::links::renew))
        .route("/desk/sessions", get(desk::sessions::list))
        .route("/desk/sessions/end", post(desk::sessions::end))
}

fn api() -> Router<App> {
    Router::new()
        .route("/openapi.json", get(api::openapi))
        .route("/decks", get(api::decks::list).post(api::decks::add))
        .route("/decks/{deck}", get(api::decks::get).put(api::decks::change).delete(api::decks::remove))
        .route("/rooms", get(api::rooms::list).post(api::rooms::open))
        .route("/rooms/{room}", get(api::rooms::get).delete(api::rooms::remove))
        .route("/rooms/{room}/control", post(api::rooms::control))
        .route("/rooms/{room}/moderate", post(moderate::call))
        .route("/rooms/{room}/screen", post(api::rooms::screen))
        .route("/rooms/{room}/links", post(api::rooms::renew_link))
        .route("/rooms/{room}/participants/remove", post(api::participants::remove))
        .route("/rooms/{room}/participants/return", post(api::participants::bring_back))
        .route("/rooms/{room}/results", get(api::rooms::results))
        .route("/rooms/{room}/export", get(api::rooms::export))
        .route("/rooms/{room}/answers/{answer}", delete(api::rooms::erase))
        .fallback(async || Failure::not_found())
        .method_not_allowed_fallback(async || {
            Failure::new(
                http::StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "This address does not take that method.",
            )
        })
}

async fn asset(Path(file): Path<String>, headers: http::HeaderMap) -> Response {
    assets::respond(&file, &headers)
}

async fn nothing_here(State(_): State<App>, Extension(caller): Extension<Caller>) -> Response {
    Failure::not_found().page(caller.language())
}

async fn not_that_way(Extension(caller): Extension<Caller>) -> Response {
    let detail = "This address does not take that method.";
    Failure::new(http::StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail).page(caller.language())
}

/// Pages are never stored by anybody on the way; assets say for themselves how long they last.
async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut add = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    add(header::CONTENT_SECURITY_POLICY, POLICY);
    add(header::REFERRER_POLICY, "same-origin");
    add(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(header::CACHE_CONTROL, "no-store");
    add(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    add(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    add(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if app.settings.has_https() {
        add(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    response
}
