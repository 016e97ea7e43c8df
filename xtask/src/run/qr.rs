//! A QR code for the terminal.

use anyhow::{Context, Result};
use fast_qr::QRBuilder;

/// Light modules around the code, which readers need to find it.
const QUIET: usize = 4;

/// The code in half blocks, two rows of modules to a line, black on white whatever the terminal's
/// colours are.
pub fn drawn(text: &str) -> Result<String> {
    let code = QRBuilder::new(text)
        .build()
        .ok()
        .context("the address is too long for a QR code")?;
    let dark = |row: usize, column: usize| {
        let inside = QUIET..QUIET + code.size;
        inside.contains(&row)
            && inside.contains(&column)
            && code[row - QUIET][column - QUIET].value()
    };
    let size = code.size + 2 * QUIET;
    let mut drawing = String::new();
    for row in (0..size).step_by(2) {
        drawing += "  \x1b[30;107m";
        drawing.extend(
            (0..size).map(|column| match (dark(row, column), dark(row + 1, column)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            }),
        );
        drawing += "\x1b[0m\n";
    }
    Ok(drawing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_in_a_quiet_zone() {
        let drawing = drawn("http://192.168.1.20:8080").unwrap();
        let lines: Vec<_> = drawing
            .lines()
            .map(|line| line.replace("  \x1b[30;107m", "").replace("\x1b[0m", ""))
            .collect();
        assert!(lines[..2].iter().all(|line| line.trim().is_empty()));
        assert!(
            lines
                .iter()
                .all(|line| line.starts_with("    ") && line.ends_with("    "))
        );
        // The corner of the finder pattern: two dark rows, of which the first is the longer one.
        assert!(lines[2].trim().starts_with("█▀▀▀▀▀█"));
    }
}
