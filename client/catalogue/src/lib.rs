//! The catalogues of sentences: a folder per language with Fluent files in it, read and held
//! against each other.
//!
//! [`read`] gives a [`Catalogue`] in which every language has every message with the same
//! arguments, or every [`Fault`] with its file and line. `code` makes typed functions of it,
//! without a word of text in them, and `data` the numbered texts of a language. It is used while
//! peil is built and knows nothing of pages.

mod check;
mod code;
mod data;
mod fault;
mod message;
mod pseudo;
mod settings;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub use fault::Fault;
use message::{MessagePart, Parsed};
use settings::CatalogueSettings;

/// Every sentence in every language.
#[derive(Debug)]
pub struct Catalogue {
    /// The one that pages speak where nobody asks for another comes first.
    pub languages: Vec<LanguageTexts>,
    /// Their number is their place.
    messages: Vec<MessageEntry>,
    settings: CatalogueSettings,
}

/// A language and all that it says.
#[derive(Debug)]
pub struct LanguageTexts {
    /// Its BCP 47 tag, which is its folder's name.
    pub tag: String,
    texts: Vec<Vec<MessagePart>>,
}

/// What every language says in its own words.
#[derive(Debug)]
struct MessageEntry {
    /// The file that it stands in, without its ending.
    file: String,
    name: String,
    /// By their names.
    arguments: Vec<Argument>,
}

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Argument {
    name: String,
    /// Whether a plural or a number format depends on it.
    is_number: bool,
}

/// The messages of one file of one language, in its order.
type Entries = Vec<(String, Parsed)>;

/// One language's folder.
struct LanguageFolder {
    tag: String,
    files: BTreeMap<String, Entries>,
}

/// Reads the folders in `locales`.
pub fn read(locales: &Path) -> Result<Catalogue, Vec<Fault>> {
    let settings = CatalogueSettings::read(&locales.join("settings"))?;
    let mut faults = Vec::new();
    let mut folders = Vec::new();
    for tag in tags(locales, &settings)? {
        match folder(locales, &tag) {
            Ok(folder) => folders.push(folder),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        check::joined(locales, settings, folders)
    } else {
        Err(faults)
    }
}

/// The names of the folders, the default first.
fn tags(locales: &Path, settings: &CatalogueSettings) -> Result<Vec<String>, Vec<Fault>> {
    let entries =
        fs::read_dir(locales).map_err(|error| vec![Fault::of(locales, 1, error.to_string())])?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut tags: Vec<String> = folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    tags.sort_by_key(|tag| (*tag != settings.pages, tag.clone()));
    for needed in [&settings.pages, &settings.programs] {
        if !tags.contains(needed) {
            return Err(vec![Fault::of(
                &locales.join("settings"),
                1,
                format!("there is no language `{needed}`"),
            )]);
        }
    }
    Ok(tags)
}

fn folder(locales: &Path, tag: &str) -> Result<LanguageFolder, Vec<Fault>> {
    let path = locales.join(tag);
    if message::categories(tag).is_none() {
        return Err(vec![Fault::of(
            &path,
            1,
            format!("`{tag}` is no BCP 47 language tag"),
        )]);
    }
    let mut folder = LanguageFolder {
        tag: tag.to_owned(),
        files: BTreeMap::new(),
    };
    let mut faults = Vec::new();
    let mut paths: Vec<PathBuf> = fs::read_dir(&path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
    {
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match message::entries(tag, path) {
            Ok(entries) => drop(folder.files.insert(stem, entries)),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        Ok(folder)
    } else {
        Err(faults)
    }
}
