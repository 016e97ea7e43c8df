//! What a spectrum asks and comes to, from JSON.

use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout, SpectrumResults};

use crate::reading::{fields, words};

words!(SpectrumLayout { "dots" => Dots, "density" => Density });
fields!(Pole { label, note, image });
fields!(SpectrumResults {
    voters,
    mean,
    median,
    values,
    histogram,
    fine
});
fields!(SpectrumInput {
    left,
    right,
    stops,
    layout
});
