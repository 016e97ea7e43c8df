//! Poles and stops of any length stand there as a whole.

use super::*;

/// Poles and stops from a word to as many characters as a label may have.
const LABELS: [&str; 9] = [
    "poes",
    "ik zoek zekerheid",
    "We wachten af tot er meer geld en meer tijd voor komt",
    "We beginnen volgende week gewoon met een kleine groep in het buurthuis",
    "Samenwerkingsverband Arbeidsongeschiktheidsverzekeringen",
    LONG_POLE,
    "群体工作坊很有意思我们都很喜欢这个活动希望明年再来一次而且要请更多的人一起参加",
    "سوف نجرب شيئا جديدا في الحي مع كل الجيران ونرى ما الذي سيحدث بعد ذلك في الصيف",
    "👩‍👩‍👦👩‍👩‍👦 samen 👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦👩‍👩‍👦",
];
const LONG_POLE: &str = "Ik geef geen groepen, maar weet er veel van, want mijn collega’s doen dat al jaren en vertellen er graag over; dus ik wil dit komend jaar ook gaan doen";

/// Without blanks and hyphens, which lines take and add.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect()
}

#[test]
fn a_pole_of_any_length_stands_there_as_a_whole_and_above_the_line_when_long() {
    let two = Heading {
        prompt: "Geloof jij dat groepen het welzijn hier in de wijk echt gaan verbeteren?",
        body: "",
    };
    for (number, label) in LABELS.into_iter().enumerate() {
        for (image, note) in [
            (None, None),
            (Some("🐱"), Some("het zal wel weer mislukken")),
            (None, Some(LONG_POLE)),
        ] {
            let pole = |label: &str| Pole {
                label: label.to_owned(),
                note: note.map(str::to_owned),
                image: image.map(str::to_owned),
            };
            let (left, right) = (pole(label), pole(LABELS[(number + 1) % LABELS.len()]));
            for (shape, people) in Shape::ALL
                .into_iter()
                .flat_map(|shape| [0, 1, 168, 10_000].map(|n| (shape, n)))
            {
                for heading in [HEADING, two] {
                    let asked = Line {
                        poles: (&left, &right),
                        stops: &[],
                        layout: Dots,
                    };
                    let drawing = spectrum_drawing(
                        heading.surface(shape),
                        &places(people),
                        asked,
                        Language::Nl,
                    );
                    let named = format!("{label} {note:?}, {people} people, {shape:?}");
                    assert_sound(&drawing, &named);
                    let words = bare(&words_of(&drawing.marks, "pole-label"));
                    assert_eq!(words, bare(&left.label) + &bare(&right.label), "{named}");
                    let notes = bare(&words_of(&drawing.marks, "pole-note"));
                    assert_eq!(notes, bare(note.unwrap_or_default()).repeat(2), "{named}");
                    let is_long = label.chars().count() >= 50 || note == Some(LONG_POLE);
                    let first = texts(&drawing.marks, (0.0, 0.0))
                        .into_iter()
                        .find(|area| label.starts_with(&area.text));
                    assert!(
                        !is_long || first.is_none_or(|first| first.at[1] < 20.0),
                        "{named}: above the line"
                    );
                }
            }
            let (then, now) = (places(169), places(168));
            let pairs: Vec<Pair> = (0..168)
                .map(|n| Pair {
                    then: (n * 37 % 101) as f64,
                    now: (n * 53 % 101) as f64,
                })
                .collect();
            for (shape, pairs) in Shape::ALL
                .into_iter()
                .flat_map(|shape| [(shape, None), (shape, Some(pairs.as_slice()))])
            {
                let poles = (&left, &right);
                let shift = SlopeChart {
                    then: &then,
                    now: &now,
                    pairs,
                    poles,
                    language: Language::Nl,
                };
                let drawing = shift.drawing(HEADING.surface(shape));
                assert_sound(&drawing, &format!("{label} moved, {shape:?}"));
                let words = bare(&words_of(&drawing.marks, "pole-label"));
                assert_eq!(
                    words,
                    bare(&left.label) + &bare(&right.label),
                    "{label}, {shape:?}"
                );
            }
        }
    }
}

#[test]
fn a_stop_of_any_length_stands_there_as_a_whole() {
    let pole = |label: &str| Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    };
    for (number, label) in LABELS.into_iter().enumerate() {
        for stops in [1, 2, 3, 7] {
            let names: Vec<String> = (0..stops)
                .map(|at| LABELS[(number + at) % LABELS.len()].to_owned())
                .collect();
            for shape in Shape::ALL {
                let poles = (pole("poes"), pole(label));
                let asked = Line {
                    poles: (&poles.0, &poles.1),
                    stops: &names,
                    layout: Dots,
                };
                let drawing =
                    spectrum_drawing(HEADING.surface(shape), &places(168), asked, Language::Nl);
                assert_sound(&drawing, &format!("{names:?}, {shape:?}"));
                let shown = bare(&words_of(&drawing.marks, "stop"));
                assert!(
                    names.iter().all(|name| shown.contains(&bare(name))),
                    "{names:?}, {shape:?}: {shown}"
                );
            }
        }
    }
}
