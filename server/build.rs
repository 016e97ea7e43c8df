//! Puts what browsers fetch, and the lists of words, into the binary.
//!
//! Reads the manifest that `cargo xtask bundle` wrote and generates a table of `include_bytes!` for
//! `src/http/assets.rs`; and a table of each folder that has a list per language, for
//! `src/word_lists`.
//!
//! The files lie in `peil-assets` in cargo's target folder, or where `PEIL_ASSETS` says. Without
//! them the table is empty: the server builds and its pages work as forms, without style or
//! scripts.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Tables of words, and the folders with a file per language that they are made of.
const LISTS: [(&str, &str); 2] = [
    ("profanity.rs", "data/profanity/lists"),
    ("inflections.rs", "data/inflections/tables"),
];

fn main() {
    println!("cargo::rerun-if-env-changed=PEIL_ASSETS");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for (name, folder) in LISTS {
        println!("cargo::rerun-if-changed={folder}");
        fs::write(out.join(name), by_language(Path::new(folder))).expect("OUT_DIR can be written");
    }
    let folder =
        env::var_os("PEIL_ASSETS").map_or_else(|| target(&out).join("peil-assets"), PathBuf::from);
    let manifest = folder.join("manifest");
    if !manifest.is_file() {
        // Cargo runs this again and again, and compiles the server each time, while a file it
        // watches is not there.
        fs::create_dir_all(&folder).expect("the target folder can be written");
        fs::write(&manifest, "").expect("the target folder can be written");
    }
    println!("cargo::rerun-if-changed={}", manifest.display());

    let lines = fs::read_to_string(&manifest).expect("the manifest is text");
    let table = table(&folder, &lines);
    fs::write(out.join("assets.rs"), table).expect("OUT_DIR can be written");
}

/// The texts of a folder by the language that each is named after.
fn by_language(folder: &Path) -> String {
    let folder = folder.canonicalize().expect("the lists are there");
    let entries = fs::read_dir(&folder).expect("a folder can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a folder can be read").path())
        .collect();
    paths.sort();
    let mut table = "&[\n".to_owned();
    for path in paths {
        let language = path.file_stem().expect("a file has a name");
        writeln!(table, "    ({language:?}, include_str!({path:?})),")
            .expect("a String takes everything");
    }
    table + "]\n"
}

/// Cargo's target folder, which carries this tag.
fn target(out: &Path) -> &Path {
    out.ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file())
        .expect("OUT_DIR lies in cargo's target folder")
}

fn table(folder: &Path, manifest: &str) -> String {
    let mut table = "&[\n".to_owned();
    for line in manifest.lines() {
        let (name, file) = line
            .split_once('\t')
            .expect("a line of the manifest is NAME, tab, FILE");
        let path = folder.join(file);
        writeln!(
            table,
            "    Asset {{ name: {name:?}, file: {file:?}, plain: include_bytes!({path:?}), brotli: {}, gzip: {} }},",
            optional(&path, "br"),
            optional(&path, "gz"),
        )
        .expect("a String takes everything");
    }
    table + "]\n"
}

fn optional(path: &Path, ending: &str) -> String {
    let packed = format!("{}.{ending}", path.display());
    if Path::new(&packed).is_file() {
        format!("Some(include_bytes!({packed:?}))")
    } else {
        "None".to_owned()
    }
}
