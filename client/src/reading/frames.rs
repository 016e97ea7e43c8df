//! What goes over the wire.

use shared::protocol::view::PhoneView;
use shared::protocol::{About, ClientFrame, Own, OwnAdded, Refused, Saved, ServerFrame};
use shared::refusal::Refusal;

use super::{Json, Read, fields, variants};

impl Read for ServerFrame<PhoneView> {
    fn read(json: &impl Json) -> Option<Self> {
        Some(match json.field("type").text()?.as_str() {
            "hello" => Self::Hello {
                seq: Read::read(&json.field("seq"))?,
                you: Read::read(&json.field("you"))?,
                own: Read::read(&json.field("own"))?,
                group: Read::read(&json.field("group"))?,
                finished: Read::read(&json.field("finished"))?,
                view: Read::read(&json.field("view"))?,
            },
            "finished" => Self::Finished {
                missing: Read::read(&json.field("missing"))?,
            },
            "group" => Self::Group {
                group: Read::read(&json.field("group"))?,
                own: Read::read(&json.field("own"))?,
            },
            "view" => Self::View {
                seq: Read::read(&json.field("seq"))?,
                view: Read::read(&json.field("view"))?,
            },
            "saved" => Self::Saved(Read::read(json)?),
            "refused" => Self::Refused(Read::read(json)?),
            "pong" => Self::Pong {
                id: Read::read(&json.field("id"))?,
                seq: Read::read(&json.field("seq"))?,
            },
            "error" => Self::Error {
                code: Read::read(&json.field("code"))?,
                about: About::read(json),
            },
            _ => return None,
        })
    }
}

variants!(ClientFrame, "type" {
    "answer" => Answer { question, round, turn, fields, seq },
    "add" => Add { question, round, key, turn, text, seq },
    "upvote" => Upvote { question, answer, on, seq },
    "ping" => Ping { id }
});

fields!(About {
    question,
    round,
    turn
});
fields!(Saved {
    question,
    round,
    turn,
    seq,
    answer
});
fields!(Own {
    round,
    turn,
    fields,
    added,
    upvotes,
    erased
});
fields!(OwnAdded {
    id,
    key,
    turn,
    text,
    others
});

impl Read for Refused {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            question: Read::read(&json.field("question"))?,
            round: Read::read(&json.field("round"))?,
            turn: Read::read(&json.field("turn"))?,
            answer: Read::read(&json.field("answer"))?,
            refusal: Read::read(json)?,
            own: Read::read(&json.field("own"))?,
        })
    }
}

impl Read for Refusal {
    fn read(json: &impl Json) -> Option<Self> {
        let code = json.field("code").text()?;
        let known = Self::ALL
            .into_iter()
            .find(|refusal| refusal.code() == code)?;
        let number = ["limit", "current"]
            .into_iter()
            .find_map(|key| Read::read(&json.field(key)));
        Some(known.with_number(number.unwrap_or_default()))
    }
}
