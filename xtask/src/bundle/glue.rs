//! The script between a page and its wasm, as wasm-bindgen writes it, made smaller.

use std::collections::HashMap;

/// How many characters wasm-bindgen ends a name with that two crates could have in common.
const HASH: usize = 16;

/// The glue without what only its readers need: doc comments, indents and empty lines. A text of
/// several lines would lose its own blanks, so glue that has one is left as it is.
pub fn without_comments(glue: &str) -> String {
    if glue.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return glue.to_owned();
    }
    let (mut kept, mut comment) = (String::with_capacity(glue.len()), false);
    for line in glue.lines().map(str::trim) {
        comment |= line.starts_with("/**");
        if !comment && !line.is_empty() {
            kept += line;
            kept.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    kept
}

/// The glue with short names for what the wasm imports of it, which are changed there too: each
/// ends with a hash, of which no compression makes less, and stands in both files.
pub fn with_short_names<'a>(glue: &str, imports: impl Iterator<Item = &'a mut String>) -> String {
    let mut short = HashMap::new();
    for name in imports.filter(|name| is_hashed(name)) {
        let next = format!("i{}", short.len());
        let new: &String = short.entry(name.clone()).or_insert(next);
        name.clone_from(new);
    }
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let mut written = String::with_capacity(glue.len());
    for piece in glue.split_inclusive(|letter| !is_part(letter)) {
        let name = piece.trim_end_matches(|letter| !is_part(letter));
        written += short.get(name).map_or(name, String::as_str);
        written += &piece[name.len()..];
    }
    written
}

/// Whether a name is one of those that wasm-bindgen alone gives and calls.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
    let is_hex = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
    hash.len() == HASH && hash.bytes().all(is_hex)
}

/// The glue, with one line more that starts it: an inline script would do that elsewhere, and the
/// content security policy has none.
pub fn starting(glue: &str, wasm: &str) -> String {
    format!("{glue}\n__wbg_init({{ module_or_path: new URL(\"{wasm}\", import.meta.url) }});\n")
}

#[cfg(test)]
mod tests {
    use super::{with_short_names, without_comments};

    #[test]
    fn glue_goes_out_without_what_only_its_readers_need() {
        let glue = "/**\n * @returns {number}\n */\n  get a() {\n\n    return `${b}`; // c\n  }\n/** one line */\nd();\n";
        assert_eq!(
            without_comments(glue),
            "get a() {\nreturn `${b}`; // c\n}\nd();\n"
        );
        // A text of several lines is nobody's to change.
        let text = "a = `\n  b\n`;\n";
        assert_eq!(without_comments(text), text);
    }

    #[test]
    fn an_import_has_one_short_name_in_both_files_and_nothing_else_is_renamed() {
        let glue = "__wbg_now_0123456789abcdef: function() { return now(); },\n\
                    __wbg_init_memory, a.__wbg_now_0123456789abcdef_b;\n\
                    __wbg_set_fedcba9876543210: set";
        let mut imports = [
            "__wbg_now_0123456789abcdef".to_owned(),
            "__wbg_init_memory".to_owned(),
            "__wbg_set_fedcba9876543210".to_owned(),
        ];
        assert_eq!(
            with_short_names(glue, imports.iter_mut()),
            "i0: function() { return now(); },\n\
             __wbg_init_memory, a.__wbg_now_0123456789abcdef_b;\n\
             i1: set"
        );
        assert_eq!(imports, ["i0", "__wbg_init_memory", "i1"]);
    }
}
