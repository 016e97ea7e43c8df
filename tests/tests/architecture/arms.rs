//! No arm for the rest where a kind of question decides, on either side: whoever asks hands a kind
//! its own settings, answers and results, and the compiler names a kind that is left out.

use std::collections::BTreeSet;
use std::fs;

use crate::code::{self, CodeLine};
use crate::kinds::KINDS;
use crate::names::{assert_each_is_declared, assert_none};
use crate::sources::{is_a_test, root, rust_files, shown};

/// Where kinds stand: their lists and their own folders.
const FOLDERS: [&str; 2] = ["client/src/kinds", "shared/src/question"];
const LISTS: [&str; 2] = ["client/src/kinds.rs", "shared/src/question.rs"];
/// What has a variant for each kind, by the names under which kinds know it.
const ENUMS: [&str; 6] = [
    "QuestionSpec",
    "Answer",
    "Tally",
    "Input",
    "Results",
    "KindFigure",
];

/// Macros that make an arm for the rest, and why it may be there.
const WITH_A_REST: [(&str, &str); 2] = [
    (
        "shared/src/question/of_one_kind.rs",
        "it hands a kind's folder what is its own, and nothing of any other kind: that is what it is \
         asked for, and a kind that is added changes none of it",
    ),
    (
        "client/src/kinds/figure_context.rs",
        "a question and results can be of two kinds, by a round from before it became another one: \
         every pair of two is shown alike, and is no kind that was left out",
    ),
];

/// Code as one text, and where in it each line begins.
struct Code {
    text: String,
    lines: Vec<(usize, usize)>,
}

impl Code {
    fn of(lines: &[CodeLine]) -> Self {
        let mut code = Self {
            text: String::new(),
            lines: Vec::new(),
        };
        for line in lines {
            code.lines.push((code.text.len(), line.number));
            code.text += &line.bare;
            code.text.push('\n');
        }
        code.text = said_once(&code.text);
        code
    }

    /// The number of the line in which a place lies.
    fn line(&self, at: usize) -> usize {
        let before = self.lines.iter().take_while(|(begins, _)| *begins <= at);
        before.last().map_or(0, |(_, number)| *number)
    }

    /// Behind each place where a word stands by itself.
    fn behind<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.text.match_indices(word).filter_map(move |(at, _)| {
            let alone = !self.text[..at].chars().next_back().is_some_and(is_word);
            alone.then_some(at + word.len())
        })
    }
}

