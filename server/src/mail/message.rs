//! A mail as it goes over the wire: letters of every alphabet in ASCII, nothing that ends a header
//! early, and the way out where mail programs look for it.

use std::time::SystemTime;

use client::pages::mail::MailLetter;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::recipient::Recipient;
use super::smtp_settings::SmtpSettings;

/// By this a mail program ends it without opening a page (RFC 8058).
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// The whole mail. `id` is the same each time that it is sent to that address: who gets it twice
/// may be shown it once.
///
/// # Errors
/// Where it can't be made: what went in was not checked.
pub fn message(
    settings: &SmtpSettings,
    letter: &MailLetter,
    to: &Recipient,
    id: &str,
    at: SystemTime,
) -> Result<Vec<u8>, lettre::error::Error> {
    let message = Message::builder()
        .from(settings.from.clone())
        .to(Mailbox::new(None, to.address().clone()))
        .subject(one_line(&letter.subject))
        .date(at)
        .message_id(Some(format!("<{id}@{}>", settings.domain())))
        .raw_header(header(
            HeaderName::new_from_ascii_str("List-Unsubscribe"),
            format!("<{}>", one_line(&letter.unsubscribe)),
        ))
        .raw_header(header(
            HeaderName::new_from_ascii_str("List-Unsubscribe-Post"),
            ONE_CLICK.to_owned(),
        ))
        .raw_header(header(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(
            letter.text(),
            letter.html(),
        ))?;
    Ok(message.formatted())
}

fn header(name: HeaderName, value: String) -> HeaderValue {
    HeaderValue::new(name, value)
}

/// What was stored before it was checked, or by another version, begins no header either.
fn one_line(text: &str) -> String {
    let line = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    line.collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use client::language::Language;

    use super::*;

    fn sent(subject: &str, lead: &str) -> String {
        let from = "\"Zoë van Peil\" <verslag@example.org>";
        let settings = SmtpSettings::parse("smtp://mail.example.org", from, None).unwrap();
        let letter = MailLetter {
            language: Language::of_tag("nl").unwrap_or_default(),
            subject: subject.into(),
            lead: lead.into(),
            link: "https://peil.example.org/89145348".into(),
            unsubscribe: format!("https://peil.example.org/unsubscribe/{}", "a1".repeat(32)),
        };
        let to = Recipient::parse("anna@bücher.example").unwrap();
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let message = message(&settings, &letter, &to, "abc.room", at).unwrap();
        String::from_utf8(message).expect("it is ASCII")
    }

    fn headers(message: &str) -> Vec<&str> {
        let head = message.split("\r\n\r\n").next().unwrap();
        let lines = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']));
        lines.map(|line| line.split(':').next().unwrap()).collect()
    }

    #[test]
    fn it_carries_what_a_mail_needs_and_the_way_out() {
        let message = sent("Verslag: Groepenwerkplaats", "Dag!\n\n.\n.een punt vooraan");
        assert_eq!(
            headers(&message),
            [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Auto-Submitted",
                "MIME-Version",
                "Content-Type"
            ]
        );
        assert!(message.contains("Message-ID: <abc.room@example.org>\r\n"));
        assert!(message.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        let unfolded = message.replace("\r\n ", "");
        let way_out = format!("<https://peil.example.org/unsubscribe/{}>", "a1".repeat(32));
        assert!(unfolded.contains(&way_out), "{message}");
        assert!(message.contains("To: anna@xn--bcher-kva.example\r\n"));
        assert!(message.contains("text/plain") && message.contains("text/html"));
    }

    #[test]
    fn nothing_that_was_written_becomes_a_header() {
        for subject in [
            "Dag\r\nBcc: bob@example.org",
            "Dag\nBcc: bob@example.org",
            "Dag\r\n\r\nEen andere tekst",
            "Dag\u{0}\u{7}",
            "Ωmega \u{1f600} 漢字",
            "=?utf-8?q?Bcc?= \r\n\tBcc: x@y.nl",
        ] {
            let message = sent(subject, "Bcc: bob@example.org\r\n\r\nDATA\r\n.\r\nQUIT");
            assert!(message.is_ascii(), "{subject:?}");
            assert_eq!(headers(&message).len(), 10, "{subject:?}: {message}");
            assert!(!headers(&message).contains(&"Bcc"), "{subject:?}");
            assert!(
                message
                    .split("\r\n")
                    .all(|line| line.len() <= 998 && !line.contains('\n'))
            );
        }
    }
}
