//! Pictures within a line of text, with their texts for who does not see them.

use crate::xml::XmlWriter;

const DRAWING: [(&str, &str); 3] = [
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    ("xmlns:pic", PICTURE),
];
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// What Word calls a picture that says nothing.
const DECORATIVE: [(&str, &str); 2] = [
    (
        "xmlns:adec",
        "http://schemas.microsoft.com/office/drawing/2017/decorative",
    ),
    ("val", "1"),
];
const DECORATIVE_ID: &str = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

/// A picture in a part of the file.
pub struct InlinePicture<'a> {
    /// No other in the document has it.
    pub number: usize,
    /// Of the relation to the file.
    pub relation: &'a str,
    /// What it shows, in words; nothing where it only decorates.
    pub description: Option<&'a str>,
    /// In EMU, of which a point has 12,700.
    pub size: (u64, u64),
}

/// As wide as the text, unless it is taller than this then.
pub fn size(pixels: (u32, u32), widest: u64, tallest: u64) -> (u64, u64) {
    let (width, height) = (u64::from(pixels.0.max(1)), u64::from(pixels.1.max(1)));
    let of_width = widest * height / width;
    if of_width > tallest {
        ((tallest * width / height).max(1), tallest)
    } else {
        (widest, of_width.max(1))
    }
}

impl XmlWriter {
    /// A run that is a picture.
    pub fn picture(&mut self, picture: &InlinePicture<'_>) {
        let (width, height) = (picture.size.0.to_string(), picture.size.1.to_string());
        let size = [("cx", &*width), ("cy", &*height)];
        self.element("w:r", &[], |xml| {
            xml.element("w:drawing", &[], |xml| {
                let close = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
                xml.element("wp:inline", &[&close[..], &DRAWING].concat(), |xml| {
                    xml.empty("wp:extent", &size);
                    xml.picture_properties("wp:docPr", picture);
                    xml.element("a:graphic", &[], |xml| {
                        xml.element("a:graphicData", &[("uri", PICTURE)], |xml| {
                            xml.graphic(picture, &size);
                        });
                    });
                });
            });
        });
    }

    fn picture_properties(&mut self, name: &str, picture: &InlinePicture<'_>) {
        let number = picture.number.to_string();
        let attributes = [
            ("id", &*number),
            ("name", picture.relation),
            ("descr", picture.description.unwrap_or_default()),
        ];
        self.element(name, &attributes, |xml| {
            if picture.description.is_none() {
                xml.element("a:extLst", &[], |xml| {
                    xml.element("a:ext", &[("uri", DECORATIVE_ID)], |xml| {
                        xml.empty("adec:decorative", &DECORATIVE);
                    });
                });
            }
        });
    }

    fn graphic(&mut self, picture: &InlinePicture<'_>, size: &[(&str, &str)]) {
        self.element("pic:pic", &[], |xml| {
            xml.element("pic:nvPicPr", &[], |xml| {
                xml.picture_properties("pic:cNvPr", picture);
                xml.element("pic:cNvPicPr", &[], |xml| {
                    xml.empty("a:picLocks", &[("noChangeAspect", "1")]);
                });
            });
            xml.element("pic:blipFill", &[], |xml| {
                xml.empty("a:blip", &[("r:embed", picture.relation)]);
                xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
            });
            xml.element("pic:spPr", &[], |xml| {
                xml.element("a:xfrm", &[], |xml| {
                    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                    xml.empty("a:ext", size);
                });
                xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                    xml.empty("a:avLst", &[]);
                });
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_picture_keeps_its_shape_within_what_there_is() {
        for (pixels, expected) in [
            ((1600, 900), (640, 360)),
            ((900, 1600), (202, 360)),
            ((1, 100_000), (1, 360)),
            ((100_000, 1), (640, 1)),
            ((0, 0), (360, 360)),
        ] {
            assert_eq!(size(pixels, 640, 360), expected, "{pixels:?}");
        }
    }
}
