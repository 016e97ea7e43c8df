//! A participant's phone with its own cookies and without scripts: it reads pages, fills forms,
//! sends them, follows a 303. It knows no API: what it wants to know it must see.

mod form;
mod visitor;

pub use form::HtmlForm;
pub use visitor::Visitor;

use crate::cookies::CookieValues;
use crate::runtime::start;
use crate::{Address, FilledAnswer, Lost, Opening, Page, Reply, Socket, wait};

/// Somebody's phone.
pub struct Phone {
    visitor: Visitor,
    code: String,
}

impl Phone {
    pub(crate) fn new(name: &str, address: &Address) -> Self {
        Self {
            visitor: Visitor::new(name, address),
            code: String::new(),
        }
    }

    /// The same phone with cookies switched off.
    pub fn without_cookies(self) -> Self {
        Self {
            visitor: self.visitor.without_cookies(),
            ..self
        }
    }

    /// The same phone, which sends these cookies, whatever it is given.
    pub fn bringing(self, cookies: &str) -> Self {
        Self {
            visitor: self.visitor.bringing(cookies),
            ..self
        }
    }

    /// The value of its participant's cookie.
    #[track_caller]
    pub fn cookie(&self) -> String {
        self.visitor
            .keeps("peil_id")
            .unwrap_or_else(|| panic!("{} was given no cookie", self.name()))
    }

    /// The same phone, saying where its requests come from.
    pub fn with_origin(self, origin: &str) -> Self {
        Self {
            visitor: self.visitor.with_origin(origin),
            ..self
        }
    }

    /// The same phone, whose owner reads this language.
    pub fn with_language(self, language: &str) -> Self {
        Self {
            visitor: self.visitor.with_language(language),
            ..self
        }
    }

    /// The cookies that it would send, as it sends them.
    pub fn cookie_line(&self) -> String {
        self.visitor.cookie_line()
    }

    /// The same phone with cookies that it had from before.
    pub fn with_cookies(self, cookies: &CookieValues) -> Self {
        Self {
            visitor: self.visitor.with_cookies(cookies),
            ..self
        }
    }

    /// Its cookies now.
    pub fn cookies(&self) -> CookieValues {
        self.visitor.cookies()
    }

    /// Opens the room of a code, however it is typed; the page must be there.
    #[track_caller]
    pub fn opens(&mut self, typed: &str) -> &mut Self {
        self.code = typed.chars().filter(char::is_ascii_digit).collect();
        self.visitor.goes(&format!("/{typed}")).expects(200);
        self
    }

    /// Opens the room of a code where there is no place for one more newcomer now.
    #[track_caller]
    pub fn opens_and_waits(&mut self, code: &str) -> &mut Self {
        self.opens(code);
        let waits = self.page().source().contains("data-code=\"wait\"");
        assert!(waits, "{} does not wait: {:?}", self.name(), self.reply());
        self
    }

    /// The same phone, which knows a room's code and has opened nothing.
    pub fn goes_on_with(mut self, code: &str) -> Self {
        code.clone_into(&mut self.code);
        self
    }

    /// Looks at the room again.
    #[track_caller]
    pub fn looks(&mut self) -> &mut Self {
        let path = format!("/{}", self.code);
        self.visitor.goes(&path).expects(200);
        self
    }

    /// Follows the room that was opened, as its page does: greeted, and with what it was sent.
    #[track_caller]
    pub fn follows(&self) -> Socket {
        self.opens_socket("").greeted()
    }

    /// The socket of the room that was opened, with more in its address.
    pub fn opens_socket(&self, more: &str) -> Opening {
        self.visitor
            .opens_socket(&format!("/{}/live?protocol=3{more}", self.code))
    }

    /// Posts a frame, as a page does that can't have a socket: the status and what was answered.
    #[track_caller]
    pub fn posts_frame(&self, frame: &serde_json::Value) -> Reply {
        self.visitor.posts(&format!("/{}/frames", self.code), frame)
    }

    /// Asks what the room shows, as a page does that can't have a socket.
    #[track_caller]
    pub fn asks_since(&self, seq: u64) -> Reply {
        self.visitor
            .fetches(&format!("/{}/state?since={seq}", self.code))
    }

    /// The same, knowing the name of what was shown last.
    #[track_caller]
    pub fn asks_knowing(&self, seq: u64, seen: &str) -> Reply {
        self.visitor
            .fetches(&format!("/{}/state?since={seq}&seen={seen}", self.code))
    }

