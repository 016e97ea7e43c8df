//! What open answers are asked for and come to, from JSON.

use shared::instant;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::open::{OpenAnswer, OpenLayout, Results};

use crate::reading::{Json, Read, fields, variant, words};

words!(OpenLayout { "wall" => Wall, "one" => One, "list" => List, "columns" => Columns });
fields!(Results {
    voters,
    total,
    votes,
    answers
});

impl Read for OpenAnswer {
    fn read(json: &impl Json) -> Option<Self> {
        let at = instant::parse(&json.field("at").text()?)?;
        Some(Self {
            id: Read::read(&json.field("id"))?,
            text: Read::read(&json.field("text"))?,
            votes: Read::read(&json.field("votes"))?,
            at,
        })
    }
}

pub fn input(json: &impl Json) -> Option<Input> {
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

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Open)
}
