//! How wide texts are, and where they break, by the font's own advances.

pub use shared::lettering::width;

/// Breaks a text at its spaces, greedily, into at most `lines`; if text is left over, the last line ends
/// in an ellipsis.
pub fn wrap(text: &str, size: f64, weight: u16, measure: f64, lines: usize) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if !line.is_empty() && width(&longer, size, weight) > measure {
            broken.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    broken.push(line);
    let cut = broken.len() > lines;
    broken.truncate(lines.max(1));
    if let Some(last) = broken.last_mut() {
        shorten(last, size, weight, measure, cut);
    }
    broken
}

/// Shortens a line until it fits with an ellipsis, if it is to have one or is too wide by itself.
fn shorten(line: &mut String, size: f64, weight: u16, measure: f64, cut: bool) {
    if !cut && width(line, size, weight) <= measure {
        return;
    }
    while !line.is_empty() && width(&format!("{line}…"), size, weight) > measure {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push('…');
}

/// As many lines as [`wrap`] needs, as even as they can be: the narrowest measure that keeps their number.
pub fn balance(text: &str, size: f64, weight: u16, measure: f64, lines: usize) -> Vec<String> {
    let mut best = wrap(text, size, weight, measure, lines);
    if best.len() < 2 || best.last().is_some_and(|line| line.ends_with('…')) {
        return best;
    }
    let mut narrower = measure;
    while narrower > measure * 0.4 {
        narrower -= size / 4.0;
        let tried = wrap(text, size, weight, narrower, usize::MAX);
        if tried.len() != best.len() || tried.iter().any(|line| line.ends_with('…')) {
            break;
        }
        best = tried;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_their_measure_and_lose_nothing_they_need_not() {
        let label = "Ik geef geen groepen, maar weet er veel van";
        let lines = balance(label, 34.0, 600, 400.0, 3);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 34.0, 600) <= 400.0), "{lines:?}");
        assert_eq!(lines.join(" "), label);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap(&"woord ".repeat(60), 34.0, 600, 400.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], 34.0, 600) <= 400.0);
        let long = wrap(&"w".repeat(200), 34.0, 600, 400.0, 2);
        assert!(width(&long[0], 34.0, 600) <= 400.0, "{long:?}");
    }

    #[test]
    fn figures_are_tabular() {
        assert!((width("111", 10.0, 700) - width("888", 10.0, 700)).abs() < 1e-9);
    }
}