    /// Goes to any path, following redirects, and gives what stands there, whatever its status.
    #[track_caller]
    pub fn goes(&mut self, path: &str) -> Reply {
        self.visitor.goes(path)
    }

    /// The last reply that became a page.
    pub fn reply(&self) -> &Reply {
        self.visitor.reply()
    }

    /// The page before this person.
    pub fn page(&self) -> Page {
        self.visitor.page()
    }

    /// Fails unless the text can be read on the page.
    #[track_caller]
    pub fn sees(&self, text: &str) -> &Self {
        self.visitor.sees(text);
        self
    }

    /// Fails if the text can be read on the page.
    #[track_caller]
    pub fn does_not_see(&self, text: &str) -> &Self {
        self.visitor.does_not_see(text);
        self
    }

    /// Fails if the text was sent at all: as text, in an attribute or in the state for the scripts.
    #[track_caller]
    pub fn was_never_sent(&self, text: &str) -> &Self {
        self.visitor.was_never_sent(text);
        self
    }

    /// The form of the question. Of several, the one that is still empty.
    #[track_caller]
    pub fn form(&self) -> HtmlForm {
        let forms = self.forms();
        let votes_up = |form: &&HtmlForm| form.has("upvote") || form.has("down");
        let answers: Vec<&HtmlForm> = forms.iter().filter(|form| !votes_up(form)).collect();
        let empty = answers
            .iter()
            .find(|form| form.has("text") && form.filled("text") == [""]);
        match empty.or(answers.first()) {
            Some(form) => (*form).clone(),
            None => panic!("{} has no form: {:?}", self.name(), self.reply()),
        }
    }

    /// The form in which a text of one's own can be changed.
    #[track_caller]
    pub fn form_of(&self, text: &str) -> HtmlForm {
        let form = self
            .forms()
            .into_iter()
            .find(|form| form.filled("text") == [text]);
        form.unwrap_or_else(|| {
            panic!(
                "{} has no form with {text:?}: {:?}",
                self.name(),
                self.reply()
            )
        })
    }

    /// Every form that answers what a slide asks.
    pub fn forms(&self) -> Vec<HtmlForm> {
        let mut forms = self.page().answer_forms();
        forms.retain(|form| form.filled("question") != ["qa"]);
        forms
    }

    /// Every form about the questions to the speakers.
    pub fn speaker_forms(&self) -> Vec<HtmlForm> {
        let mut forms = self.page().answer_forms();
        forms.retain(|form| form.filled("question") == ["qa"]);
        forms
    }

    /// Types a question to the speakers and sends it, without looking at what comes of it.
    #[track_caller]
    pub fn asks_speakers(&mut self, text: &str) -> Reply {
        let forms = self.speaker_forms();
        let form = forms.iter().find(|form| form.has("text"));
        let Some(form) = form else {
            panic!("{} can't ask: {:?}", self.name(), self.reply())
        };
        let mut form = form.clone();
        form.types("text", &[text]);
        self.sends(&form)
    }

    /// Fills the form and sends it; it must be stored, and the page must say so.
    #[track_caller]
    pub fn votes(&mut self, answer: FilledAnswer) -> HtmlForm {
        let form = self.filled(&answer);
        self.sends(&form).assert_stored(&self.code);
        assert!(
            self.page().says_saved(),
            "{} does not see that it is saved: {:?}",
            self.name(),
            self.reply()
        );
        form
    }

    /// The form as it would be sent with this answer.
    #[track_caller]
    pub fn filled(&self, answer: &FilledAnswer) -> HtmlForm {
        let mut form = self.form();
        assert!(
            !answer.is_added() || form.has("text"),
            "{} has nowhere to add: {:?}",
            self.name(),
            self.reply()
        );
        answer.fill(&mut form);
        form
    }

    /// Sends a form as it is, and looks at what comes of it. The reply is the one before the
    /// redirect.
    #[track_caller]
    pub fn sends(&mut self, form: &HtmlForm) -> Reply {
        self.visitor.sends(form)
    }

    /// Sends a form to a server that may die meanwhile, and stays on the page. An answer that came
    /// is final.
    pub fn tries_to_send(&self, form: &HtmlForm) -> Result<Reply, Lost> {
        wait(self.visitor.post(&form.action, form.body()))
    }

