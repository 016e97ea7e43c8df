//! What words are asked and come to, from JSON.

use shared::question::word_counts::WordCount;
use shared::question::words::{WordsInput, WordsLayout, WordsResults};

use crate::reading::{fields, words};

words!(WordsLayout { "cloud" => Cloud, "list" => List });
fields!(WordsResults {
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
