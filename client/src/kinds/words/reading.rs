//! What words are asked and come to, from JSON.

use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::words::{Results, WordCount, WordsLayout};

use crate::reading::{Json, Read, fields, variant, words};

words!(WordsLayout { "cloud" => Cloud, "list" => List });
fields!(Results {
    voters,
    given,
    distinct,
    entries
});
fields!(WordCount { text, count });

pub fn input(json: &impl Json) -> Option<Input> {
    variant!(
        json,
        Input::Words {
            entries,
            length,
            layout
        }
    )
}

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Words)
}
