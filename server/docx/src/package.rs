//! The file: its parts, packed. What no report changes lies in `parts`.

use std::io::{Cursor, Write};

use shared::report::Report;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::body::{DocumentPart, relation};
use crate::page::{footer, header, way_of};
use crate::xml::XmlWriter;

const CONTENT_TYPES: &str = include_str!("../parts/content_types.xml");
const PACKAGE_RELS: &str = include_str!("../parts/package.rels");
const HEADER_RELS: &str = include_str!("../parts/header.rels");
const APP: &str = include_str!("../parts/app.xml");
const STYLES: &str = include_str!("../parts/styles.xml");
const NUMBERING: &str = include_str!("../parts/numbering.xml");
const SETTINGS: &str = include_str!("../parts/settings.xml");
const FONT_TABLE: &str = include_str!("../parts/fontTable.xml");
const MARK: &[u8] = include_bytes!("../parts/mark.png");

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn packed(report: &Report, page_of: &str, document: &DocumentPart) -> ZipResult<Vec<u8>> {
    let mut file = DocxFile {
        zip: ZipWriter::new(Cursor::new(Vec::new())),
    };
    file.text("[Content_Types].xml", CONTENT_TYPES)?;
    file.text("_rels/.rels", PACKAGE_RELS)?;
    file.xml("word/document.xml", &document.xml)?;
    file.xml(
        "word/_rels/document.xml.rels",
        &relationships(document.pngs.len()),
    )?;
    file.xml("word/styles.xml", &styles(report))?;
    file.text("word/numbering.xml", NUMBERING)?;
    file.text("word/settings.xml", SETTINGS)?;
    file.text("word/fontTable.xml", FONT_TABLE)?;
    file.xml("word/header.xml", &header(report))?;
    file.text("word/_rels/header.xml.rels", HEADER_RELS)?;
    file.xml("word/footer.xml", &footer(report, page_of))?;
    file.xml("docProps/core.xml", &core(report))?;
    file.text("docProps/app.xml", APP)?;
    file.picture("word/media/mark.png", MARK)?;
    for (number, png) in document.pngs.iter().enumerate() {
        file.picture(&format!("word/{}", target(number)), png)?;
    }
    Ok(file.zip.finish()?.into_inner())
}

struct DocxFile {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl DocxFile {
    fn text(&mut self, name: &str, text: &str) -> ZipResult<()> {
        self.part(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    fn xml(&mut self, name: &str, bytes: &[u8]) -> ZipResult<()> {
        self.part(name, bytes, CompressionMethod::Deflated)
    }

    /// Packed already.
    fn picture(&mut self, name: &str, png: &[u8]) -> ZipResult<()> {
        self.part(name, png, CompressionMethod::Stored)
    }

    /// Of no day: the same report gives the same file.
    fn part(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

fn target(number: usize) -> String {
    format!("media/{}.png", relation(number))
}

/// Which files the main part names, by which ids.
fn relationships(pictures: usize) -> Vec<u8> {
    let parts = [
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "header",
        "footer",
    ];
    let related = |xml: &mut XmlWriter, id: &str, kind: &str, target: &str| {
        let kind = format!("{RELATIONSHIP}/{kind}");
        let attributes = [("Id", id), ("Type", &kind), ("Target", target)];
        xml.empty("Relationship", &attributes);
    };
    XmlWriter::part("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for part in parts {
            related(xml, part, part, &format!("{part}.xml"));
        }
        for number in 0..pictures {
            related(xml, &relation(number), "image", &target(number));
        }
    })
}

/// The styles, in the report's language. Word reads of which language a run is by the way it goes.
fn styles(report: &Report) -> Vec<u8> {
    let attribute = if way_of(report).is_rtl() {
        "w:bidi"
    } else {
        "w:val"
    };
    let language: String = report.language.chars().filter(belongs_to_a_tag).collect();
    let said = if language.is_empty() {
        String::new()
    } else {
        format!(r#"<w:lang {attribute}="{language}"/>"#)
    };
    STYLES.replace("{language}", &said).into_bytes()
}

fn belongs_to_a_tag(c: &char) -> bool {
    c.is_ascii_alphanumeric() || *c == '-'
}

/// What the file says of itself.
fn core(report: &Report) -> Vec<u8> {
    let namespaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let said = [
        ("dc:title", &report.title),
        ("dc:subject", &report.kind),
        ("dc:language", &report.language),
    ];
    XmlWriter::part("cp:coreProperties", &namespaces, |xml| {
        for (name, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
            xml.text(name, &[], text);
        }
    })
}
