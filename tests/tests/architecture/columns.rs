//! No line is longer than rustfmt lets it be, also where it leaves macros and comments alone.

use std::fs;

use crate::code;
use crate::names::assert_none;
use crate::sources::{is_a_test, rust_files, shown, source_folders};

const WIDTH: usize = 100;

/// The lines of a text that are too long without what stands in their strings, which nobody breaks:
/// a sentence is found by its words.
fn long_lines(text: &str) -> Vec<usize> {
    let code = code::lines(text);
    let in_strings = |number: usize| {
        let line = code.iter().find(|line| line.number == number);
        line.map_or(0, |line| {
            let pairs = line.text.chars().zip(line.bare.chars());
            pairs.filter(|(text, bare)| text != bare).count()
        })
    };
    let too_long = |(number, line): &(usize, &str)| {
        let width = line.chars().count();
        width > WIDTH && width - in_strings(*number) > WIDTH
    };
    let lines = (1..).zip(text.lines());
    lines.filter(too_long).map(|(number, _)| number).collect()
}

#[test]
fn no_line_is_too_long() {
    let folders = source_folders().into_iter();
    let files = folders.flat_map(|folder| rust_files(&folder));
    let long: Vec<String> = files
        .filter(|file| !is_a_test(file))
        .flat_map(|file| {
            let text = fs::read_to_string(&file).expect("a source can be read");
            let lines = long_lines(&text).into_iter();
            lines.map(move |line| format!("{}:{line}", shown(&file)))
        })
        .collect();
    assert_none(&long, "break these");
}

#[test]
fn a_line_is_as_long_as_what_is_no_string_in_it() {
    let letters = |count: usize| "a".repeat(count);
    for (line, too_long) in [
        (letters(100), false),
        (letters(101), true),
        ("é".repeat(100), false),
        (format!("let a = \"{}\";", letters(101)), false),
        (format!("let {} = \"a\";", letters(100)), true),
        (format!("// {}", letters(98)), true),
        (format!("let a = 1; // \"{}\"", letters(98)), true),
    ] {
        let found = long_lines(&format!("let before;\n{line}\nlet behind;\n"));
        assert_eq!(found, [2][..usize::from(too_long)], "{line}");
    }
}
