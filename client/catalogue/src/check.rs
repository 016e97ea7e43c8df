//! Languages held against each other: each says everything, with the same arguments.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::fault::Fault;
use crate::message::{MessagePart, Parsed, Use};
use crate::settings::CatalogueSettings;
use crate::{Argument, Catalogue, LanguageFolder, LanguageTexts, MessageEntry};

/// Of all folders one catalogue.
pub(crate) fn joined(
    locales: &Path,
    settings: CatalogueSettings,
    folders: Vec<LanguageFolder>,
) -> Result<Catalogue, Vec<Fault>> {
    let Some(first) = folders.first() else {
        return Err(vec![Fault::of(locales, 1, "there is no language")]);
    };
    let mut faults = missing_files(locales, &settings, &folders);
    faults.extend(
        folders
            .iter()
            .filter_map(|folder| of_itself(locales, folder)),
    );
    let mut messages = Vec::new();
    for file in order(&settings, first) {
        for (name, _) in first.files.get(&file).into_iter().flatten() {
            let said: Vec<(&LanguageFolder, Option<&Parsed>)> = folders
                .iter()
                .map(|folder| (folder, entry(folder, &file, name)))
                .collect();
            let path = |folder: &LanguageFolder| {
                locales.join(&folder.tag).join(&file).with_extension("ftl")
            };
            messages.push(MessageEntry {
                file: file.clone(),
                name: name.clone(),
                arguments: arguments(name, &said, path, &mut faults),
            });
        }
        faults.extend(surplus(locales, &file, first, &folders));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let texts = |folder: &LanguageFolder| {
        let parsed = messages
            .iter()
            .filter_map(|message| entry(folder, &message.file, &message.name));
        parsed.map(|parsed| parsed.pieces.clone()).collect()
    };
    let languages = folders
        .iter()
        .map(|folder| LanguageTexts {
            tag: folder.tag.clone(),
            texts: texts(folder),
        })
        .collect();
    Ok(Catalogue {
        languages,
        messages,
        settings,
    })
}

/// The files in the order of their messages' numbers: what phones load comes first.
fn order(settings: &CatalogueSettings, first: &LanguageFolder) -> Vec<String> {
    let bundled: Vec<String> = settings.bundled().cloned().collect();
    let rest = first
        .files
        .keys()
        .filter(|file| !bundled.contains(file))
        .cloned()
        .collect();
    [bundled, rest].concat()
}

fn entry<'a>(folder: &'a LanguageFolder, file: &str, name: &str) -> Option<&'a Parsed> {
    let found = folder
        .files
        .get(file)?
        .iter()
        .find(|(known, _)| known == name);
    found.map(|(_, parsed)| parsed)
}

fn missing_files(
    locales: &Path,
    settings: &CatalogueSettings,
    folders: &[LanguageFolder],
) -> Vec<Fault> {
    let all: Vec<&String> = folders
        .iter()
        .flat_map(|folder| folder.files.keys())
        .chain(settings.bundled())
        .collect();
    let mut faults = Vec::new();
    for folder in folders {
        let path = locales.join(&folder.tag);
        let mut missing: Vec<_> = all
            .iter()
            .filter(|file| !folder.files.contains_key(**file))
            .collect();
        missing.sort();
        missing.dedup();
        faults.extend(missing.iter().map(|file| {
            Fault::of(
                &path.join(file).with_extension("ftl"),
                1,
                "this file is missing",
            )
        }));
    }
    faults
}

/// What a language says of itself: its name and which way its lines run.
fn of_itself(locales: &Path, folder: &LanguageFolder) -> Option<Fault> {
    let path = locales.join(&folder.tag).join("locale.ftl");
    let text = |name| match entry(folder, "locale", name)
        .map(|parsed| (parsed.line, parsed.pieces.as_slice()))
    {
        Some((line, [MessagePart::Text(text)])) => Ok((line, text.as_str())),
        _ => Err(Fault::of(&path, 1, format!("a language says its `{name}`"))),
    };
    match text("own-name").and(text("direction")) {
        Err(fault) => Some(fault),
        Ok((_, "ltr" | "rtl")) => None,
        Ok((line, other)) => Some(Fault::of(
            &path,
            line,
            format!("the direction is `ltr` or `rtl`, not `{other}`"),
        )),
    }
}

/// Messages that only a later language has: a spelling mistake, or one that the first forgot.
fn surplus(
    locales: &Path,
    file: &str,
    first: &LanguageFolder,
    folders: &[LanguageFolder],
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for folder in folders {
        let path = locales.join(&folder.tag).join(file).with_extension("ftl");
        let own = folder.files.get(file).into_iter().flatten();
        let unknown = own.filter(|(name, _)| entry(first, file, name).is_none());
        faults.extend(unknown.map(|(name, parsed)| {
            Fault::of(
                &path,
                parsed.line,
                format!("`{}` has no message `{name}`", first.tag),
            )
        }));
    }
    faults
}

/// What any language fills in, and how; a use that says more than that it is shown counts.
fn agreed<'a>(
    said: &[(&'a LanguageFolder, Option<&'a Parsed>)],
    path: impl Fn(&LanguageFolder) -> PathBuf,
    faults: &mut Vec<Fault>,
) -> BTreeMap<&'a str, (Use, &'a LanguageFolder)> {
    let mut all: BTreeMap<&str, (Use, &LanguageFolder)> = BTreeMap::new();
    for &(folder, parsed) in said {
        for (argument, (how, line)) in parsed.into_iter().flat_map(|parsed| &parsed.uses) {
            let (known, other) = *all.entry(argument).or_insert((*how, folder));
            match (known, how) {
                (Use::Shown, _) => drop(all.insert(argument, (*how, folder))),
                (_, Use::Shown) => {}
                (known, how) if known == *how => {}
                _ => faults.push(Fault::of(
                    &path(folder),
                    *line,
                    format!("`${argument}` is something else in `{}`", other.tag),
                )),
            }
        }
    }
    all
}

/// What is filled in, which must be the same in every language.
fn arguments(
    name: &str,
    said: &[(&LanguageFolder, Option<&Parsed>)],
    path: impl Fn(&LanguageFolder) -> PathBuf,
    faults: &mut Vec<Fault>,
) -> Vec<Argument> {
    let all = agreed(said, &path, faults);
    for (folder, parsed) in said {
        let Some(parsed) = parsed else {
            // Where it would stand is nowhere: the first line is as good as any.
            faults.push(Fault::of(
                &path(folder),
                1,
                format!("the message `{name}` is missing"),
            ));
            continue;
        };
        let unused = all.iter();
        let unused = unused.filter(|(argument, _)| !parsed.uses.contains_key(**argument));
        for (argument, (_, other)) in unused {
            let what = format!(
                "`{name}` does not use `${argument}`, which `{}` has",
                other.tag
            );
            faults.push(Fault::of(&path(folder), parsed.line, what));
        }
    }
    let argument = |(name, (how, _)): (&str, (Use, &LanguageFolder))| Argument {
        name: name.to_owned(),
        is_number: how == Use::Number,
    };
    all.into_iter().map(argument).collect()
}
