//! What open answers are asked for and come to, from JSON.

use serde_json::Value;
use shared::instant;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::open::{OpenAnswer, OpenLayout, Results};

use crate::reading::{Read, fields, variant, words};

words!(OpenLayout { "wall" => Wall, "one" => One, "list" => List, "columns" => Columns });
fields!(Results {
    voters,
    total,
    votes,
    answers
});

impl Read for OpenAnswer {
    fn read(json: &Value) -> Option<Self> {
        let at = instant::parse(json["at"].as_str()?)?;
        Some(Self {
            id: Read::read(&json["id"])?,
            text: Read::read(&json["text"])?,
            votes: Read::read(&json["votes"])?,
            at,
        })
    }
}

pub fn input(json: &Value) -> Option<Input> {
    variant!(
        json,
        Input::Open {
            entries,
            length,
            votes,
            layout,
            columns
        }
    )
}

pub fn results(json: &Value) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Open)
}
