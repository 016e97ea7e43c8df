//! What no language can say of itself: which one comes first, and which files browsers load.

use std::fs;
use std::path::Path;

use crate::fault::Fault;

/// The file `settings` beside the folders of languages: lines of `name: words`.
#[derive(Debug)]
pub(crate) struct CatalogueSettings {
    /// The language of pages where nobody asks for another.
    pub pages: String,
    /// The language of logs, of the command line and of the API.
    pub programs: String,
    /// What browsers load, each with its files. A bundle holds those of the one before it too.
    pub bundles: Vec<(String, Vec<String>)>,
}

impl CatalogueSettings {
    pub fn read(path: &Path) -> Result<Self, Vec<Fault>> {
        let text = fs::read_to_string(path)
            .map_err(|error| vec![Fault::of(path, 1, error.to_string())])?;
        let mut settings = Self {
            pages: String::new(),
            programs: String::new(),
            bundles: Vec::new(),
        };
        for (line, text) in text
            .lines()
            .enumerate()
            .filter(|(_, text)| !text.is_empty() && !text.starts_with('#'))
        {
            let Some((name, words)) = text.split_once(':') else {
                return Err(vec![Fault::of(path, line + 1, "a line is `name: words`")]);
            };
            match name {
                "pages" => words.trim().clone_into(&mut settings.pages),
                "programs" => words.trim().clone_into(&mut settings.programs),
                _ => settings.bundles.push((
                    name.to_owned(),
                    words.split_whitespace().map(str::to_owned).collect(),
                )),
            }
        }
        Ok(settings)
    }

    /// The files that bundles name, in their order.
    pub fn bundled(&self) -> impl Iterator<Item = &String> {
        self.bundles.iter().flat_map(|(_, files)| files)
    }
}
