//! The line between two poles: what somebody taps is what is stored, with a finger and a mouse,
//! with scripts and without.

use tests::browser::{Browser, Theme, WindowSize};
use tests::{Peil, Presenter};

use crate::voting::SEND;

/// Lines without stops and with as many as there may be, between poles of either direction and of
/// any length.
const DECK: &str = "---\ntitle: Lijnen\nlanguage: nl\n---\nask: spectrum\nid: bare\nleft: poes\nright: hond\n---\n\n# Kaal?\n\n\
    ---\nask: spectrum\nid: two\nleft: ik zoek altijd eerst zekerheid\nright: ik ben een gokker\nstops: [soms, vaak]\n---\n\n# Twee?\n\n\
    ---\nask: spectrum\nid: three\nleft: poes 🐱\nright: hond 🐶\nstops: [een beetje, ertussenin, best wel veel]\n---\n\n# Drie?\n\n\
    ---\nask: spectrum\nid: rtl\nleft: قطة\nright: כלב\nstops: [قليلا, באמצע, كثيرا]\n---\n\n# إلى اليمين؟\n\n\
    ---\nask: spectrum\nid: five\nleft: l\nright: r\nstops: [a, b, c, d, e]\n---\n\n# Vijf?\n\n\
    ---\nask: spectrum\nid: seven\nleft: l\nright: r\nstops: [a, b, c, d, e, f, g]\n---\n\n# Zeven?\n";

/// Where the line is drawn: from where, to where, and how far down.
const LINE: &str = "const line = document.querySelector('.line, .step-track'); line.scrollIntoView({ block: 'center' });
    const at = line.getBoundingClientRect(), drawn = getComputedStyle(line, '::before');
    return [at.left + parseFloat(drawn.left), at.right - parseFloat(drawn.right), at.top + at.height / 2];";
/// Where the marks are drawn: by gradient with scripts, by radio button without.
const MARKS: &str = "const places = [...document.querySelectorAll('.notch input')], line = document.querySelector('.line');
    if (!line) return places.map(place => { const at = place.getBoundingClientRect(); return at.left + at.width / 2; });
    const at = line.getBoundingClientRect(), drawn = getComputedStyle(line, '::after'), left = at.left + parseFloat(drawn.left);
    const tile = (at.right - parseFloat(drawn.right) - left) / 11;
    return Array.from({ length: 11 }, (_, place) => left + tile * (place + 0.5));";
const STOPS: &str = "return [...document.querySelectorAll('.stops li')].map(stop => {
    const at = stop.getBoundingClientRect(); return at.left + at.width / 2; });";

#[derive(Clone, Copy, Debug)]
enum By {
    Finger,
    Mouse,
}

/// Where on the line that is, of 100.
fn part(x: f64, line: &[f64]) -> f64 {
    100.0 * (x - line[0]) / (line[1] - line[0])
}

#[track_caller]
fn near(one: f64, other: f64, within: f64, what: &str) {
    assert!((one - other).abs() <= within, "{what}: {one} and {other}");
}

/// Taps there, sends it, and gives what the room has stored.
fn stores(phone: &Browser, presenter: &Presenter, question: &str, (x, by): (f64, By)) -> f64 {
    let y = phone.places_of(LINE)[2];
    match by {
        By::Finger => phone.touches(x, y),
        By::Mouse => phone.clicks_at(x, y),
    };
    tests::until("the tap is noticed", || {
        let chosen = phone.counts(".line:not(.untouched), .notch input:checked") > 0;
        chosen.then_some(())
    });
    phone.sends(&SEND).sees("Opgeslagen");
    presenter.results(question).values()[0]
}

#[test]
fn what_is_drawn_on_the_line_is_what_is_stored() {
    let peil = Peil::starts();
    for scripts in [true, false] {
        let presenter = peil.organiser().starts(DECK);
        let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
        if !scripts {
            phone.switches_scripts_off();
        }
        for (question, stops, screen, theme, by) in [
            ("bare", 0, WindowSize::Phone, Theme::Light, By::Finger),
            ("two", 2, WindowSize::SmallPhone, Theme::Light, By::Mouse),
            ("three", 3, WindowSize::LowPhone, Theme::Dark, By::Finger),
            ("rtl", 3, WindowSize::Phone, Theme::Dark, By::Mouse),
            ("five", 5, WindowSize::SmallPhone, Theme::Dark, By::Finger),
            ("seven", 7, WindowSize::Phone, Theme::Light, By::Finger),
        ] {
            presenter.opens(question);
            phone
                .becomes(screen)
                .turns(theme)
                .goes(&format!("/{}", presenter.code()))
                .is_welcome();
            if scripts {
                tests::until("the page is alive", || {
                    (phone.counts("[data-alive] .line") > 0).then_some(())
                });
            }
            let what = format!(
                "{question}, {screen:?}, {by:?}, {}",
                if scripts { "scripts" } else { "no scripts" }
            );
            let (line, marks, named) = (
                phone.places_of(LINE),
                phone.places_of(MARKS),
                phone.places_of(STOPS),
            );
            assert_eq!(named.len(), stops, "{what}");
            for (number, x) in named.iter().enumerate() {
                near(
                    part(*x, &line),
                    100.0 * (number + 1) as f64 / (stops + 1) as f64,
                    0.6,
                    &what,
                );
            }
            // The middle last but one: where it was tapped first nothing has moved.
            let last = marks.len() - 1;
            for mark in [last / 2, 0, 1, last, last - 1] {
                let place = 100.0 * mark as f64 / last as f64;
                near(
                    part(marks[mark], &line),
                    place,
                    0.3,
                    &format!("{what}: mark {mark} is drawn where it means"),
                );
                let stored = stores(&phone, &presenter, question, (marks[mark], by));
                near(
                    stored,
                    place,
                    if scripts { 0.5 } else { 0.01 },
                    &format!("{what}: mark {mark}"),
                );
            }
            for (number, x) in named.iter().enumerate() {
                let stored = stores(&phone, &presenter, question, (*x, by));
                let stop = 100.0 * (number + 1) as f64 / (stops + 1) as f64;
                near(
                    stored,
                    stop,
                    if scripts { 0.51 } else { 0.01 },
                    &format!("{what}: stop {number}"),
                );
            }
            phone.takes_a_picture(&format!("line-{question}-{scripts}"));
        }
    }
}

#[test]
fn a_tap_close_to_where_somebody_is_moves_there_and_keys_step_by_one() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("bare");
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    phone.goes(&format!("/{}", presenter.code())).is_welcome();
    tests::until("the page is alive", || {
        (phone.counts("[data-alive] .line") > 0).then_some(())
    });
    let line = phone.places_of(LINE);
    let x = |place: f64| line[0] + (line[1] - line[0]) * place / 100.0;
    // Each lies under the thumb of the one before.
    for place in [47.0, 50.0, 53.0, 56.0, 50.0, 46.0] {
        near(
            stores(&phone, &presenter, "bare", (x(place), By::Finger)),
            place,
            0.5,
            "a finger",
        );
        near(
            stores(&phone, &presenter, "bare", (x(place + 2.0), By::Mouse)),
            place + 2.0,
            0.5,
            "a mouse",
        );
    }
    for value in [7, 0, 100] {
        phone.places(value).sends(&SEND).sees("Opgeslagen");
        assert_eq!(presenter.results("bare").values(), [f64::from(value)]);
    }
}
