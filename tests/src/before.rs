//! The earlier room: a data folder, cookies and unsent answers that an older binary left behind, to
//! be opened by the one under test, which has to go on as if nothing had happened.
//!
//! `tests/data/before.tar` holds them, `tests/data/before.json` what the older binary itself said
//! of it. Both were made by `PEIL_BIN=OLD-BINARY cargo run --package tests --bin before`, whose
//! story is in `making`. They stay as they are: made anew they would say nothing about old data any
//! more.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::cookies::CookieValues;
use crate::{Folder, Peil, Phone, Presenter, Setup, Started, Visitor};

mod making;

pub use making::make;

/// What was given and then erased: it must be nowhere.
pub const ERASED: &str = "Waarom-zei-ik-dit-nu-hardop";
/// The slide that could not be played.
pub const NOT_PLAYED: &str = "volgorde";

/// A peil that goes on with the earlier room, on a folder of its own.
pub struct Before {
    /// The peil.
    pub peil: Peil,
    /// What the older binary said: `started`, `room`, `results`, `export`, `long`, `old_deck`,
    /// `sign_in`.
    pub figures: Value,
    folder: Folder,
}

impl Before {
    /// Unpacks the folder and starts peil on it.
    #[track_caller]
    pub fn goes_on() -> Self {
        Self::goes_on_with(Vec::new())
    }

    /// The same with more options.
    #[track_caller]
    pub fn goes_on_with(options: Vec<String>) -> Self {
        let folder = Folder::new();
        let tar = beside("before.tar");
        let unpacked = Command::new("tar")
            .arg("-xf")
            .arg(&tar)
            .arg("-C")
            .arg(folder.path())
            .status();
        assert!(
            unpacked.is_ok_and(|status| status.success()),
            "{} can't be unpacked",
            tar.display()
        );
        let figures = json(&beside("before.json"));
        let data = Some(folder.path().join("data"));
        Self {
            peil: Peil::starts_with(Setup {
                data,
                options,
                ..Setup::default()
            }),
            figures,
            folder,
        }
    }

    /// The organiser of that room, with the token.
    #[track_caller]
    pub fn presenter(&self) -> Presenter {
        let started: Started =
            serde_json::from_value(self.figures["started"].clone()).expect("what the API gave");
        Presenter {
            organiser: self.peil.organiser(),
            started,
        }
    }

    /// Somebody's browser with the cookies that it had.
    #[track_caller]
    pub fn visitor(&self, name: &str) -> Visitor {
        self.peil
            .visitor(name)
            .with_origin(&self.peil.address().origin())
            .with_cookies(&self.cookies(name))
    }

    /// Somebody's phone with the cookies that it had, before the room.
    #[track_caller]
    pub fn phone(&self, name: &str) -> Phone {
        let phone = self.peil.phone(name).with_cookies(&self.cookies(name));
        phone.goes_on_with(&self.presenter().started.code)
    }

    /// The cookies of a browser.
    #[track_caller]
    pub fn cookies(&self, name: &str) -> CookieValues {
        let cookies = json(&self.folder.path().join(format!("cookies/{name}.json")));
        serde_json::from_value(cookies).expect("values by name")
    }

    /// What a phone's page had kept of what it knows and owes, as it stood in the browser's
    /// storage.
    #[track_caller]
    pub fn outbox(&self, name: &str) -> Value {
        json(&self.folder.path().join(format!("outbox/{name}.json")))
    }
}

/// Fails unless everything the older binary said is still said. More may be said now.
#[track_caller]
pub fn assert_still_says(old: &Value, now: &Value, what: &str) {
    match (old, now) {
        (Value::Object(old), Value::Object(fields)) => {
            old.iter().for_each(|(name, old)| {
                assert_still_says(old, &fields[name], &format!("{what}.{name}"))
            });
        }
        (Value::Array(old), Value::Array(now)) if old.len() == now.len() => {
            old.iter()
                .zip(now)
                .zip(0..)
                .for_each(|((old, now), at)| assert_still_says(old, now, &format!("{what}[{at}]")));
        }
        _ => assert_eq!(old, now, "{what}"),
    }
}

fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name)
}

#[track_caller]
fn json(file: &Path) -> Value {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
