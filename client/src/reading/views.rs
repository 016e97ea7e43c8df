//! What a page shows, but for what each kind of question reads by itself (`kinds`).

use serde_json::Value;
use shared::protocol::PhoneView;
use shared::protocol::view::{
    PartView, PastQuestion, QuestionView, ResultsVisibility, SlideView, Votable,
};
use shared::room::Phase;

use super::{Read, fields, variants, words};
use crate::language::Language;
use crate::views::participant::{ParticipantState, PhoneNotice};

impl Read for ParticipantState {
    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            language: Read::read(&json["language"])?,
            code: Read::read(&json["code"])?,
            seq: Read::read(&json["seq"])?,
            view: Read::read(&json["view"])?,
            own: Read::read(&json["own"])?,
            shown: Read::read(&json["shown"])?,
            key: Read::read(&json["key"])?,
            you: Read::read(&json["you"])?,
            notice: Read::read(&json["notice"])?,
            typed: Read::read(&json["typed"])?,
            saved: Read::read(&json["saved"])?,
            address: Read::read(&json["address"])?,
            now: u64::read(&json["now"]).unwrap_or_default(),
            live: None,
        })
    }
}

impl Read for PhoneNotice {
    fn read(json: &Value) -> Option<Self> {
        Some(match json.as_str() {
            None if json["unsure"].is_object() => Self::Unsure(Read::read(&json["unsure"])?),
            None => Self::Refused(Read::read(&json["refused"])?),
            Some("cookies") => Self::Cookies,
            Some("try_again") => Self::TryAgain,
            Some("wait") => Self::Wait,
            Some("cannot_store") => Self::CannotStore,
            Some("too_fast") => Self::TooFast,
            Some("joined_again") => Self::JoinedAgain,
            // The others are a living page's own.
            Some(_) => return None,
        })
    }
}

impl Read for Language {
    fn read(json: &Value) -> Option<Self> {
        Self::of_tag(json.as_str()?)
    }
}

words!(Phase { "ready" => Ready, "live" => Live, "ended" => Ended });

fields!(PhoneView {
    title,
    language,
    stage,
    slide,
    last,
    late,
    asked
});
fields!(PastQuestion { id, prompt, input });
fields!(SlideView {
    id,
    number,
    kind,
    prompt,
    body,
    part
});
fields!(ResultsVisibility { stage, phones });
fields!(QuestionView {
    round,
    open,
    voting,
    change,
    countdown_ends,
    grace_ends,
    rules,
    input,
    results,
    results_round,
    votable,
    voters,
    shown
} without { cloud, moderable, rounds });
fields!(Votable { id, text });

variants!(PartView, "part" {
    "content" => Content {}, "instructions" => Instructions {}, "break" => Break { minutes, until, began_at },
    "later" => Later {};
    "question" => Question
});
