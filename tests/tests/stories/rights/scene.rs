//! A room with everything in it that somebody may want to see or change, and everybody who may try.

use serde_json::json;
use tests::{
    ControlPress, Peil, Presenter, Reply, Socket, TOKEN, Terminal, Uploaded, Visitor, filled_in,
    text, words,
};

use crate::rights::table::RightsRow;

/// Six slides. The second and third were asked, the fourth is on the stage; each text that is
/// secret to somebody is found by its flower.
pub const DECK: &str = "---\ntitle: Proefzaal\nlanguage: nl\ngroups: 2\nqa: moderated\nresults: hidden\nphones: hidden\n---\n\n# Welkom\n\n---\nask: \
    open\nid: earlier\nnotes: spiekbriefje-aster\n---\n\n# Wat wil je kwijt?\n\n---\nask: form\nid: evaluation\n---\n\n# Wat vond je?\n\n- Verhaal {long}\n\n---\nask: words\nid: words\ncountdown: 3600\nnotes: \
    spiekbriefje-zonnebloem\n---\n\n# Waar denk je aan?\n\n---\nask: choice\nid: soon\nnotes: spiekbriefje-madelief\n---\n\n# \
    Een vraag over gladiolen\n\n- Pioenroos {correct}\n- Dahlia\n\n---\nask: open\nid: later\nnotes: spiekbriefje-klaver\n---\n\n# \
    Een vraag over korenbloemen\n";

/// A deck that somebody adds.
const OTHER_DECK: &str = "---\ntitle: Een andere\nlanguage: nl\n---\n\n# Welkom\n";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("content-type", "application/json");
const DECK_TEXT: (&str, &str) = ("content-type", "text/markdown");

/// One room and its deck, another room, and everybody who may ask something.
pub struct Scene<'a> {
    peil: &'a Peil,
    pub presenter: Presenter,
    deck: Uploaded,
    answer: String,
    form: String,
    /// To the speakers.
    question: String,
    /// By the names that stand over the table's columns.
    pub callers: Vec<(&'static str, Visitor)>,
}

impl<'a> Scene<'a> {
    /// Sets everything up anew.
    pub fn new(peil: &'a Peil) -> Self {
        let organiser = peil.organiser();
        let deck = organiser.uploads(DECK);
        let presenter = organiser.starts_again(&deck);
        presenter.opens("earlier");
        peil.phone("Anna")
            .opens(presenter.code())
            .votes(text("geheime-roos"));
        presenter.opens("evaluation");
        peil.phone("Dirk")
            .opens(presenter.code())
            .votes(filled_in(&[], &[(1, "geheime-iris")]));
        presenter.opens("words");
        peil.phone("Bram")
            .opens(presenter.code())
            .votes(words(["geheime-tulp", "verborgen-hyacint"]));
        let hide = json!({ "do": "hide", "word": "verborgen-hyacint", "question": "words" });
        let moderates = |request: &serde_json::Value| {
            organiser
                .posts(&presenter.path("/moderate"), request)
                .expects(200);
        };
        moderates(&hide);
        moderates(&json!({ "do": "hold", "on": true }));
        peil.phone("Carla")
            .opens(presenter.code())
            .votes(words(["wachtende-lelie"]));
        moderates(&json!({ "do": "hold", "on": false }));
        let answer = presenter.results("earlier").id_of("geheime-roos");
        let forms = organiser.gets(&presenter.path("/forms/evaluation"));
        let form = &forms.expects(200).json()["rounds"][0]["forms"][0]["form"];
        let form = form.as_str().expect("a form has a name").to_owned();
        let mut curious = peil.phone("Eva");
        curious.opens(presenter.code());
        curious
            .asks_speakers("Bloeit de wachtende-narcis al?")
            .expects(303);
        let typed = json!({ "text": "Wie is er aan de beurt?" });
        let asked = organiser
            .posts(&presenter.path("/qa"), &typed)
            .expects(200)
            .json();
        let question = asked["question"].as_str().unwrap_or_default().to_owned();
        let callers = callers(peil, &presenter, &organiser.starts_again(&deck));
        Self {
            peil,
            presenter,
            deck,
            answer,
            form,
            question,
            callers,
        }
    }

