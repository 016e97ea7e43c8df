//! Texts that are a deck of another program, or a whole deck inside a code fence.

/// A program's name, settings that stand at the top of its decks, how they begin a file, and what
/// stands in their text.
struct Program {
    name: &'static str,
    keys: &'static [&'static str],
    /// Settings that only together show whose deck it is.
    together: &'static [&'static str],
    begins: &'static [&'static str],
    marks: &'static [&'static str],
}

const PROGRAMS: &[Program] = &[
    Program {
        name: "Marp",
        keys: &[
            "marp",
            "paginate",
            "backgroundColor",
            "backgroundImage",
            "headingDivider",
        ],
        together: &[],
        begins: &[],
        marks: &[
            "![bg",
            "<!-- _class:",
            "<!-- class:",
            "<!-- _paginate:",
            "<!-- paginate:",
            "<!-- _backgroundColor:",
            "<!-- theme:",
            "<!-- fit -->",
        ],
    },
    Program {
        name: "Slidev",
        keys: &[
            "mdc",
            "drawings",
            "transition",
            "themeConfig",
            "highlighter",
            "lineNumbers",
            "routerMode",
            "colorSchema",
            "exportFilename",
            "canvasWidth",
        ],
        together: &[],
        begins: &[],
        marks: &[
            "<v-click",
            "</v-clicks",
            "::right::",
            "::left::",
            "layout: two-cols",
            "layout: cover",
            "layout: center",
            "layout: image-right",
            "layout: image-left",
            "layout: section",
        ],
    },
    Program {
        name: "reveal.js",
        keys: &["revealOptions", "verticalSeparator", "separator"],
        together: &[],
        begins: &["<section data-markdown"],
        marks: &[
            "<!-- .slide:",
            "<!-- .element:",
            "<section data-markdown",
            "<section>",
        ],
    },
    Program {
        name: "Pandoc",
        keys: &[
            "output",
            "header-includes",
            "documentclass",
            "aspectratio",
            "slide-level",
            "institute",
            "pandoc",
        ],
        together: &["author", "date"],
        begins: &["% "],
        marks: &[
            "::: columns",
            ":::: columns",
            "::: {",
            ":::: {",
            "::: incremental",
            "::: nonincremental",
            ". . .",
        ],
    },
];

/// The program that a deck was written for, if it shows, and the line that shows it.
pub(super) fn of(text: &str) -> Option<(usize, &'static str)> {
    let begin = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let first = 1 + text[..text.len() - begin.len()].matches('\n').count();
    let front = front(begin);
    PROGRAMS.iter().find_map(|program| {
        if program.begins.iter().any(|mark| begin.starts_with(mark)) {
            return Some((first, program.name));
        }
        let key = front
            .iter()
            .position(|line| program.keys.iter().any(|key| is_key(line, key)));
        let key = key.or_else(|| all_of(&front, program.together));
        let key = key.map(|index| (first + 1 + index, program.name));
        key.or_else(|| mark(text, program).map(|line| (line, program.name)))
    })
}

/// The lines between the first two `---`.
fn front(text: &str) -> Vec<&str> {
    let mut lines = text.lines();
    match lines.next().map(str::trim_end) {
        Some("---") => lines
            .take_while(|line| line.trim_end() != "---")
            .take(100)
            .collect(),
        _ => Vec::new(),
    }
}

/// The first line of keys that are common apart, where they all stand together.
fn all_of(front: &[&str], keys: &[&str]) -> Option<usize> {
    let mut places = keys
        .iter()
        .map(|key| front.iter().position(|line| is_key(line, key)));
    let first = places.next().flatten()?;
    places.try_fold(first, |first, place| Some(first.min(place?)))
}

fn is_key(line: &str, key: &str) -> bool {
    line.strip_prefix(key)
        .is_some_and(|rest| rest.starts_with(':'))
}

/// The line of a mark, outside code. Notes between `:::` are read by this program too.
fn mark(text: &str, program: &Program) -> Option<usize> {
    let mut fence: Option<&str> = None;
    for (number, line) in (1..).zip(text.lines()) {
        let begin = line.trim_start();
        match fence {
            Some(open) if begin.starts_with(open) => fence = None,
            Some(_) => {}
            None if begin.starts_with("```") => fence = Some("```"),
            None if begin.starts_with("~~~") => fence = Some("~~~"),
            None if program.marks.iter().any(|mark| begin.starts_with(mark))
                && !begin.contains("notes") =>
            {
                return Some(number);
            }
            None => {}
        }
    }
    None
}

/// The first line of a text that is nothing but one code fence with a deck in it.
pub(super) fn fenced(text: &str) -> Option<usize> {
    let whole = text.trim();
    let mark = ["```", "~~~"]
        .into_iter()
        .find(|mark| whole.starts_with(mark) && whole.len() > 6 && whole.ends_with(mark))?;
    let (first, inside) = whole.split_once('\n')?;
    let inside = inside.strip_suffix(mark)?;
    let other = inside.lines().any(|line| line.starts_with(mark));
    let deck = inside
        .lines()
        .any(|line| line.trim_end() == "---" || line.starts_with("ask:"));
    let line = 1 + text[..text.len() - text.trim_start().len()]
        .matches('\n')
        .count();
    (!first[3..].contains(mark) && !other && deck).then_some(line)
}
