//! Reads a document back: its parts by name, their elements, attributes and texts.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

pub struct DocxReader {
    parts: Vec<(String, Vec<u8>)>,
}

impl DocxReader {
    pub fn opened(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
        let parts = (0..zip.len()).map(|at| {
            let mut file = zip.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is whole");
            (file.name().expect("it is UTF-8").into_owned(), bytes)
        });
        Self {
            parts: parts.collect(),
        }
    }

    pub fn names(&self) -> Vec<String> {
        self.parts.iter().map(|(name, _)| name.clone()).collect()
    }

    #[track_caller]
    pub fn bytes(&self, name: &str) -> &[u8] {
        let part = self.parts.iter().find(|(part, _)| part == name);
        &part.expect("it is there").1
    }

    #[track_caller]
    pub fn xml(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name).to_vec()).expect("it is UTF-8")
    }
}

#[track_caller]
fn events(xml: &str) -> Vec<Event<'_>> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Eof => return found,
            event => found.push(event),
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).expect("it is XML")?;
    let value = quick_xml::escape::unescape(&attribute.value).expect("it is XML");
    Some(value.into_owned())
}

/// Reads all of it, attributes too.
#[track_caller]
pub fn well_formed(xml: &str) {
    for event in events(xml) {
        if let Event::Start(element) | Event::Empty(element) = event {
            for attribute in element.attributes() {
                let attribute = attribute.expect("it is XML");
                quick_xml::escape::unescape(&attribute.value).expect("it is XML");
            }
        }
    }
}

/// The values of an attribute, of the elements of that name that have it; of the others nothing, if
/// none has it.
#[track_caller]
pub fn values(xml: &str, name: &str, of: &str) -> Vec<String> {
    let named = |event: Event<'_>| match event {
        Event::Start(element) | Event::Empty(element) if element.name().as_ref() == name => {
            Some(attribute(&element, of))
        }
        _ => None,
    };
    let all: Vec<_> = events(xml).into_iter().filter_map(named).collect();
    let some = all.iter().flatten().count() > 0;
    let kept = all.into_iter().filter(|value| value.is_some() || !some);
    kept.map(Option::unwrap_or_default).collect()
}

/// The texts inside the elements of that name.
#[track_caller]
pub fn inside(xml: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_inside = false;
    for event in events(xml) {
        match event {
            Event::Start(element) if element.name().as_ref() == name => {
                is_inside = true;
                found.push(String::new());
            }
            Event::End(element) if element.name().as_ref() == name => is_inside = false,
            event if is_inside => found.last_mut().expect("it began").push_str(&said(&event)),
            _ => {}
        }
    }
    found
        .into_iter()
        .map(|text| text.trim().to_owned())
        .collect()
}

fn said(event: &Event<'_>) -> String {
    match event {
        Event::Text(text) => text.as_ref().to_owned(),
        Event::GeneralRef(name) => {
            let entity = format!("&{};", name.as_ref() as &str);
            quick_xml::escape::unescape(&entity)
                .expect("it is XML")
                .into_owned()
        }
        _ => String::new(),
    }
}

/// What is read in each paragraph.
#[track_caller]
pub fn all_texts(xml: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_text = false;
    for event in events(xml) {
        match &event {
            Event::Start(element) if element.name().as_ref() == "w:p" => {
                found.push(String::new());
            }
            Event::Start(element) if element.name().as_ref() == "w:t" => is_text = true,
            Event::End(element) if element.name().as_ref() == "w:t" => is_text = false,
            Event::Empty(element) if element.name().as_ref() == "w:br" => add(&mut found, "\n"),
            Event::Empty(element) if element.name().as_ref() == "w:tab" => add(&mut found, "\t"),
            event if is_text => add(&mut found, &said(event)),
            _ => {}
        }
    }
    found
}

fn add(found: &mut [String], text: &str) {
    // Tab stops of paragraphs stand in no paragraph.
    if let Some(last) = found.last_mut() {
        last.push_str(text);
    }
}

/// What stands in the body, one below the other.
#[track_caller]
pub fn blocks(xml: &str) -> Vec<String> {
    let (mut found, mut depth) = (Vec::new(), 0);
    for event in events(xml) {
        match event {
            Event::Start(element) => {
                if depth == 2 {
                    found.push(element.name().as_ref().to_owned());
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    found
}

/// A text as it comes back: its lines, and nothing that XML can't hold.
pub fn as_read(text: &str) -> String {
    let line_ends = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let text = text.replace("\r\n", "\n").replace(line_ends, "\n");
    let held = |c: &char| {
        !matches!(c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || ['\n', '\t'].contains(c))
    };
    text.chars().filter(held).collect()
}
