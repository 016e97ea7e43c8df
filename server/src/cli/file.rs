//! `peil.toml`: the same options as the flags, for what should not be said at each start.
//!
//! ```toml
//! listen = "0.0.0.0:8080"
//! public-url = "https://peil.example.org"
//! trusted-proxy = ["10.0.0.0/8"]
//! ```
//!
//! A flag wins over `PEIL_…`, and that over the file. The file is `peil.toml` in the folder where
//! peil is started, or the one that `PEIL_CONFIG` names.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Context;

/// Every option, and the commands that know it.
const OPTIONS: [(&str, &[&str]); 17] = [
    ("data", &["serve", "sign-in", "export", "doctor"]),
    ("listen", &["serve"]),
    ("public-url", &["serve"]),
    ("trusted-proxy", &["serve"]),
    ("join-burst", &["serve"]),
    ("join-rate", &["serve"]),
    ("token", &["serve"]),
    ("metrics-token", &["serve"]),
    ("keep-answers", &["serve"]),
    ("keep-forms", &["serve"]),
    ("smtp", &["serve", "doctor"]),
    ("mail-from", &["serve", "doctor"]),
    ("time-zone", &["serve", "export"]),
    ("format", &["export"]),
    ("shape", &["export"]),
    ("excel", &["export"]),
    ("out", &["export"]),
];

/// The arguments, with the environment filled in from the file where neither flag nor variable says
/// anything: clap reads variables itself, so a file's value becomes a flag in front of the others.
pub fn with_settings(arguments: Vec<OsString>) -> anyhow::Result<Vec<OsString>> {
    let named = std::env::var_os("PEIL_CONFIG").map(PathBuf::from);
    let path = named.clone().unwrap_or_else(|| PathBuf::from("peil.toml"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(_) if named.is_none() => return Ok(arguments),
        Err(error) => {
            return Err(error).with_context(|| format!("{} can't be read", path.display()));
        }
    };
    let settings: toml::Table = text
        .parse()
        .with_context(|| format!("{} is not valid", path.display()))?;
    let Some(command) = arguments
        .get(1)
        .and_then(|command| command.to_str())
        .map(str::to_owned)
    else {
        return Ok(arguments);
    };
    let mut all = arguments;
    for (key, value) in &settings {
        let Some((_, commands)) = OPTIONS.iter().find(|(option, _)| option == key) else {
            let known: Vec<&str> = OPTIONS.iter().map(|(option, _)| *option).collect();
            anyhow::bail!(
                "{}: `{key}` is no option; there are {}",
                path.display(),
                known.join(", ")
            );
        };
        if commands.contains(&command.as_str()) && !is_said(&all, key) {
            all.extend(words(key, value)?);
        }
    }
    Ok(all)
}

fn is_said(arguments: &[OsString], key: &str) -> bool {
    let flag = format!("--{key}");
    let said = |argument: &OsString| {
        argument
            .to_str()
            .is_some_and(|text| text == flag || text.starts_with(&format!("{flag}=")))
    };
    arguments.iter().any(said)
        || std::env::var_os(format!("PEIL_{}", key.to_uppercase().replace('-', "_"))).is_some()
}

/// The flags that say the same as a setting.
fn words(key: &str, value: &toml::Value) -> anyhow::Result<Vec<OsString>> {
    let flag = || OsString::from(format!("--{key}"));
    match value {
        toml::Value::String(text) => Ok(vec![flag(), text.into()]),
        toml::Value::Integer(number) => Ok(vec![flag(), number.to_string().into()]),
        toml::Value::Float(number) => Ok(vec![flag(), number.to_string().into()]),
        toml::Value::Boolean(true) => Ok(vec![flag()]),
        toml::Value::Boolean(false) => Ok(Vec::new()),
        toml::Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
            let texts =
                texts.with_context(|| format!("`{key}` in peil.toml is a list of texts"))?;
            Ok(texts
                .into_iter()
                .flat_map(|text| [flag(), text.into()])
                .collect())
        }
        _ => anyhow::bail!("`{key}` in peil.toml is a text in quotes or a number"),
    }
}
