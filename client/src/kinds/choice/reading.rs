//! What a choice asks and comes to, from JSON.

use shared::question::choice::{
    ChoiceInput, ChoiceLayout, ChoiceResults, InputOption, OptionVotes, OtherText, Pick,
};

use crate::reading::{fields, words};

words!(ChoiceLayout { "bars" => Bars, "columns" => Columns, "donut" => Donut, "dots" => Dots, "places" => Places });
fields!(InputOption {
    label,
    other,
    image
});
fields!(Pick { min, max });
fields!(ChoiceResults {
    voters,
    options,
    others
});
fields!(OptionVotes { label, votes });
fields!(OtherText { text, votes });
fields!(ChoiceInput {
    options,
    pick,
    shuffle,
    layout
});
