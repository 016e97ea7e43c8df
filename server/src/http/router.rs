//! Who answers what, and what every answer carries.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::failure::Failure;
use super::pages::{
    after_page, by_hand, desk, host, language, moderate, participant, privacy, questions,
    quick_question, screens, sign_in, tablets, unsubscribe,
};
use super::request_context::{self, Spoken};
use super::rights::{
    ANY_ROLE, ANYONE, Anyone, CONTROLLER, FOLLOWER, LINK_HOLDER, MODERATOR, MONITOR, OWNER,
    PRESENTER, PROJECTOR, SCREEN_GIVER, SPEAKER, STAGE,
};
use super::routes::Routes;
use super::{
    api, assets, checkup, compression, health, polling, query_params, result_files, websocket,
};
use crate::App;

/// Scripts and styles come from this instance alone; pictures also as data, for small ones in
/// decks.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'";

/// For a year browsers come to this host by https alone. Other hosts below it are not ours to speak
/// for.
const HSTS: &str = "max-age=31536000";

/// All routes.
pub fn router(app: App) -> Router {
    let (routes, _) = routes().finish();
    routes
        .layer(middleware::from_fn(query_params::in_our_words))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            request_context::know,
        ))
        .layer(middleware::from_fn(compression::pages))
        .layer(middleware::from_fn_with_state(app.clone(), headers))
        .with_state(app)
}

/// What there is, and which right each of it needs.
pub(super) fn routes() -> Routes {
    let pages = participants()
        .and(screens())
        .and(hosts())
        .and(desk_pages())
        .and(desk_files())
        .for_people();
    let asked = sockets_and_questions().and(machine()).for_programs();
    pages
        .and(asked)
        .nest("/api/v1", api().for_programs())
        .otherwise(nothing_here, not_that_way)
}

/// What anybody finds, and what participants send by forms.
fn participants() -> Routes {
    Routes::default()
        .get("/", ANYONE, participant::start)
        .get("/join", ANYONE, participant::join)
        .get("/privacy", ANYONE, privacy::page)
        .post("/language", ANYONE, language::choose)
        .get("/test", ANYONE, checkup::page)
        .get("/unsubscribe/{way_out}", ANYONE, unsubscribe::page)
        .post("/unsubscribe/{way_out}", ANYONE, unsubscribe::unsubscribe)
        .get("/p/{slug}", ANYONE, after_page::page)
        .get("/{code}", ANYONE, participant::room)
        .post("/{code}/answers", ANYONE, participant::answer)
        .post("/{code}/more-time", ANYONE, participant::more_time)
        .post("/{code}/reactions", ANYONE, participant::react)
        .post("/{code}/group", ANYONE, participant::choose_group)
        .post("/{code}/finish", ANYONE, participant::finish)
        .get("/{code}/tablet/{secret}", ANYONE, participant::offer)
        .post("/{code}/tablet", ANYONE, participant::share)
        .get("/assets/{file}", ANYONE, asset)
}

fn screens() -> Routes {
    Routes::default()
        .get("/stage", ANYONE, screens::wait)
        .get("/stage/{screen}", PROJECTOR, screens::choose)
        .post("/stage/{screen}", SCREEN_GIVER, screens::give)
}

fn hosts() -> Routes {
    Routes::default()
        .get("/sign-in", ANYONE, sign_in::needed)
        // The link is the proof, and it is used up by whoever opens it; what a mail program asks
        // about it before must not do that.
        .get("/sign-in/{link}", ANYONE, sign_in::sign_in)
        .head("/sign-in/{link}", ANYONE, sign_in::needed)
        .post("/sign-out", ANYONE, sign_in::sign_out)
        .get(
            "/rooms/{room}/enter/{role}/{secret}",
            LINK_HOLDER,
            sign_in::enter,
        )
        .get("/rooms/{room}/stage", STAGE, host::stage)
        .get("/rooms/{room}/presenter", PRESENTER, host::presenter)
        .get("/rooms/{room}/next", PRESENTER, host::upcoming)
        .get("/rooms/{room}/survey/{question}", PRESENTER, host::survey)
        .get("/rooms/{room}/console", PRESENTER, host::console)
        .get("/rooms/{room}/links", PRESENTER, host::links)
        .get("/rooms/{room}/groups", PRESENTER, host::groups)
        .get("/rooms/{room}/tablets", PRESENTER, tablets::page)
        .post("/rooms/{room}/tablets", PRESENTER, tablets::press)
        .get("/rooms/{room}/typed", MODERATOR, by_hand::page)
        .post("/rooms/{room}/typed", MODERATOR, by_hand::enter)
        .post("/rooms/{room}/question", PRESENTER, quick_question::ask)
        .shown_by("console")
        .get("/rooms/{room}/moderator", MODERATOR, host::moderator)
        .get("/rooms/{room}/qa", SPEAKER, questions::page)
        .post("/rooms/{room}/qa", SPEAKER, questions::press)
        .get("/rooms/{room}/remote", CONTROLLER, host::remote)
        .post("/rooms/{room}/control", CONTROLLER, host::control)
        .shown_by("remote")
        .post(
            "/rooms/{room}/moderate",
            ANY_ROLE,
            moderate::moderate_by_form,
        )
        .shown_by("moderator")
}

