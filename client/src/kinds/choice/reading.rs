//! What a choice asks and comes to, from JSON.

use shared::protocol::view::{Input, InputOption};
use shared::question::Results as AnyResults;
use shared::question::choice::{ChoiceLayout, OptionVotes, OtherText, Pick, Results};

use crate::reading::{Json, Read, fields, variant, words};

words!(ChoiceLayout { "bars" => Bars, "columns" => Columns, "donut" => Donut, "dots" => Dots, "places" => Places });
fields!(InputOption {
    label,
    other,
    image
});
fields!(Pick { min, max });
fields!(Results {
    voters,
    options,
    others
});
fields!(OptionVotes { label, votes });
fields!(OtherText { text, votes });

pub fn input(json: &impl Json) -> Option<Input> {
    variant!(
        json,
        Input::Choice {
            options,
            pick,
            shuffle,
            layout
        }
    )
}

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Choice)
}
