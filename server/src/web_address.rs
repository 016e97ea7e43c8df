//! Addresses of pages elsewhere, as organisers type them.

use url::Url;

/// An address, in bytes.
pub const ADDRESS_BYTES: usize = 500;

/// An address of a page, as it goes over the wire: of http or https, with a host, and with nobody's
/// name or password in it.
pub fn of_a_page(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let url = Url::parse(typed).ok()?;
    let is_page = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_plain = url.username().is_empty() && url.password().is_none();
    let address = String::from(url);
    (is_page && is_plain && address.len() <= ADDRESS_BYTES).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_page_and_nowhere_else() {
        assert_eq!(
            of_a_page(" https://x.nl/über?a=b ").as_deref(),
            Some("https://x.nl/%C3%BCber?a=b")
        );
        for wrong in [
            "",
            "peil.example.org",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "//x.nl/",
            "/p/elders",
            "https://",
            "https://x.nl/\r\nBcc: y@z.nl",
            "https://x.nl/a b",
            "https://ik:geheim@x.nl/",
            "mailto:a@b.nl",
        ] {
            assert_eq!(of_a_page(wrong), None, "{wrong}");
        }
        assert_eq!(
            of_a_page(&format!("https://x.nl/{}", "a".repeat(500))),
            None
        );
    }
}