/// What the scripts of pages ask for, and their sockets.
fn sockets_and_questions() -> Routes {
    Routes::default()
        .post("/test/state", ANYONE, checkup::state)
        .get("/test/live", ANYONE, websocket::checkup::socket)
        .get("/{code}/live", ANYONE, websocket::participant)
        .get("/{code}/state", ANYONE, polling::state)
        .post("/{code}/frames", ANYONE, polling::frames)
        .get("/rooms/{room}/live", FOLLOWER, websocket::host)
        .get("/rooms/{room}/state", FOLLOWER, polling::host)
}

fn machine() -> Routes {
    Routes::default()
        .get("/healthz", ANYONE, health::healthz)
        .get("/metrics", MONITOR, health::metrics)
}

fn desk_pages() -> Routes {
    Routes::default()
        .get("/desk", OWNER, desk::home::home)
        .post("/desk/decks", OWNER, desk::home::add_deck)
        .get("/desk/decks/{deck}", OWNER, desk::decks::deck)
        .post("/desk/decks/{deck}", OWNER, desk::decks::change)
        .post("/desk/decks/{deck}/rooms", OWNER, desk::decks::start_room)
        .post("/desk/decks/{deck}/delete", OWNER, desk::decks::delete)
        .post("/desk/rooms/import", OWNER, desk::importing::import)
        .get("/desk/rooms/{room}", OWNER, desk::room)
        .get("/desk/rooms/{room}/deck", OWNER, desk::editing::deck)
        .post("/desk/rooms/{room}/deck", OWNER, desk::editing::change)
        .post("/desk/rooms/{room}/erase", OWNER, desk::erase)
        .post(
            "/desk/rooms/{room}/participants",
            OWNER,
            desk::removing::participants,
        )
        .post("/desk/rooms/{room}/delete", OWNER, desk::delete_room)
        .post("/desk/rooms/{room}/links", OWNER, desk::links::renew)
        .get(
            "/desk/rooms/{room}/forms/{question}",
            OWNER,
            desk::forms::table,
        )
        .get(
            "/desk/rooms/{room}/forms/{question}/export",
            OWNER,
            desk::forms::export,
        )
        .post(
            "/desk/rooms/{room}/forms/{question}/erase",
            OWNER,
            desk::forms::erase,
        )
        .get("/desk/sessions", OWNER, desk::sessions::list)
        .post("/desk/sessions/end", OWNER, desk::sessions::end)
        .and(desk_pages_of_results())
}

/// What came out of a room, and what is made of it.
fn desk_pages_of_results() -> Routes {
    Routes::default()
        .get("/desk/rooms/{room}/results", OWNER, desk::results::page)
        .get("/desk/rooms/{room}/report", OWNER, desk::report::page)
        .post("/desk/rooms/{room}/report", OWNER, desk::report::save)
        .get("/desk/rooms/{room}/page", OWNER, desk::after_page::page)
        .post("/desk/rooms/{room}/page", OWNER, desk::after_page::save)
        .get(
            "/desk/rooms/{room}/page/preview",
            OWNER,
            desk::after_page::preview,
        )
        .get("/desk/rooms/{room}/mail", OWNER, desk::mail::page)
        .post("/desk/rooms/{room}/mail", OWNER, desk::mail::press)
        .get(
            "/desk/rooms/{room}/mail/preview",
            OWNER,
            desk::mail::preview,
        )
}

/// What came out of a room, as files.
fn desk_files() -> Routes {
    Routes::default()
        .get("/desk/rooms/{room}/report.html", OWNER, result_files::page)
        .get("/desk/rooms/{room}/report.docx", OWNER, result_files::docx)
        .get("/desk/rooms/{room}/report.pdf", OWNER, result_files::pdf)
        .get("/desk/rooms/{room}/report.zip", OWNER, result_files::zip)
        .get("/desk/rooms/{room}/export", OWNER, desk::export)
        .get(
            "/desk/rooms/{room}/report.xlsx",
            OWNER,
            result_files::spreadsheet,
        )
        .get(
            "/desk/rooms/{room}/figures/{file}",
            OWNER,
            result_files::figure,
        )
}

