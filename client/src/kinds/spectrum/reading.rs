//! What a spectrum asks and comes to, from JSON.

use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::spectrum::{Pole, Results, SpectrumLayout};

use crate::reading::{Json, Read, fields, variant, words};

words!(SpectrumLayout { "dots" => Dots, "density" => Density });
fields!(Pole { label, note, image });
fields!(Results {
    voters,
    mean,
    median,
    values,
    histogram,
    fine
});

pub fn input(json: &impl Json) -> Option<Input> {
    variant!(
        json,
        Input::Spectrum {
            left,
            right,
            stops,
            layout
        }
    )
}

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Spectrum)
}
