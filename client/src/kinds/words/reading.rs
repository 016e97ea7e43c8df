//! What words are asked and come to, from JSON.

use shared::question::words::{Results, WordCount, WordsInput, WordsLayout};

use crate::reading::{fields, words};

words!(WordsLayout { "cloud" => Cloud, "list" => List });
fields!(Results {
    voters,
    given,
    distinct,
    entries
});
fields!(WordCount { text, count });
fields!(WordsInput {
    entries,
    length,
    layout
});
