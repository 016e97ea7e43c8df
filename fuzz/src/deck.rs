//! A deck's text, as somebody pastes or uploads it: it is read, or the answer says what is wrong
//! with it; and what was read means the same when it is written and read again.

use shared::deck::grammar::read;
use shared::deck::problem::Problem;
use shared::deck::{markdown, write};

/// Reads a text, and writes and shows what it says.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match read(&text) {
        Ok(reading) => {
            look_at(&reading.warnings, &text);
            let written = write::text(&reading.deck);
            let again = read(&written)
                .unwrap_or_else(|problems| panic!("written as\n{written}\n{problems:#?}"));
            assert_eq!(again.deck, reading.deck, "written as\n{written}");
            for slide in &reading.deck.slides {
                assert!((1..=60).contains(&slide.id.as_str().len()), "{}", slide.id);
                // What they make of it is tested where they are; here only that there is an end to
                // it.
                let _ = (markdown::html(&slide.body), markdown::plain(&slide.body));
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "a text that is refused is told why");
            look_at(&problems, &text);
        }
    }
}

/// Each problem is in a line of the text, and has its code.
fn look_at(problems: &[Problem], text: &str) {
    let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
    for problem in problems {
        assert!(
            (1..=lines).contains(&problem.line),
            "{problem} of {lines} lines"
        );
        assert!(!problem.code().is_empty(), "{problem:?}");
    }
}
