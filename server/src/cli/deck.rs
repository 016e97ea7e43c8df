//! `peil deck check`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use shared::deck::grammar::{self, Problem};
use shared::limits::DECK_BYTES;

/// The status for decks with errors.
const WRONG: u8 = 2;

/// Works on deck files.
#[derive(Subcommand)]
pub enum Deck {
    /// Says what is wrong with deck files, by line.
    Check {
        /// Deck files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

impl Deck {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Self::Check { files } = self;
        // Every file is checked, also behind one that is wrong.
        let right: Vec<bool> = files.iter().map(|file| check(file)).collect();
        Ok(if right.into_iter().all(|right| right) { ExitCode::SUCCESS } else { ExitCode::from(WRONG) })
    }
}

fn check(file: &Path) -> bool {
    let text = match read(file) {
        Ok(text) => text,
        Err(why) => {
            eprintln!("{}:1: {why}", file.display());
            return false;
        }
    };
    let (problems, right) = match grammar::read(&text) {
        Ok(reading) => (reading.warnings, true),
        Err(errors) => (errors, false),
    };
    problems.iter().for_each(|problem| say(file, problem));
    right
}

fn read(file: &Path) -> Result<String, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("this file can't be read: {error}"))?;
    if bytes.len() > DECK_BYTES {
        return Err(format!("a deck is at most {DECK_BYTES} bytes, this is {}", bytes.len()));
    }
    String::from_utf8(bytes).map_err(|_| "a deck is text in UTF-8; save it as that".to_owned())
}

fn say(file: &Path, problem: &Problem) {
    let warning = if problem.is_error() { "" } else { "warning: " };
    println!("{}:{}: {warning}{}", file.display(), problem.line, problem.message());
}
