//! What a `<textarea>` begins with.
//!
//! Leptos writes the children of a textarea as they are, without escaping, and does not hydrate
//! them: its text must go in as the inner HTML that this module escapes.

/// The text as the inner HTML of a textarea: nothing in it can end the element or begin another.
/// A line break at the start is doubled, since parsers drop the first one.
pub fn inner_html(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if escaped.starts_with('\n') {
        format!("\n{escaped}")
    } else {
        escaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_textarea() {
        assert_eq!(
            inner_html("</textarea><b>&amp;"),
            "&lt;/textarea&gt;&lt;b&gt;&amp;amp;"
        );
        assert_eq!(inner_html("\na"), "\n\na");
    }
}
