//! Texts as YAML: plain where nothing in them means something to YAML, in quotes where it does.

/// What begins a comment wherever it stands, also in quotes.
const COMMENT: &str = "<!--";

/// Behind a key on a line of its own.
pub(crate) fn block(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// Inside `[…]` or `{…}`.
pub(crate) fn flow(text: &str) -> String {
    let dash = text.contains(" -") || text.ends_with('-');
    let special = dash || text.contains([',', '[', ']', '{', '}', ':']);
    if is_plain(text) && !special {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text of several lines behind a key, as lines of their own if they come back as they are.
pub(crate) fn lines(text: &str) -> String {
    if !text.contains('\n') {
        return block(text);
    }
    let safe = |line: &str| {
        let plain = !line.chars().any(needs_escape) && !line.contains(COMMENT);
        plain && line.trim_end() == line && !line.starts_with('\t')
    };
    let starts = !text.starts_with([' ', '\n']) && !text.ends_with('\n');
    if !starts || !text.split('\n').all(safe) {
        return quoted(text);
    }
    let indented = text.split('\n').map(|line| {
        if line.is_empty() {
            "\n".to_owned()
        } else {
            format!("\n  {line}")
        }
    });
    format!("|-{}", indented.collect::<String>())
}

/// Whether a text without quotes is read as it stands: it begins with a letter or digit, or with
/// what is no ASCII and so no mark of YAML.
fn is_plain(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphanumeric() || !c.is_ascii());
    let special = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    starts && !special && !text.contains(COMMENT) && !text.chars().any(needs_escape)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for (place, c) in text.char_indices() {
        match c {
            '<' if text[place..].starts_with(COMMENT) => quoted += "\\x3C",
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            c if needs_escape(c) => quoted += &format!("\\U{:08X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Control characters, line ends of other worlds, marks at the start of files, and what is none.
fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
        || u32::from(c) & 0xfffe == 0xfffe
}
