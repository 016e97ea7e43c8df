//! The organiser at the page of a room's mail.

use std::collections::BTreeMap;

use tests::{
    ControlPress, Method, Page, Peil, Presenter, Reply, Setup, TOKEN, Visitor, filled_in, until,
};

use crate::sink::Sink;

pub const DECK: &str = "---\ntitle: Groepenwerkplaats\nlanguage: nl\n---\nask: form\nid: evaluatie\n---\n\n\
                        # Wil je het verslag?\n\n- Je adres {email report}\n- Nog iets? {text optional}\n";

/// One that hands its mail to that server.
pub fn peil_with(sink: &Sink) -> Peil {
    Peil::starts_with(setup(sink))
}

pub fn setup(sink: &Sink) -> Setup {
    Setup {
        options: vec![
            format!("--smtp=smtp://127.0.0.1:{}?tls=none", sink.port),
            "--mail-from=Peil <verslag@example.org>".into(),
        ],
        ..Setup::default()
    }
}

/// Somebody asks for the report.
#[track_caller]
pub fn asks(peil: &Peil, presenter: &Presenter, address: &str) {
    let filled = filled_in(&[], &[(1, address)]);
    peil.phone(address).opens(presenter.code()).votes(filled);
}

/// A room that is over, in which these asked for the report.
#[track_caller]
pub fn room_of(peil: &Peil, addresses: &[&str]) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.does(ControlPress::new("go").of("evaluatie"));
    presenter.opens("evaluatie");
    addresses
        .iter()
        .for_each(|address| asks(peil, &presenter, address));
    presenter.ends();
    presenter
}

/// The page of a room's mail, and who looks at it.
pub struct MailDesk {
    visitor: Visitor,
    path: String,
}

impl MailDesk {
    pub fn of(peil: &Peil, presenter: &Presenter) -> Self {
        Self {
            visitor: peil.visitor("the desk").with_token(TOKEN),
            path: format!("/desk/rooms/{}/mail", presenter.started.room),
        }
    }

    #[track_caller]
    pub fn page(&mut self) -> Page {
        let path = self.path.clone();
        self.visitor.goes(&path).expects(200);
        self.visitor.page()
    }

    #[track_caller]
    pub fn preview(&mut self) -> Reply {
        self.visitor.fetches(&format!("{}/preview", self.path))
    }

    /// Presses a button whose fields are these.
    pub fn presses(&mut self, fields: &[(&str, &str)]) -> Reply {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.visitor
            .calls(Method::POST, &self.path, &kind, &body.finish())
    }

    /// As the page names it, while it can be changed.
    fn version(&mut self) -> String {
        let forms = self.page().forms();
        let versions = forms.iter().flat_map(|form| form.filled("version"));
        versions.last().unwrap_or_else(|| "0".into())
    }

    /// Has it sent to everybody who has not had it.
    pub fn sends(&mut self) -> Reply {
        let version = self.version();
        self.presses(&[("do", "send"), ("version", &version)])
    }

    pub fn writes(&mut self, subject: &str, lead: &str, link: &str) -> Reply {
        let version = self.version();
        let fields = [
            ("do", "save"),
            ("version", version.as_str()),
            ("subject", subject),
            ("lead", lead),
            ("link", link),
        ];
        self.presses(&fields)
    }

    /// What stands under each word of how far it is.
    #[track_caller]
    pub fn counts(&mut self) -> BTreeMap<String, u64> {
        let page = self.page();
        let each = page.all("dl.counts div").into_iter().map(|one| {
            let text: Vec<&str> = one.text().collect();
            let (name, count) = (text[0].to_owned(), text[1].parse().expect("a number"));
            (name, count)
        });
        each.collect()
    }

    pub fn count(&mut self, word: &str) -> u64 {
        self.counts().get(word).copied().unwrap_or(0)
    }

    /// The addresses of a list: `unknown`, `refused` or `later`.
    pub fn listed(&mut self, list: &str) -> Vec<String> {
        let page = self.page();
        let rows = page.all(&format!("#{list} .mail-address"));
        rows.iter().map(|row| row.text().collect()).collect()
    }

    pub fn says(&mut self, text: &str) -> bool {
        self.page().text().contains(text)
    }

    /// Waits until nothing is being sent any more.
    #[track_caller]
    pub fn is_over(&mut self) -> &mut Self {
        until("all mail is sent, refused or unknown", || {
            (!self.says("Bezig met versturen")).then_some(())
        });
        self
    }

    /// The same where something waits for a later time: it goes now.
    #[track_caller]
    pub fn is_over_at_once(&mut self) -> &mut Self {
        until("all mail is sent, refused or unknown", || {
            self.presses(&[("do", "now")]).expects(303);
            (!self.says("Bezig met versturen")).then_some(())
        });
        self
    }
}
