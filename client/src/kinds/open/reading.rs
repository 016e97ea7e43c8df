//! What open answers are asked for and come to, from JSON.

use shared::instant;
use shared::question::open::{OpenAnswer, OpenInput, OpenLayout, OpenResults};

use crate::reading::{Json, Read, fields, words};

words!(OpenLayout { "wall" => Wall, "one" => One, "list" => List, "columns" => Columns });
fields!(OpenResults {
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
fields!(OpenInput {
    entries,
    length,
    votes,
    layout,
    columns
});
