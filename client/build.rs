//! Makes typed functions and numbered texts of the catalogues in `locales`. What is wrong with one
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
    match catalogue::read(&locales) {
        Ok(catalogue) => write(&catalogue, &out),
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
        }
    }
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
