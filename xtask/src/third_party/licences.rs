//! Under which of its licences a package is used, and the text of that licence as the package has
//! it.

use crate::linked::Package;
use anyhow::{Context, Result};
use spdx::{Expression, Licensee, ParseMode};
use std::fs;
use std::path::PathBuf;

/// What may be linked, the first that a package offers before the others, and words by which its
/// text is known. `deny.toml` allows no other.
const KNOWN: [(&str, &str); 10] = [
    (
        "MIT",
        "Permission is hereby granted, free of charge, to any person obtaining",
    ),
    ("Apache-2.0", "Apache License"),
    (
        "BSD-3-Clause",
        "Redistribution and use in source and binary forms",
    ),
    (
        "BSD-2-Clause",
        "Redistribution and use in source and binary forms",
    ),
    ("Zlib", "This software is provided 'as-is'"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    (
        "ISC",
        "Permission to use, copy, modify, and/or distribute this software",
    ),
    ("BSL-1.0", "Boost Software License"),
    ("CC0-1.0", "CC0"),
    (
        "0BSD",
        "with or without fee is hereby granted. THE SOFTWARE IS PROVIDED",
    ),
];

/// What stands in a standard text where the holders of the rights do.
const HOLDERS: [&str; 2] = ["<year> <copyright holders>", "<year> <owner>"];

/// The licences that a package is used under: one, or those that hold together.
pub fn chosen(expression: &str) -> Result<Vec<&'static str>> {
    let known: Vec<_> = KNOWN
        .iter()
        .map(|(name, _)| Licensee::parse(name))
        .collect::<Result<_, _>>()?;
    let expression = Expression::parse_mode(expression, ParseMode::LAX)?;
    let wanted = expression.minimized_requirements(&known)?;
    let names = KNOWN.iter().map(|(name, _)| *name);
    Ok(names
        .filter(|name| wanted.iter().any(|one| one.to_string() == *name))
        .collect())
}

/// An expression as SPDX writes it now.
pub fn as_spdx(expression: &str) -> Result<String> {
    Ok(Expression::canonicalize(expression)?.unwrap_or_else(|| expression.to_owned()))
}

/// The text of that licence in the package's own sources; where there is none, as SPDX has it.
pub fn text(package: &Package, licence: &str) -> Result<String> {
    let (_, words) = KNOWN
        .iter()
        .find(|(name, _)| *name == licence)
        .context("a licence that is known")?;
    let texts = files(package)
        .into_iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let own = texts
        .map(|text| tidy(&text))
        .find(|text| plain(text).contains(words));
    let holders = format!("the authors of {}", package.id.0);
    let filled = |text: &str| {
        HOLDERS
            .iter()
            .fold(tidy(text), |text, blank| text.replace(blank, &holders))
    };
    let standard = || spdx::license_id(licence).map(|licence| filled(licence.text()));
    own.or_else(standard)
        .with_context(|| format!("{licence} has no text"))
}

/// What the sources hold of licences, by name; of several the shortest name first, which is the
/// package's own.
fn files(package: &Package) -> Vec<PathBuf> {
    let names = ["license", "licence", "copying", "unlicense", "notice"];
    let entries = fs::read_dir(&package.folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        path.is_file() && names.iter().any(|begin| name.starts_with(begin))
    };
    let mut files: Vec<_> = entries.filter(is_one).collect();
    files.sort();
    files
}

/// Without blanks at the end of lines and around the text.
fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, as_spdx, chosen};
    use crate::place;

    #[test]
    fn of_what_a_package_offers_one_is_chosen_and_what_holds_together_stays_together() {
        for (expression, expected) in [
            ("MIT", &["MIT"][..]),
            ("MIT OR Apache-2.0", &["MIT"]),
            ("Apache-2.0 OR BSL-1.0", &["Apache-2.0"]),
            ("MIT/Apache-2.0", &["MIT"]),
            ("Unlicense/MIT", &["MIT"]),
            (
                "(Apache-2.0 OR MIT) AND BSD-3-Clause",
                &["MIT", "BSD-3-Clause"],
            ),
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                &["MIT", "Unicode-3.0"],
            ),
            (
                "CC0-1.0 OR Apache-2.0 OR Apache-2.0 WITH LLVM-exception",
                &["Apache-2.0"],
            ),
            ("Zlib OR Apache-2.0 OR MIT", &["MIT"]),
        ] {
            assert_eq!(chosen(expression).unwrap(), expected, "{expression}");
        }
        for expression in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "no licence"] {
            assert!(chosen(expression).is_err(), "{expression}");
        }
        assert_eq!(as_spdx("MIT/Apache-2.0").unwrap(), "MIT OR Apache-2.0");
    }

    #[test]
    fn nothing_is_chosen_that_deny_does_not_allow() {
        let deny = std::fs::read_to_string(place::root().join("deny.toml")).unwrap();
        let (allowed, _) = deny.split_once("exceptions").unwrap();
        for (name, _) in KNOWN {
            assert!(allowed.contains(&format!("\"{name}\"")), "{name}");
        }
    }
}
