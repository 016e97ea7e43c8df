//! Makes typed functions and numbered texts of the catalogues in `locales`, and one style of those
//! that pictures need. What is wrong with one
//! ends the build with its file and line.
//!
//! `PEIL_LOCALES` names other folders: that is how a language is tried that does not belong here.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-env-changed=PEIL_LOCALES");
    let locales =
        env::var_os("PEIL_LOCALES").map_or_else(|| PathBuf::from("locales"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", locales.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("figure.css"), figure_style()).expect("OUT_DIR can be written");
    match catalogue::read(&locales) {
        Ok(catalogue) => write(&catalogue, &out),
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
        }
    }
}

/// What pictures look like on pages, for those that stand without one.
fn figure_style() -> String {
    let folder = Path::new("style");
    println!("cargo::rerun-if-changed={}", folder.display());
    let kinds = fs::read_dir(folder.join("kinds")).expect("kinds have styles");
    let mut kinds: Vec<PathBuf> = kinds
        .flatten()
        .map(|kind| kind.path().join("charts.css"))
        .filter(|path| path.is_file())
        .collect();
    kinds.sort();
    let files = [folder.join("tokens.css"), folder.join("charts.css")];
    files
        .into_iter()
        .chain(kinds)
        .map(|path| fs::read_to_string(path).expect("a style can be read"))
        .collect()
}

fn write(catalogue: &catalogue::Catalogue, out: &Path) {
    let save =
        |name: &str, text: &str| fs::write(out.join(name), text).expect("OUT_DIR can be written");
    save("languages.rs", &catalogue.languages());
    save("messages.rs", &catalogue.code());
    let mut table = "[\n".to_owned();
    for language in &catalogue.languages {
        let name = format!("{}.txt", language.tag);
        save(&name, &catalogue.data(language));
        table += &format!(
            "    include_str!(concat!(env!(\"OUT_DIR\"), {:?})),\n",
            format!("/{name}")
        );
    }
    save("data.rs", &(table + "]\n"));
    save("pseudo.txt", &catalogue.pseudo());
}
