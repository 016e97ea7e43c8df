//! `peil deck check`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use client::language::Language;
use client::texts::problems::problem as sentence;
use shared::deck::file::{self, DeckFile};
use shared::deck::grammar::{self};
use shared::deck::problem::Problem;
use shared::limits::DECK_BYTES;

/// The status for decks with errors.
const WRONG: u8 = 2;

/// Works on deck files.
#[derive(Subcommand)]
pub enum DeckCommand {
    /// Says what is wrong with deck files, by line.
    Check {
        /// Deck files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

impl DeckCommand {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Self::Check { files } = self;
        // Every file is checked, also behind one that is wrong.
        let right: Vec<bool> = files.iter().map(|file| check(file)).collect();
        Ok(if right.into_iter().all(|right| right) {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(WRONG)
        })
    }
}

fn check(file: &Path) -> bool {
    let (text, read_as) = match read(file) {
        Ok(DeckFile::Text(text, read_as)) => (text, read_as),
        Ok(DeckFile::Other(problem)) => {
            say(file, &problem);
            return false;
        }
        Ok(DeckFile::Unknown) => return refuse(file, "a deck is text in UTF-8; save it as that"),
        Err(why) => return refuse(file, &why),
    };
    let (problems, right) = match grammar::read(&text) {
        Ok(reading) => (reading.warnings, true),
        Err(errors) => (errors, false),
    };
    read_as
        .iter()
        .chain(&problems)
        .for_each(|problem| say(file, problem));
    right
}

fn read(path: &Path) -> Result<DeckFile, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("this file can't be read: {error}"))?;
    let other = matches!(file::read(&bytes), DeckFile::Other(_));
    if bytes.len() > DECK_BYTES && !other {
        return Err(format!(
            "a deck is at most {DECK_BYTES} bytes, this is {}",
            bytes.len()
        ));
    }
    Ok(file::read(&bytes))
}

fn refuse(file: &Path, why: &str) -> bool {
    eprintln!("{}:1: {why}", file.display());
    false
}

fn say(file: &Path, problem: &Problem) {
    let warning = if problem.is_error() { "" } else { "warning: " };
    println!(
        "{}:{}: {warning}{}",
        file.display(),
        problem.line,
        sentence(Language::of_programs(), problem)
    );
}