/// What a macro repeats, as if it were said once: blanks for `$(` and for `)*`.
fn said_once(text: &str) -> String {
    let (mut said, mut around) = (text.as_bytes().to_vec(), Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        let repeats = at > 0 && text.as_bytes()[at - 1] == b'$';
        match byte {
            b'(' => {
                around.push(repeats);
                if repeats {
                    said[at - 1..=at].fill(b' ');
                }
            }
            b')' if around.pop() == Some(true) => {
                let behind = &text.as_bytes()[at + 1..];
                let end = behind.iter().position(|byte| b"*+?".contains(byte));
                said[at..=at + 1 + end.unwrap_or_default()].fill(b' ');
            }
            _ => {}
        }
    }
    String::from_utf8(said).expect("blanks stand for whole characters")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a text names a variant that is a kind, or whichever a macro is given.
fn names_a_kind(text: &str) -> bool {
    if text.contains("::$variant") {
        return true;
    }
    let mut pairs = ENUMS
        .iter()
        .flat_map(|name| KINDS.map(|(variant, _)| format!("{name}::{variant}")));
    pairs.any(|path| {
        text.match_indices(&path).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + path.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
    })
}

/// How far it is to the first of these outside of any brackets, or to the bracket that ends all.
fn until(text: &str, ends: &[&str]) -> usize {
    let mut deep = 0_usize;
    for (at, c) in text.char_indices() {
        if deep == 0 && ends.iter().any(|end| text[at..].starts_with(end)) {
            return at;
        }
        match c {
            '{' | '(' | '[' => deep += 1,
            '}' | ')' | ']' if deep == 0 => return at,
            '}' | ')' | ']' => deep -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The patterns of the arms between the braces of a `match`.
fn patterns(body: &str) -> Vec<&str> {
    let (mut patterns, mut rest) = (Vec::new(), body);
    loop {
        let arrow = until(rest, &["=>"]);
        let Some(behind) = rest[arrow..].strip_prefix("=>") else {
            return patterns;
        };
        patterns.push(rest[..arrow].trim());
        let behind = behind.trim_start();
        let end = match behind.strip_prefix('{') {
            Some(block) => 2 + until(block, &[]),
            None => until(behind, &[","]),
        };
        rest = behind.get(end..).unwrap_or_default();
        rest = rest.trim_start().strip_prefix(',').unwrap_or(rest);
    }
}

/// The parts of a tuple; a pattern that is none is its own only part.
fn parts(pattern: &str) -> Vec<&str> {
    let Some(mut rest) = pattern.strip_prefix('(') else {
        return vec![pattern];
    };
    let mut parts = Vec::new();
    loop {
        let end = until(rest, &[","]);
        parts.push(rest[..end].trim());
        match rest[end..].strip_prefix(',') {
            Some(behind) => rest = behind,
            None => return parts,
        }
    }
}

/// Whether some of these patterns name a kind where another one takes whatever is left.
fn leave_a_rest(patterns: &[&str]) -> bool {
    let tuples: Vec<Vec<&str>> = patterns.iter().map(|pattern| parts(pattern)).collect();
    let longest = tuples.iter().map(Vec::len).max().unwrap_or_default();
    let wild = |part: &str| part == "_" || part.starts_with("_ if ");
    (0..longest).any(|place| {
        let at = |tuple: &'_ Vec<&'_ str>| -> bool {
            let whole = tuple.len() == 1 && wild(tuple[0]);
            whole || tuple.get(place).is_some_and(|part| wild(part))
        };
        let names = |tuple: &Vec<&str>| tuple.get(place).is_some_and(|part| names_a_kind(part));
        tuples.iter().any(names) && tuples.iter().any(at)
    })
}

/// The lines of what takes one kind and leaves the rest to chance: a `match` over kinds with a
/// wildcard, and every `let` and `matches!` of one of them.
fn for_the_rest(lines: &[CodeLine]) -> Vec<usize> {
    let code = Code::of(lines);
    let bound = code.behind("let ").filter(|at| {
        let rest = &code.text[*at..];
        names_a_kind(&rest[..until(rest, &["="])])
    });
    let asked = code.behind("matches!(").filter(|at| {
        let rest = &code.text[*at..];
        names_a_kind(&rest[..until(rest, &[])])
    });
    let matched = code.behind("match ").filter(|at| {
        let rest = &code.text[*at..];
        let Some(body) = rest[until(rest, &["{"])..].strip_prefix('{') else {
            return false;
        };
        leave_a_rest(&patterns(&body[..until(body, &[])]))
    });
    let mut found: Vec<usize> = bound.chain(asked).chain(matched).collect();
    found.sort_unstable();
    found.into_iter().map(|at| code.line(at)).collect()
}

#[test]
fn no_kind_has_an_arm_for_the_rest() {
    let (mut found, mut read) = (Vec::new(), 0);
    let mut excepted = BTreeSet::new();
    let inside = FOLDERS.into_iter().flat_map(rust_files);
    let files = LISTS
        .map(|list| root().join(list))
        .into_iter()
        .chain(inside);
    for file in files.filter(|file| !is_a_test(file)) {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let shown = shown(&file);
        let lines = for_the_rest(&code::production(&text));
        read += 1;
        if let Some((file, _)) = WITH_A_REST.iter().find(|(file, _)| *file == shown) {
            excepted.extend((!lines.is_empty()).then_some(*file));
            continue;
        }
        found.extend(lines.into_iter().map(|line| format!("{shown}:{line}")));
    }
    assert_none(&found, "a kind that is left out here would compile");
    assert!(read > 80, "the rule reads {read} files only");
    assert_each_is_declared(&ENUMS);
    let exceptions = WITH_A_REST.map(|(file, _)| file).into();
    assert_eq!(excepted, exceptions, "an exception is there for something");
}

/// The lists of the core. They have kinds that decks may hold and nobody can answer yet: in an arm
/// of several, one that is made playable would be left where it was.
const OF_THE_CORE: [&str; 3] = [
    "shared/src/question.rs",
    "shared/src/question/answer.rs",
    "shared/src/question/input.rs",
];

#[test]
fn in_the_lists_of_the_core_each_kind_has_an_arm_of_its_own() {
    let (mut found, mut arms) = (Vec::new(), 0);
    for list in OF_THE_CORE {
        let text = fs::read_to_string(root().join(list)).expect("a list is there");
        let lines = code::production(&text);
        arms += lines
            .iter()
            .filter(|line| line.bare.trim().starts_with("Self::"))
            .count();
        let shared = lines.iter().filter(|line| line.bare.contains("| Self::"));
        found.extend(shared.map(|line| format!("{list}:{}", line.number)));
    }
    assert_none(&found, "these arms are of several kinds");
    assert!(arms > 100, "the rule reads {arms} arms only");
}

#[test]
fn what_leaves_kinds_to_chance_is_found() {
    for (text, wrong) in [
        (
            "match input {\n    Input::Choice(a) => a,\n    _ => 0,\n}",
            &[1][..],
        ),
        (
            "match x {\n    A => match (input, a) {\n        (Input::Open(_), _) => {}\n        _ if b => {}\n    },\n    B => {}\n}",
            &[2],
        ),
        (
            "let Input::Scale(ScaleInput {\n    from, ..\n}) = input\nelse {\n    return;\n};",
            &[1],
        ),
        ("let (Results::Open(a), b) = c else { return };", &[1]),
        ("if let Answer::Words { entries } = answer {}", &[1]),
        (
            "if a && let Some(question::Results::Number(b)) = c {}",
            &[1],
        ),
        (
            "a(matches!(\n    input,\n    Input::Open(OpenInput { votes: 1.., .. })\n))",
            &[1],
        ),
        (
            "let QuestionSpec::Number(asked) = ask else {};\nmatches!(ask, QuestionSpec::Qa(_))",
            &[1, 2],
        ),
        (
            "match input {\n    Input::Choice(_) | Input::Open(_) => match a { Some(b) => b, _ => 0 },\n}",
            &[],
        ),
        (
            "match kind {\n    PhoneNotice::Refused(_) => Results::Open(a),\n    _ => Results::Number(b),\n}",
            &[],
        ),
        (
            "match (self, answer) {\n    (Self::A(a), Answer::Words { b }) => {}\n    (Self::A(_) | Self::B, _) => {}\n}",
            &[1],
        ),
        (
            "match (input, a) {\n    (Input::Open(_), true) => {}\n    (Input::Choice(_), _) => {}\n}",
            &[],
        ),
        (
            "let results = Results::Open(a);\nif let Some(a) = Input::Open(b).c() {}",
            &[],
        ),
        ("if let FieldInput::Choice { options } = a {}", &[]),
        (
            "$(fn $name() {\n    match self {\n        Self::$variant(of) => Some(of),\n        _ => None,\n    }\n})*",
            &[2],
        ),
        (
            "match (a, b) {\n    $((Self::$variant(c), Results::$variant(d)) => {})*\n    $((Self::$variant(_), _) => {})*\n}",
            &[1],
        ),
        (
            "match self {\n    $(Self::$variant(of) => of.voters,)*\n}",
            &[],
        ),
    ] {
        assert_eq!(for_the_rest(&code::lines(text)), wrong, "{text}");
    }
}
