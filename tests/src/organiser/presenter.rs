//! The presenter of one room: the controls, what the room knows, and what is taken out of it.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Organiser, QuestionJson, RoomJson, Started, read};
use crate::{ProblemDetails, Reply, Table};

/// Whoever drives a room.
#[derive(Clone)]
pub struct Presenter {
    /// The organiser who started the room.
    pub organiser: Organiser,
    /// What the API gave when it was started.
    pub started: Started,
}

/// One press of a control.
#[derive(Clone, Debug)]
pub struct ControlPress(Value);

impl ControlPress {
    /// `next`, `previous`, `open`, …, on the slide that the room shows.
    pub fn new(what: &str) -> Self {
        Self(json!({ "do": what }))
    }

    /// On another slide.
    pub fn of(mut self, slide: &str) -> Self {
        self.0["slide"] = slide.into();
        self
    }

    /// About the results of that round.
    pub fn round(mut self, round: u64) -> Self {
        self.0["round"] = round.into();
        self
    }

    /// For so many seconds.
    pub fn seconds(mut self, seconds: u64) -> Self {
        self.0["seconds"] = seconds.into();
        self
    }

    /// As a presenter whose last control seen was that one.
    pub fn after(mut self, control: u64) -> Self {
        self.0["after"] = control.into();
        self
    }

    /// For one audience: `stage` or `phones`.
    pub fn on(mut self, audience: &str) -> Self {
        self.0["on"] = audience.into();
        self
    }
}

impl Presenter {
    pub(super) fn new(organiser: Organiser, started: Started) -> Self {
        Self { organiser, started }
    }

    /// The code of the room.
    pub fn code(&self) -> &str {
        &self.started.code
    }

    /// The path of the room in the API, with what follows.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/rooms/{}{rest}", self.started.room)
    }

    /// Presses a control, whatever comes of it.
    #[track_caller]
    pub fn presses(&self, control: &ControlPress) -> Reply {
        self.organiser.posts(&self.path("/control"), &control.0)
    }

    /// Presses a control that must work.
    #[track_caller]
    pub fn does(&self, control: ControlPress) -> RoomJson {
        let reply = self.presses(&control);
        read(reply.expects(200))
    }

    /// Presses a control that must not work now: why not.
    #[track_caller]
    pub fn may_not(&self, control: ControlPress) -> ProblemDetails {
        self.presses(&control).expects(409).problem()
    }

    /// Goes to a question, which opens it.
    #[track_caller]
    pub fn opens(&self, question: &str) -> RoomJson {
        let room = self.goes(question);
        assert!(
            room.is_open(question),
            "arriving at a question opens it: {room:?}"
        );
        room
    }

    /// Goes to any slide.
    #[track_caller]
    pub fn goes(&self, slide: &str) -> RoomJson {
        let room = self.does(ControlPress::new("go").of(slide));
        assert_eq!(room.position.as_deref(), Some(slide), "{room:?}");
        room
    }

    /// Goes to the next slide.
    #[track_caller]
    pub fn next(&self) -> RoomJson {
        self.does(ControlPress::new("next"))
    }

    /// Closes the question by hand.
    #[track_caller]
    pub fn closes(&self) -> RoomJson {
        self.does(ControlPress::new("close"))
    }

    /// Begins the next round of the question.
    #[track_caller]
    pub fn resets(&self) -> RoomJson {
        self.does(ControlPress::new("reset"))
    }

    /// Ends the room.
    #[track_caller]
    pub fn ends(&self) -> RoomJson {
        self.does(ControlPress::new("end"))
    }

    /// The room as it is now.
    #[track_caller]
    pub fn room(&self) -> RoomJson {
        let reply = self.organiser.gets(&self.path(""));
        read(reply.expects(200))
    }

    /// The results of every question.
    #[track_caller]
    pub fn all_results(&self) -> Vec<QuestionJson> {
        let reply = self.organiser.gets(&self.path("/results"));
        let questions = reply.expects(200).json()["questions"].clone();
        serde_json::from_value(questions).unwrap_or_else(|error| panic!("{error} in {reply:?}"))
    }

    /// Types in a question to the speakers, from a chat or a hand; its name.
    #[track_caller]
    pub fn types_in(&self, text: &str) -> String {
        let reply = self
            .organiser
            .posts(&self.path("/qa"), &json!({ "text": text }));
        let question = reply.expects(200).json()["question"].clone();
        question.as_str().expect("it has a name").to_owned()
    }

    /// The results of one question, of its latest round.
    #[track_caller]
    pub fn results(&self, question: &str) -> QuestionJson {
        let rounds = self
            .all_results()
            .into_iter()
            .filter(|result| result.id == question);
        rounds
            .max_by_key(|result| result.round)
            .unwrap_or_else(|| panic!("no results of {question}"))
    }

    /// An export, as it comes.
    #[track_caller]
    pub fn exports(&self, query: &str) -> Reply {
        let reply = self.organiser.gets(&self.path(&format!("/export?{query}")));
        reply.expects(200);
        reply
    }

    /// The export with a row per given value.
    #[track_caller]
    pub fn long_table(&self) -> Table {
        Table::read(&self.exports("format=csv&shape=long").bytes)
    }

    /// The export with a row per participant.
    #[track_caller]
    pub fn wide_table(&self) -> Table {
        Table::read(&self.exports("format=csv&shape=wide").bytes)
    }

    /// Erases one answer, for good.
    #[track_caller]
    pub fn erases(&self, answer: &str) {
        let reply = self
            .organiser
            .deletes(&self.path(&format!("/answers/{answer}")));
        reply.expects(204);
    }

    /// Deletes the room and everything in it, for good.
    #[track_caller]
    pub fn deletes_the_room(&self) {
        let reply = self.organiser.calls(Method::DELETE, &self.path(""), None);
        reply.expects(204);
    }
}
