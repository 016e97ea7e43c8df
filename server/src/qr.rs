//! QR codes as pictures.

use fast_qr::{ECL, QRBuilder};

/// Modules of white around a QR code, as the standard asks.
const QUIET_ZONE: usize = 4;

/// A QR code (ISO/IEC 18004, level M) as SVG, its quiet zone within the box.
pub fn svg(text: &str) -> String {
    // Only a text of kilobytes does not fit; the address is on the page in words too.
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else {
        return String::new();
    };
    let code = &code;
    let dark = |y: usize| {
        (0..code.size)
            .filter(move |x| code[y][*x].value())
            .map(move |x| (x, y))
    };
    let modules = (0..code.size).flat_map(dark);
    let path: String = modules
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE))
        .collect();
    let side = code.size + 2 * QUIET_ZONE;
    format!("<svg viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>")
}
