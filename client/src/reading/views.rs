//! What a page shows, but for what each kind of question reads by itself (`kinds`).

use shared::groups::GroupName;
use shared::phase::Phase;
use shared::protocol::view::{
    PartView, PastQuestion, PhoneQa, PhoneQuestion, PhoneView, QaState, QuestionView,
    ResultsVisibility, SlideView, SplitGroup, SplitName, SplitResults, Votable,
};

use super::{Json, Read, fields, variants, words};
use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::phone::{ParticipantState, PhoneNotice};

impl Read for ParticipantState {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            language: Read::read(&json.field("language"))?,
            code: Read::read(&json.field("code"))?,
            seq: Read::read(&json.field("seq"))?,
            view: Read::read(&json.field("view"))?,
            own: Read::read(&json.field("own"))?,
            group: Read::read(&json.field("group"))?,
            finished: Read::read(&json.field("finished"))?,
            at: Read::read(&json.field("at"))?,
            offered: Read::read(&json.field("offered"))?,
            shown: Read::read(&json.field("shown"))?,
            key: Read::read(&json.field("key"))?,
            you: Read::read(&json.field("you"))?,
            notice: Read::read(&json.field("notice"))?,
            about_qa: Read::read(&json.field("about_qa"))?,
            typed: Read::read(&json.field("typed"))?,
            saved: Read::read(&json.field("saved"))?,
            address: Read::read(&json.field("address"))?,
            planned: Read::read(&json.field("planned"))?,
            asked_until: Read::read(&json.field("asked_until"))?,
            now: u64::read(&json.field("now")).unwrap_or_default(),
            live: None,
        })
    }
}

impl Read for PhoneNotice {
    fn read(json: &impl Json) -> Option<Self> {
        Some(match json.text().as_deref() {
            None if json.field("unsure").is_object() => {
                Self::Unsure(Read::read(&json.field("unsure"))?)
            }
            None => Self::Refused(Read::read(&json.field("refused"))?),
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
    fn read(json: &impl Json) -> Option<Self> {
        Self::of_tag(&json.text()?)
    }
}

impl Read for QaState {
    fn read(json: &impl Json) -> Option<Self> {
        Some(match json.text().as_deref() {
            Some("chosen") => Self::Chosen,
            Some("answered") => Self::Answered,
            // Phones are sent no others.
            _ => Self::Listed,
        })
    }
}

words!(Phase { "ready" => Ready, "live" => Live, "ended" => Ended });

fields!(PhoneView {
    title,
    language,
    phase,
    slide,
    last,
    trial,
    own_pace,
    late,
    asked,
    reactions,
    groups,
    qa,
    page,
    page_day
});
fields!(PhoneQa { open, questions });
fields!(PhoneQuestion {
    id,
    votes,
    state,
    text,
    reply,
    merged
});
fields!(GroupName { number, name });
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
    holds,
    required,
    countdown_ends,
    grace_ends,
    evaluation,
    groups,
    rules,
    input,
    results,
    split,
    results_round,
    votable,
    voters,
    shown
} without { cloud, moderable, rounds, typed });
fields!(Votable { id, text });
fields!(SplitResults { id, prompt, groups });
fields!(SplitGroup {
    name,
    voters,
    results
});
variants!(SplitName, "is" {
    "answer" => Answer { label }, "unanswered" => Unanswered {}, "no_group" => NoGroup {}, "others" => Others { groups };
    "group" => Group
});

variants!(Doubt, "doubt" {
    "unanswered" => Unanswered { statements },
    "fewer" => Fewer { given, of },
    "unchosen" => Unchosen { label }
});
variants!(PartView, "part" {
    "content" => Content {}, "instructions" => Instructions {}, "break" => Break { minutes, until, began_at },
    "later" => Later {};
    "question" => Question
});