fn api() -> Routes {
    Routes::default()
        .get("/openapi.json", ANYONE, api::openapi)
        .get("/decks", OWNER, api::decks::list)
        .post("/decks", OWNER, api::decks::add)
        .get("/decks/{deck}", OWNER, api::decks::get)
        .put("/decks/{deck}", OWNER, api::decks::change)
        .delete("/decks/{deck}", OWNER, api::decks::remove)
        .get("/rooms", OWNER, api::rooms::list)
        .post("/rooms", OWNER, api::rooms::open)
        .post("/rooms/import", OWNER, api::rooms::import)
        .get("/rooms/{room}", OWNER, api::rooms::get)
        .delete("/rooms/{room}", OWNER, api::rooms::remove)
        .get("/rooms/{room}/deck", OWNER, api::room_deck::get)
        .put("/rooms/{room}/deck", OWNER, api::room_deck::change)
        .post("/rooms/{room}/control", CONTROLLER, api::rooms::control)
        .post("/rooms/{room}/moderate", ANY_ROLE, api::rooms::moderate)
        .get("/rooms/{room}/qa", SPEAKER, api::qa::list)
        .post("/rooms/{room}/qa", MODERATOR, api::qa::type_in)
        .post("/rooms/{room}/qa/{question}", SPEAKER, api::qa::moderate)
        .post("/rooms/{room}/typed", MODERATOR, api::by_hand::enter)
        .get("/rooms/{room}/tablets", PRESENTER, api::tablets::list)
        .post("/rooms/{room}/tablets", PRESENTER, api::tablets::change)
        .post("/rooms/{room}/screen", CONTROLLER, api::rooms::screen)
        .post("/rooms/{room}/links", OWNER, api::rooms::renew_link)
        .post(
            "/rooms/{room}/participants/remove",
            OWNER,
            api::participants::remove,
        )
        .post(
            "/rooms/{room}/participants/return",
            OWNER,
            api::participants::bring_back,
        )
        .and(api_of_results())
        .otherwise(
            async || Failure::not_found().problem(),
            async || method_not_allowed().problem(),
        )
}

fn api_of_results() -> Routes {
    Routes::default()
        .get("/rooms/{room}/results", OWNER, api::results::of_room)
        .get("/rooms/{room}/report", OWNER, api::reports::draft)
        .put("/rooms/{room}/report", OWNER, api::reports::change)
        .get("/rooms/{room}/page", OWNER, api::after_page::get)
        .put("/rooms/{room}/page", OWNER, api::after_page::change)
        .get("/rooms/{room}/report.html", OWNER, result_files::page)
        .get("/rooms/{room}/report.docx", OWNER, result_files::docx)
        .get("/rooms/{room}/report.zip", OWNER, result_files::zip)
        .get("/rooms/{room}/report.pdf", OWNER, result_files::pdf)
        .get("/rooms/{room}/figures/{file}", OWNER, result_files::figure)
        .get("/rooms/{room}/export", OWNER, api::rooms::export)
        .get(
            "/rooms/{room}/report.xlsx",
            OWNER,
            result_files::spreadsheet,
        )
        .delete("/rooms/{room}/answers/{answer}", OWNER, api::rooms::erase)
        .get("/rooms/{room}/forms/{question}", OWNER, api::forms::table)
        .delete(
            "/rooms/{room}/forms/{question}/{form}",
            OWNER,
            api::forms::erase,
        )
}

async fn asset(_: Anyone, Path(file): Path<String>, headers: HeaderMap) -> Response {
    assets::respond(&file, &headers)
}

async fn nothing_here(Spoken(language): Spoken) -> Response {
    Failure::not_found().page(language)
}

async fn not_that_way(Spoken(language): Spoken) -> Response {
    method_not_allowed().page(language)
}

fn method_not_allowed() -> Failure {
    let detail = "This address does not take that method.";
    Failure::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
}

/// Pages are never stored by anybody on the way; assets say for themselves how long they last.
async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut add = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    add(header::CONTENT_SECURITY_POLICY, POLICY);
    add(header::REFERRER_POLICY, "same-origin");
    add(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(header::CACHE_CONTROL, "no-store");
    add(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    );
    add(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    add(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    if app.settings.has_https() {
        add(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    response
}
