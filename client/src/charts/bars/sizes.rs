//! How large bars and what is said of them are.

/// Letters, and the thickest bar and the most that a row has for it and its air.
#[derive(Debug, PartialEq)]
pub struct Sizes {
    pub label: f64,
    pub count: f64,
    pub share: f64,
    pub bar: f64,
    pub air: f64,
}

/// The fewer options, the larger; where labels are too long for that, smaller ones are tried.
pub const SIZES: [Sizes; 4] = [
    Sizes {
        label: 48.0,
        count: 60.0,
        share: 44.0,
        bar: 104.0,
        air: 196.0,
    },
    Sizes {
        label: 40.0,
        count: 50.0,
        share: 38.0,
        bar: 62.0,
        air: 116.0,
    },
    Sizes {
        label: 34.0,
        count: 44.0,
        share: 34.0,
        bar: 48.0,
        air: 92.0,
    },
    Sizes {
        label: 32.0,
        count: 36.0,
        share: 32.0,
        bar: 38.0,
        air: 72.0,
    },
];

/// Besides on a flat screen, whose height has more units: as large to the eye as the smallest on a
/// wide one.
pub const FLAT: Sizes = Sizes {
    label: 27.0,
    count: 31.0,
    share: 27.0,
    bar: 32.0,
    air: 60.0,
};
