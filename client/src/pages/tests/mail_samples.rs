//! The page of the mail to those who asked for the report: before it goes, under way, and when a
//! person has to decide.

use super::{assets, host};
use crate::language::Language;
use crate::model::mail::MailTrouble;
use crate::pages::mail::MailLetter;
use crate::texts::desk::mail as say;
use crate::views::desk::mail::{
    AddressCounts, DeskMail, LetterFields, MailProgress, RecipientRow, RecipientWhy,
};

const TITLE: &str = "Groepenwerkplaats";

/// Each of them, and the one that ends it.
pub(super) fn mail_pages(language: Language) -> Vec<(&'static str, String)> {
    let desk = |page: DeskMail| host::desk_mail(&assets(), &page);
    let unsubscribe = |is_done| host::unsubscribe(&assets(), language, "a1b2", is_done);
    vec![
        ("desk-mail", desk(mail_new(language))),
        ("desk-mail-running", desk(mail_running(language))),
        ("desk-mail-begun", desk(mail_begun(language))),
        ("desk-mail-elsewhere", desk(mail_elsewhere(language))),
        ("unsubscribe", unsubscribe(false)),
        ("unsubscribed", unsubscribe(true)),
    ]
}

/// Nothing was sent yet.
pub(super) fn mail_new(language: Language) -> DeskMail {
    let letter = LetterFields {
        subject: say::default_subject(language, TITLE),
        lead: say::default_lead(language, TITLE),
        link: "https://peil.example.org/89145348".into(),
    };
    let sent = MailLetter {
        language,
        subject: letter.subject.clone(),
        lead: letter.lead.clone(),
        link: letter.link.clone(),
        unsubscribe: "https://peil.example.org/unsubscribe/…".into(),
    };
    DeskMail {
        language,
        room: "kamer".into(),
        title: TITLE.into(),
        from: Some("peil <verslag@example.org>".into()),
        has_ended: true,
        is_running: false,
        letter,
        version: 3,
        text: sent.text(),
        addresses: AddressCounts {
            asked: 41,
            unsubscribed: 2,
            next: 39,
            all: vec![
                "anna@example.org".into(),
                "bob@example.org".into(),
                "een.heel.lang.adres.dat.niet.past@afdeling.van.een.organisatie.example.org".into(),
            ],
        },
        progress: MailProgress::default(),
        notice: None,
    }
}

fn row(name: &str, address: Option<&str>, why: RecipientWhy) -> RecipientRow {
    RecipientRow {
        name: name.into(),
        address: address.map(str::to_owned),
        why,
    }
}

/// It is being sent, and the server is away.
pub(super) fn mail_running(language: Language) -> DeskMail {
    let said = "421 4.7.0 try again later".to_owned();
    DeskMail {
        is_running: true,
        progress: MailProgress {
            sent: 12,
            waiting: 26,
            later: vec![row(
                "c3",
                Some("carla@example.org"),
                RecipientWhy::At("20:44".into(), "450 mailbox busy".into()),
            )],
            trouble: Some((MailTrouble::Unreachable, said, "20:16".into())),
            ..MailProgress::default()
        },
        ..mail_new(language)
    }
}

/// It is over, and some did not come.
pub(super) fn mail_begun(language: Language) -> DeskMail {
    let said = |words: &str| RecipientWhy::Said(words.into());
    DeskMail {
        progress: MailProgress {
            sent: 34,
            unsubscribed: 1,
            withdrawn: 1,
            refused: vec![
                row(
                    "a1",
                    Some("dirk@example.org"),
                    said("550 <…>: no such user"),
                ),
                row(
                    "a2",
                    Some("eva@example.org"),
                    RecipientWhy::GivenUp("450 busy".into()),
                ),
                row("a3", Some("frits@example"), RecipientWhy::NoAddress),
            ],
            unknown: vec![
                row("b1", Some("gerda@example.org"), said("")),
                row("b2", None, said("")),
            ],
            kept_until: Some("2026-11-29 20:14".into()),
            ..MailProgress::default()
        },
        addresses: AddressCounts {
            next: 0,
            ..mail_new(language).addresses
        },
        notice: Some("mail_nobody".into()),
        ..mail_new(language)
    }
}

/// This instance sends none.
pub(super) fn mail_elsewhere(language: Language) -> DeskMail {
    DeskMail {
        from: None,
        has_ended: false,
        progress: MailProgress {
            sent: 3,
            are_gone: true,
            ..MailProgress::default()
        },
        ..mail_new(language)
    }
}
