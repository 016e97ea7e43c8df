//! What goes over the wire.

use serde_json::Value;
use shared::protocol::{About, ClientFrame, Own, OwnAdded, PhoneView, Refused, Saved, ServerFrame};
use shared::refusal::Refusal;

use super::{Read, fields, variants};

impl Read for ServerFrame<PhoneView> {
    fn read(json: &Value) -> Option<Self> {
        Some(match json["type"].as_str()? {
            "hello" => Self::Hello {
                seq: Read::read(&json["seq"])?,
                you: Read::read(&json["you"])?,
                own: Read::read(&json["own"])?,
                view: Read::read(&json["view"])?,
            },
            "view" => Self::View {
                seq: Read::read(&json["seq"])?,
                view: Read::read(&json["view"])?,
            },
            "saved" => Self::Saved(Read::read(json)?),
            "refused" => Self::Refused(Read::read(json)?),
            "pong" => Self::Pong {
                id: Read::read(&json["id"])?,
                seq: Read::read(&json["seq"])?,
            },
            "error" => Self::Error {
                code: Read::read(&json["code"])?,
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
    text
});

impl Read for Refused {
    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            question: Read::read(&json["question"])?,
            round: Read::read(&json["round"])?,
            turn: Read::read(&json["turn"])?,
            answer: Read::read(&json["answer"])?,
            refusal: Read::read(json)?,
            own: Read::read(&json["own"])?,
        })
    }
}

impl Read for Refusal {
    fn read(json: &Value) -> Option<Self> {
        let code = json["code"].as_str()?;
        let known = Self::ALL.iter().find(|refusal| refusal.code() == code)?;
        let number = ["limit", "current"]
            .into_iter()
            .find_map(|key| Read::read(&json[key]));
        Some(known.clone().with_number(number.unwrap_or_default()))
    }
}
