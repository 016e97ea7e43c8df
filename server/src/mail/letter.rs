//! What a room's mail says: checked where it is typed, so that nothing in it ends a header or leads
//! anywhere but to a page.

use super::Mail;
use super::mail_store::Mailing;
use super::recipient::Recipient;
use crate::web_address;
use client::language::Language;
use client::pages::mail::MailLetter;
use client::texts::desk::mail::{default_lead, default_subject};

/// A subject, in characters.
const SUBJECT_CHARS: usize = 150;
/// What stands above the link, in characters.
const LEAD_CHARS: usize = 4_000;

/// Why a mail was not stored or sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    #[error("this instance sends no mail")]
    NotSetUp,
    #[error("the room has not ended")]
    NotEnded,
    #[error("the mail is being sent")]
    Running,
    #[error("the mail was changed meanwhile")]
    Changed,
    #[error("nobody is left to be sent it")]
    Nobody,
    #[error("the subject is no line of 1 to {SUBJECT_CHARS} characters")]
    Subject,
    #[error("the text has more than {LEAD_CHARS} characters")]
    Lead,
    #[error("the link is no address of a page")]
    Link,
}

/// What an organiser writes.
#[derive(Clone, Debug, Default)]
pub struct LetterText {
    pub subject: String,
    pub lead: String,
    pub link: String,
}

/// The mail as it is unless somebody writes something else.
pub fn usual(language: Language, title: &str, link: String, base: &str) -> Mailing {
    let title = one_line(title);
    let subject = default_subject(language, &title);
    Mailing {
        language,
        subject: subject.chars().take(SUBJECT_CHARS).collect(),
        lead: default_lead(language, &title),
        link,
        base: base.to_owned(),
        is_running: false,
        holds_addresses: false,
    }
}

/// The mail as somebody gets it.
pub fn letter_to(mail: &Mail, mailing: &Mailing, to: &Recipient) -> MailLetter {
    letter(mailing, &mail.unsubscribing.token(to))
}

/// The same with a way out that is not anybody's yet.
pub fn letter(mailing: &Mailing, token: &str) -> MailLetter {
    MailLetter {
        language: mailing.language,
        subject: mailing.subject.clone(),
        lead: mailing.lead.clone(),
        link: mailing.link.clone(),
        unsubscribe: format!("{}/unsubscribe/{token}", mailing.base),
    }
}

impl LetterText {
    /// The same as it is stored.
    ///
    /// # Errors
    /// [`MailError`] where it can't be sent so.
    pub fn checked(self) -> Result<Self, MailError> {
        let subject = self.subject.trim().to_owned();
        let is_line = !subject.chars().any(char::is_control);
        if !is_line || !(1..=SUBJECT_CHARS).contains(&subject.chars().count()) {
            return Err(MailError::Subject);
        }
        let lead = self.lead.replace("\r\n", "\n");
        let is_text = !lead
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        if !is_text || lead.chars().count() > LEAD_CHARS {
            return Err(MailError::Lead);
        }
        let link = web_address::of_a_page(&self.link).ok_or(MailError::Link)?;
        Ok(Self {
            subject,
            lead,
            link,
        })
    }
}

fn one_line(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(subject: &str, lead: &str, link: &str, expected: Result<&str, MailError>) {
        let text = LetterText {
            subject: subject.into(),
            lead: lead.into(),
            link: link.into(),
        };
        let checked = text.checked();
        assert_eq!(
            checked
                .as_ref()
                .map(|text| text.link.as_str())
                .map_err(|error| *error),
            expected,
            "{subject:?} {lead:?} {link:?}"
        );
    }

    #[test]
    fn what_would_end_a_header_is_refused_where_it_is_typed() {
        let link = "https://peil.example.org/89145348";
        check(" Verslag ", "Dag!\r\n\r\nTot later", link, Ok(link));
        check("Ωmega 漢字", "", link, Ok(link));
        check(
            "Dag\nBcc: bob@example.org",
            "",
            link,
            Err(MailError::Subject),
        );
        check(
            "Dag\r\nBcc: bob@example.org",
            "",
            link,
            Err(MailError::Subject),
        );
        check("", "", link, Err(MailError::Subject));
        check("  ", "", link, Err(MailError::Subject));
        check(&"a".repeat(SUBJECT_CHARS), "", link, Ok(link));
        check(
            &"a".repeat(SUBJECT_CHARS + 1),
            "",
            link,
            Err(MailError::Subject),
        );
        check("Dag", &"ë".repeat(LEAD_CHARS), link, Ok(link));
        check(
            "Dag",
            &"ë".repeat(LEAD_CHARS + 1),
            link,
            Err(MailError::Lead),
        );
        check("Dag", "a\u{0}b", link, Err(MailError::Lead));
    }
}
