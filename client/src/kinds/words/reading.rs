//! What words are asked and come to, from JSON.

use serde_json::Value;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::words::{Results, WordCount, WordsLayout};

use crate::reading::{Read, fields, variant, words};

words!(WordsLayout { "cloud" => Cloud, "list" => List });
fields!(Results {
    voters,
    given,
    distinct,
    entries
});
fields!(WordCount { text, count });

pub fn input(json: &Value) -> Option<Input> {
    variant!(
        json,
        Input::Words {
            entries,
            length,
            layout
        }
    )
}

pub fn results(json: &Value) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Words)
}
