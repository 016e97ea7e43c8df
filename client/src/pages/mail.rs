//! A mail as its reader gets it: as plain text, and with what looks mail programs show. Those take
//! no style sheet, so styles stand at the elements.

use super::escaped;
use crate::language::Language;
use crate::texts::desk::mail::MailTexts;

/// What a mail says. The same to everybody, but for the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLetter {
    pub language: Language,
    pub subject: String,
    /// In paragraphs, with empty lines between.
    pub lead: String,
    /// Where the report is.
    pub link: String,
    /// Where its reader ends it.
    pub unsubscribe: String,
}

const BODY: &str =
    "margin:0;padding:24px;background:#faf8f4;color:#191d24;font:16px/1.5 sans-serif";
const SHEET: &str =
    "max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dcd7cc";
const PARAGRAPH: &str = "margin:0 0 16px;white-space:pre-line";
const BUTTON: &str = "display:inline-block;padding:12px 20px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:6px";
const FOOT: &str = "max-width:560px;margin:16px auto 0;color:#5a626f;font-size:14px";
const PLAIN_LINK: &str = "color:#0b5cad;overflow-wrap:anywhere";

impl MailLetter {
    fn paragraphs(&self) -> impl Iterator<Item = String> {
        let mut paragraphs = vec![String::new()];
        for line in self.lead.lines().map(str::trim_end) {
            let Some(last) = paragraphs.last_mut() else {
                continue;
            };
            match (line.is_empty(), last.is_empty()) {
                (true, true) => {}
                (true, false) => paragraphs.push(String::new()),
                (false, true) => last.push_str(line),
                (false, false) => {
                    last.push('\n');
                    last.push_str(line);
                }
            }
        }
        paragraphs
            .into_iter()
            .filter(|paragraph| !paragraph.is_empty())
    }

    /// As plain text.
    pub fn text(&self) -> String {
        let say = MailTexts::of(self.language);
        let lead: Vec<String> = self.paragraphs().collect();
        let foot = format!("-- \n{}\n{}:\n{}\n", say.why, say.no_more, self.unsubscribe);
        let link = format!("{}:\n{}", say.read, self.link);
        let parts = lead.into_iter().chain([link, foot]);
        parts.collect::<Vec<_>>().join("\n\n")
    }

    /// As a document.
    pub fn html(&self) -> String {
        let say = MailTexts::of(self.language);
        let lead: String = self
            .paragraphs()
            .map(|text| {
                format!(
                    "<p dir=\"auto\" style=\"{PARAGRAPH}\">{}</p>",
                    escaped(&text)
                )
            })
            .collect();
        let (link, out) = (escaped(&self.link), escaped(&self.unsubscribe));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head>\
             <body style=\"{BODY}\"><div style=\"{SHEET}\">{lead}\
             <p style=\"{PARAGRAPH}\"><a href=\"{link}\" style=\"{BUTTON}\">{read}</a></p>\
             <p style=\"margin:0\"><a href=\"{link}\" style=\"{PLAIN_LINK}\">{link}</a></p></div>\
             <p style=\"{FOOT}\">{why}<br><a href=\"{out}\" style=\"{PLAIN_LINK}\">{no_more}</a></p></body></html>\n",
            lang = self.language.tag(),
            dir = self.language.direction().unwrap_or("ltr"),
            title = escaped(&self.subject),
            read = escaped(say.read),
            why = escaped(say.why),
            no_more = escaped(say.no_more),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(lead: &str) -> MailLetter {
        MailLetter {
            language: Language::Nl,
            subject: "Verslag: <b>Groepen</b>".into(),
            lead: lead.into(),
            link: "https://peil.example.org/89145348?a=1&b=2".into(),
            unsubscribe: "https://peil.example.org/unsubscribe/abc".into(),
        }
    }

    #[test]
    fn both_say_the_same_and_what_somebody_wrote_stays_text() {
        let letter = letter("Dag!\r\n\r\n\r\nEén <script>alert(1)</script>\ntwee\n\n");
        let text = letter.text();
        assert!(
            text.starts_with("Dag!\n\nEén <script>alert(1)</script>\ntwee\n\nNaar het verslag:\nhttps://peil.example.org/89145348?a=1&b=2\n\n-- \n"),
            "{text}"
        );
        assert!(text.ends_with("https://peil.example.org/unsubscribe/abc\n"));
        let html = letter.html();
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;\ntwee</p>"));
        assert!(html.contains("href=\"https://peil.example.org/89145348?a=1&amp;b=2\""));
        assert!(html.contains("<title>Verslag: &lt;b&gt;Groepen&lt;/b&gt;</title>"));
    }

    #[test]
    fn without_a_lead_it_is_the_link_and_why() {
        let text = letter(" \n\n ").text();
        assert!(text.starts_with("Naar het verslag:\n"), "{text}");
    }
}