    /// Looks at the room of a server that may have died.
    pub fn tries_to_look(&mut self) -> Result<(), Lost> {
        self.visitor.tries_to_go(&format!("/{}", self.code))
    }

    /// Posts fields to a path, as a form does, and stays on the page.
    #[track_caller]
    pub fn posts_fields(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let sent = wait(self.visitor.post(path, body.finish()));
        sent.unwrap_or_else(|Lost(why)| panic!("{} got no answer: {why}", self.name()))
    }

    /// Sends any body to where answers go.
    #[track_caller]
    pub fn sends_body(&mut self, body: String) -> Reply {
        let sent = self
            .visitor
            .tries_to_send(&format!("/{}/answers", self.code), body);
        sent.unwrap_or_else(|Lost(why)| panic!("{} got no answer: {why}", self.name()))
    }

    /// Sends the same form several times at once, as an impatient thumb or a bad network does.
    #[track_caller]
    pub fn sends_at_once(&self, form: &HtmlForm, times: usize) -> Vec<Reply> {
        let posts: Vec<_> = (0..times)
            .map(|_| start(self.visitor.post(&form.action, form.body())))
            .collect();
        let mut replies = Vec::new();
        for post in posts {
            match wait(post).expect("posting does not panic") {
                Ok(reply) => replies.push(reply),
                Err(Lost(why)) => panic!("{} got no answer: {why}", self.name()),
            }
        }
        replies
    }

    /// Presses the button of a group.
    #[track_caller]
    pub fn joins_group(&mut self, number: &str) {
        let path = format!("/{}/group", self.code);
        self.posts_fields(&path, &[("group", number)]).expects(303);
        self.looks();
    }

    /// Votes for the open answer with that text.
    #[track_caller]
    pub fn votes_up(&mut self, text: &str) -> HtmlForm {
        self.presses(text, false)
    }

    /// Takes the vote for that open answer back.
    #[track_caller]
    pub fn takes_back(&mut self, text: &str) -> HtmlForm {
        self.presses(text, true)
    }

    /// The name by which phones know the open answer with that text, if the page shows it to be
    /// voted for.
    pub fn name_of(&self, text: &str) -> Option<String> {
        let page = self.reply().text();
        let (before, _) = page.split_once(&format!("\",\"text\":{}}}", serde_json::json!(text)))?;
        before
            .rsplit_once("{\"id\":\"")
            .map(|(_, name)| name.to_owned())
    }

    /// The form, with its button pressed, that votes for an open answer or takes that back, if the
    /// page has one.
    pub fn vote_for(&self, text: &str, down: bool) -> Option<HtmlForm> {
        let name = self.name_of(text)?;
        let wanted = |form: &HtmlForm| {
            let named = |field: &str| form.filled(field).contains(&name);
            let takes_back = !form.filled("down").is_empty();
            (named("upvote") || named("down")) && takes_back == down
        };
        self.forms()
            .iter()
            .flat_map(HtmlForm::once_for_each_button)
            .find(wanted)
    }

    #[track_caller]
    fn presses(&mut self, text: &str, down: bool) -> HtmlForm {
        let Some(form) = self.vote_for(text, down) else {
            panic!(
                "{} cannot vote (down: {down}) on {text}: {:?}",
                self.name(),
                self.reply()
            );
        };
        self.sends(&form).assert_stored(&self.code);
        form
    }

    /// Fails unless the page before this person is a refusal with this status; gives its code.
    #[track_caller]
    pub fn is_refused(&self, status: u16) -> String {
        self.reply().expects(status).refusal()
    }

    /// The name, for messages.
    pub fn name(&self) -> &str {
        self.visitor.name()
    }
}

impl Reply {
    /// Fails unless this is the 303 of a stored answer, to the room and with the sequence to wait
    /// for.
    #[track_caller]
    pub fn assert_stored(&self, code: &str) {
        self.expects(303);
        let location = self.header("location").unwrap_or_default();
        let seq = location
            .split_once("?seq=")
            .map(|(place, seq)| (place.ends_with(&format!("/{code}")), seq));
        let right = matches!(seq, Some((true, seq)) if seq.parse::<u64>().is_ok());
        assert!(
            right,
            "the 303 of a stored answer goes to /{code}?seq=SEQ: {self:?}"
        );
    }
}
