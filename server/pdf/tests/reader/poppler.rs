//! Poppler, asked what is in a document: its texts, and its structure.

use std::process::Command;

/// The texts in the order in which they were written, a line each.
#[track_caller]
pub fn text_of(pdf: &[u8]) -> String {
    asked("pdftotext", &["-raw", "FILE", "-"], pdf)
}

/// What the document says of itself: `Title`, `Tagged`, `Pages`.
#[track_caller]
pub fn said_of(pdf: &[u8], name: &str) -> String {
    let said = asked("pdfinfo", &["FILE"], pdf);
    let mut lines = said.lines().filter_map(|line| line.split_once(':'));
    let line = lines.find(|(known, _)| *known == name);
    line.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

/// An element of the structure.
#[derive(Debug, PartialEq)]
pub struct TaggedElement {
    pub depth: usize,
    pub name: String,
    /// What stands in it itself.
    pub text: String,
    /// Its attributes, as `Scope Row`.
    pub said: Vec<String>,
}

/// All elements, each before what stands below it.
#[track_caller]
pub fn elements(pdf: &[u8]) -> Vec<TaggedElement> {
    let mut elements: Vec<TaggedElement> = Vec::new();
    for line in asked("pdfinfo", &["-struct-text", "FILE"], pdf).lines() {
        let words = line.trim_start();
        let last = elements.last_mut();
        if let Some(text) = words.strip_prefix('"') {
            let last = last.expect("a text stands in something");
            last.text += text.strip_suffix('"').unwrap_or(text);
        } else if let Some(attribute) = words.strip_prefix('/') {
            let last = last.expect("an attribute is of something");
            last.said.push(attribute.replace('/', ""));
        } else {
            let name = words.split([' ', ':']).next().unwrap_or_default();
            elements.push(TaggedElement {
                depth: (line.len() - words.len()) / 2,
                name: name.to_owned(),
                text: String::new(),
                said: Vec::new(),
            });
        }
    }
    elements
}

#[track_caller]
fn asked(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, pdf).expect("a file can be written");
    let file = file.to_str().expect("a path in plain letters");
    let arguments = arguments
        .iter()
        .map(|word| if *word == "FILE" { file } else { word });
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("poppler is installed: `apt-get install poppler-utils`");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}");
    // Titles of headings come out of it in what they stand in.
    String::from_utf8_lossy(&output.stdout).into_owned()
}