    /// Calls what stands in a row, as it is meant to be called; the status, and all that was sent.
    pub fn calls(&self, row: &RightsRow, caller: &Visitor) -> (u16, String) {
        let path = self.path(&row.path, caller);
        if row
            .path
            .split('?')
            .next()
            .is_some_and(|path| path.ends_with("/live"))
        {
            return self.follows(&path, caller);
        }
        let (headers, body) = self.body(row);
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        all_of(&caller.calls(row.method.clone(), &path, &headers, &body))
    }

    /// Over a socket: the greeting, and what is shown when the question closes and opens.
    fn follows(&self, path: &str, caller: &Visitor) -> (u16, String) {
        let mut socket: Socket = caller.opens_socket(path).opens();
        match socket.is_welcome() {
            Err(code) => (
                code.expect("it is closed with a code"),
                socket.received.concat(),
            ),
            // It is about no room.
            Ok(_) if path.starts_with("/test/") => (101, socket.received.concat()),
            Ok(_) => {
                for (control, open) in [("close", false), ("open", true)] {
                    self.presenter.does(ControlPress::new(control));
                    socket.sees(|view| view["slide"]["part"]["open"] == open);
                }
                (101, socket.received.concat())
            }
        }
    }

    /// The address of a call, with everything in it that it names.
    fn path(&self, path: &str, caller: &Visitor) -> String {
        let started = &self.presenter.started;
        let enter = started
            .stage_url
            .split("/enter/")
            .nth(1)
            .expect("a link is a way in");
        let (role, secret) = enter.split_once('/').expect("a role and a secret");
        let question = match path.contains("/qa/") {
            true => self.question.as_str(),
            false => "evaluation",
        };
        let of_tablet = path.contains("/tablet/").then(|| self.tablet_secret());
        let secret = of_tablet.as_deref().unwrap_or(secret);
        // What is in a mail alone; another is nobody's.
        let no_way_out = "0".repeat(64);
        let known = [
            ("code", started.code.as_str()),
            ("room", &started.room),
            ("deck", &self.deck.deck),
            ("answer", &self.answer),
            ("question", question),
            ("form", &self.form),
            ("role", role),
            ("way_out", &no_way_out),
            // A room that runs shows nobody its page.
            ("slug", "proefzaal"),
            ("secret", secret),
        ];
        let path = known.iter().fold(path.to_owned(), |path, (name, value)| {
            path.replace(&format!("{{{name}}}"), value)
        });
        let path = match path.split_once('{') {
            Some((before, "link}")) => format!("{before}{}", new_link(self.peil)),
            Some((before, "screen}")) => format!("{before}{}", self.screen()),
            Some((before, "file}")) if before.ends_with("/figures/") => {
                format!("{before}words.svg")
            }
            Some((before, "file}")) => format!("{before}{}", asset(caller)),
            Some(_) => panic!("what stands for a part of {path}?"),
            None => path,
        };
        match path.split('?').next().unwrap_or_default() {
            "/join" => format!("/join?code={}", started.code),
            live if live.ends_with("/live") && path.contains('?') => format!("{path}&protocol=3"),
            live if live.ends_with("/live") => format!("{path}?protocol=3"),
            _ => path,
        }
    }

