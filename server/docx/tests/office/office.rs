//! LibreOffice, asked to read a document and to say what is in it.

use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The bytes of one, as letters.
const PICTURE: &str = "office:binary-data";

/// The texts of a document, a line for each paragraph.
#[track_caller]
pub fn text_of(docx: &[u8]) -> String {
    let text = converted(docx, "txt:Text (encoded):UTF8");
    text.trim_start_matches('\u{feff}').to_owned()
}

/// What a document is to LibreOffice: flat OpenDocument.
pub struct OpenedDocument {
    pub xml: String,
}

impl OpenedDocument {
    #[track_caller]
    pub fn of(docx: &[u8]) -> Self {
        Self {
            xml: converted(docx, "fodt"),
        }
    }

    fn events(&self) -> Vec<Event<'_>> {
        let mut reader = Reader::from_str(&self.xml);
        let mut events = Vec::new();
        loop {
            match reader.read_event().expect("LibreOffice writes XML") {
                Event::Eof => return events,
                event => events.push(event),
            }
        }
    }

    /// The texts of the elements of that name, with the value of one of their attributes.
    pub fn elements(&self, name: &str, of: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let (mut depth, mut is_picture) = (0, false);
        for event in self.events() {
            match &event {
                Event::Start(element) if element.name().as_ref() == name => {
                    depth += 1;
                    found.push((attribute(element, of), String::new()));
                }
                Event::End(element) if element.name().as_ref() == name => depth -= 1,
                Event::Start(element) if element.name().as_ref() == PICTURE => is_picture = true,
                Event::End(element) if element.name().as_ref() == PICTURE => is_picture = false,
                _ if is_picture => {}
                Event::Empty(element) if depth > 0 && element.name().as_ref() == "text:tab" => {
                    let (_, said) = found.last_mut().expect("it began");
                    said.push('\t');
                }
                Event::Text(text) if depth > 0 => {
                    let (_, said) = found.last_mut().expect("it began");
                    said.push_str(text.as_ref());
                }
                Event::GeneralRef(entity) if depth > 0 => {
                    let entity = format!("&{};", entity.as_ref() as &str);
                    let (_, said) = found.last_mut().expect("it began");
                    said.push_str(&quick_xml::escape::unescape(&entity).expect("it is XML"));
                }
                _ => {}
            }
        }
        found
    }

    /// The values of an attribute of the elements of that name that have it.
    pub fn attributes(&self, name: &str, of: &str) -> Vec<String> {
        let named = |event: &Event<'_>| match event {
            Event::Start(element) | Event::Empty(element) if element.name().as_ref() == name => {
                Some(attribute(element, of))
            }
            _ => None,
        };
        let values = self.events();
        let values = values.iter().filter_map(named);
        values.filter(|value| !value.is_empty()).collect()
    }

    /// The texts of the elements of that name, in one line each.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let elements = self.elements(name, "").into_iter();
        elements.map(|(_, text)| one_line(&text)).collect()
    }
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let found = element.try_get_attribute(name).expect("it is XML");
    found.map_or_else(String::new, |attribute| attribute.value.as_ref().to_owned())
}

/// With a profile of its own: it runs beside others, and beside the one that somebody works with.
#[track_caller]
fn converted(docx: &[u8], to: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    std::fs::write(folder.join("report.docx"), docx).expect("a file can be written");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(folder.join("report.docx"))
        .output()
        .expect("LibreOffice is installed: `apt-get install libreoffice-writer`");
    let (ending, _) = to.split_once(':').unwrap_or((to, ""));
    let read = std::fs::read_to_string(folder.join("report").with_extension(ending));
    read.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}
