//! What is said of the mail to those who asked for the report: at the desk, in the mail itself, and
//! on the page that ends it.

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::mail as say;
pub use crate::messages::mail::{MailTexts, asked, left_out, send_meaning};
use crate::model::mail::MailTrouble;

/// What stands in the way of all mail.
pub fn trouble(language: Language, trouble: MailTrouble) -> &'static str {
    let say = MailTexts::of(language);
    match trouble {
        MailTrouble::Unreachable => say.unreachable,
        MailTrouble::Encryption => say.encryption,
        MailTrouble::Login => say.login,
        MailTrouble::Sender => say.sender,
    }
}

/// When it is tried again.
pub fn tried_again(language: Language, time: &str) -> String {
    say::tried_again(language, MessageArgument::Phrase(time))
}

/// Where bounces go.
pub fn bounces(language: Language, from: &str) -> String {
    say::bounces(language, from)
}

/// When the addresses go.
pub fn kept_until(language: Language, time: &str) -> String {
    say::kept_until(language, MessageArgument::Phrase(time))
}

/// What stands over the mail unless somebody wrote something else.
pub fn default_subject(language: Language, title: &str) -> String {
    say::default_subject(language, MessageArgument::Phrase(title))
}

/// What it begins with unless somebody wrote something else.
pub fn default_lead(language: Language, title: &str) -> String {
    say::default_lead(language, MessageArgument::Phrase(title))
}