    /// The headers and the body with which a call is meant to be made.
    fn body(&self, row: &RightsRow) -> (Vec<(&'static str, String)>, String) {
        let kind = |(name, value): (&'static str, &str)| (name, value.to_owned());
        let form = |body: &str| (vec![kind(FORM)], body.to_owned());
        let asks = |body: serde_json::Value| (vec![kind(JSON)], body.to_string());
        let room = &self.presenter.started.room;
        match (row.method.as_str(), row.path.as_str()) {
            ("POST", "/language") => form("language=nl"),
            ("POST", "/stage/{screen}") => form(&format!("room={room}")),
            ("POST", "/{code}/answers") => form("question=words&round=1&entry=linde"),
            ("POST", "/{code}/more-time") => form("question=words&round=1&live=1"),
            ("POST", "/{code}/reactions") => form("reaction=x&live=1"),
            ("POST", "/{code}/finish") => form("live=1"),
            ("POST", "/{code}/group") => form("group=1&live=1"),
            ("POST", "/{code}/tablet") => form(&format!("secret={}", self.tablet_secret())),
            ("POST", "/rooms/{room}/tablets") => form("do=renew"),
            ("POST", "/rooms/{room}/typed") => form("question=words&texts=linde&key=k1"),
            ("POST", "/{code}/frames") => asks(json!({ "type": "ping", "id": 1 })),
            ("POST", path) if path.ends_with("}/control") && !path.starts_with("/api") => {
                form("do=next")
            }
            ("POST", "/rooms/{room}/question") => form("ask=words&prompt=Wat+nog%3F"),
            ("POST", "/rooms/{room}/moderate") => form("of=word&question=words&hide=linde"),
            ("POST", "/rooms/{room}/qa") => {
                form(&format!("do=answered&question={}", self.question))
            }
            ("POST", "/desk/decks") => form(&format!("text={}", OTHER_DECK.replace('\n', "%0A"))),
            ("POST", "/desk/decks/{deck}") => {
                let text = format!(
                    "text={}&version={}",
                    OTHER_DECK.replace('\n', "%0A"),
                    self.version()
                );
                form(&text)
            }
            ("POST", "/desk/decks/{deck}/delete") => {
                form(&format!("confirm=1&version={}", self.version()))
            }
            ("POST", path) if path.ends_with("/delete") => form("confirm=1"),
            ("POST", "/desk/rooms/{room}/participants") => {
                // It asks first.
                form("do=remove&joined_from=2020-01-01T00:00:00Z&joined_to=2099-01-01T00:00:00Z")
            }
            ("POST", path) if path.contains("/participants/") => asks(
                json!({ "joined_from": "2026-01-01T12:00:00Z", "joined_to": "2026-01-01T12:01:00Z" }),
            ),
            ("POST", "/desk/rooms/{room}/deck") => form("text=%23+Welkom&do=look&version=1"),
            ("POST", "/desk/rooms/{room}/erase") => form(&format!("answer={}", self.answer)),
            ("POST", "/desk/rooms/{room}/links") => form("role=stage"),
            ("POST", "/desk/rooms/{room}/report") => {
                form(&format!("lead=Welkom&version={}", self.report_version()))
            }
            ("POST", "/desk/rooms/{room}/page") => {
                form(&format!("open=1&version={}", self.page_version()))
            }
            ("POST", "/desk/rooms/{room}/forms/{question}/erase") => {
                form(&format!("form={}", self.form))
            }
            ("POST", "/desk/rooms/{room}/mail") => form("do=stop"),
            ("POST", "/desk/sessions/end") => form("others=1"),
            ("POST", "/api/v1/decks") => (vec![kind(DECK_TEXT)], OTHER_DECK.to_owned()),
            ("PUT", "/api/v1/decks/{deck}") => (
                vec![kind(DECK_TEXT), ("if-match", self.etag())],
                OTHER_DECK.to_owned(),
            ),
            ("POST", "/api/v1/rooms") => asks(json!({ "deck": self.deck.deck })),
            ("PUT", "/api/v1/rooms/{room}/deck") => (
                vec![kind(DECK_TEXT), ("if-match", "*".to_owned())],
                self.deck_of_the_room(),
            ),
            ("PUT", "/api/v1/rooms/{room}/report") => (
                vec![kind(JSON), ("if-match", "*".to_owned())],
                json!({ "lead": "Welkom" }).to_string(),
            ),
            ("PUT", "/api/v1/rooms/{room}/page") => (
                vec![kind(JSON), ("if-match", "*".to_owned())],
                json!({ "open": true }).to_string(),
            ),
            ("POST", "/api/v1/rooms/{room}/control") => asks(json!({ "do": "next" })),
            ("POST", "/api/v1/rooms/{room}/moderate") => {
                asks(json!({ "do": "hide", "word": "linde", "question": "words" }))
            }
            ("POST", "/api/v1/rooms/{room}/qa") => asks(json!({ "text": "Wie vraagt dat?" })),
            ("POST", "/api/v1/rooms/{room}/qa/{question}") => asks(json!({ "do": "answered" })),
            ("POST", "/api/v1/rooms/{room}/typed") => {
                asks(json!({ "question": "words", "texts": ["linde"] }))
            }
            ("POST", "/api/v1/rooms/{room}/tablets") => asks(json!({ "do": "renew" })),
            ("POST", "/api/v1/rooms/{room}/screen") => asks(json!({ "screen": "join" })),
            ("POST", "/api/v1/rooms/{room}/links") => asks(json!({ "role": "stage" })),
            _ => (Vec::new(), String::new()),
        }
    }

    /// Of the deck, as its page at the desk names it, where it does.
    fn version(&self) -> String {
        let mut desk = self.peil.visitor("the desk").with_token(TOKEN);
        desk.goes(&format!("/desk/decks/{}", self.deck.deck))
            .expects(200);
        let forms = desk.page().forms();
        forms
            .iter()
            .flat_map(|form| form.filled("version"))
            .next()
            .unwrap_or_default()
    }

    /// Of what is added to the report.
    fn report_version(&self) -> String {
        self.version_at("/report")
    }

    /// Of the page that is there afterwards.
    fn page_version(&self) -> String {
        self.version_at("/page")
    }

    fn version_at(&self, what: &str) -> String {
        let path = self.presenter.path(what);
        let reply = self.presenter.organiser.gets(&path);
        let tag = reply.header("etag").unwrap_or_default();
        tag.trim_matches('"').to_owned()
    }

    /// As the room plays it.
    fn deck_of_the_room(&self) -> String {
        let path = self.presenter.path("/deck");
        self.presenter.organiser.gets(&path).text().to_owned()
    }

    /// Of the deck, as the API names it, where it does.
    fn etag(&self) -> String {
        let reply = self
            .presenter
            .organiser
            .gets(&format!("/api/v1/decks/{}", self.deck.deck));
        reply.header("etag").unwrap_or("*").to_owned()
    }

    /// What stands in the code by which a device becomes one that a table shares.
    fn tablet_secret(&self) -> String {
        let path = self.presenter.path("/tablets");
        let listed = self.presenter.organiser.gets(&path).expects(200).json();
        let url = listed["url"].as_str().unwrap_or_default();
        url.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The name of a screen that waits.
    fn screen(&self) -> String {
        let mut screen = self.peil.visitor("a screen that waits");
        screen.goes("/stage").expects(200);
        let links = screen.page().links();
        let link = links
            .iter()
            .find(|link| link.contains("/stage/"))
            .expect("the code is also a link");
        link.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

/// Everybody who may ask something, by the names that stand over the table's columns.
fn callers(
    peil: &Peil,
    presenter: &Presenter,
    elsewhere: &Presenter,
) -> Vec<(&'static str, Visitor)> {
    let opens = |name: &'static str, links: &[&String]| {
        let mut visitor = peil.visitor(name).with_origin(&peil.address().origin());
        for link in links {
            visitor.goes(link).expects(200);
        }
        (name, visitor)
    };
    let (room, other) = (&presenter.started, &elsewhere.started);
    let owner = format!("/sign-in/{}", new_link(peil));
    vec![
        opens("nobody", &[]),
        opens("participant", &[&room.join_url]),
        opens("stage", &[&room.stage_url]),
        opens("presenter", &[&room.presenter_url]),
        opens("remote", &[&room.remote_url]),
        opens("moderator", &[&room.moderator_url]),
        opens("speaker", &[&room.speaker_url]),
        opens(
            "other room",
            &[
                &other.stage_url,
                &other.presenter_url,
                &other.remote_url,
                &other.moderator_url,
                &other.speaker_url,
            ],
        ),
        opens("owner", &[&owner]),
        ("token", peil.visitor("token").with_token(TOKEN)),
    ]
}

/// The last part of a new sign-in link.
fn new_link(peil: &Peil) -> String {
    let said = Terminal::runs_on(peil, &["sign-in"]).ends_with(0).text();
    said.trim()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// A file that every page needs.
fn asset(caller: &Visitor) -> String {
    let page = caller.fetches("/").page();
    let sheet = page
        .all("link[rel=stylesheet]")
        .first()
        .and_then(|link| link.attr("href"))
        .map(str::to_owned);
    sheet
        .expect("a page has a stylesheet")
        .trim_start_matches("/assets/")
        .to_owned()
}

fn all_of(reply: &Reply) -> (u16, String) {
    let headers: Vec<String> = reply
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {value:?}\n"))
        .collect();
    (
        reply.status,
        format!(
            "{}{}",
            headers.concat(),
            String::from_utf8_lossy(&reply.bytes)
        ),
    )
}
