//! `load bench [--quick] [--out FOLDER] [--json FILE]`: what the peil that `PEIL_BIN` names costs;
//! `load draw FILE FOLDER`: the pictures of such a file. The other words are for processes that run
//! beside the measured server: the floors, and whoever connects and says nothing.

use std::fs;
use std::io::{Error, Result};
use std::path::Path;
use std::process::ExitCode;

use tests::load::{
    Figures, Plan, bench, delays, raise_descriptors, serve_echo, serve_echo_clients, serve_floor,
    serve_silence, targets,
};

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["floor", sockets, frame] => serve_floor(number(sockets)?, number(frame)?)?,
        ["echo", sockets] => serve_echo(number(sockets)?)?,
        ["echo-clients", sockets, host] => serve_echo_clients(number(sockets)?, host)?,
        ["silence", connections, host, house] => serve_silence(number(connections)?, host, house)?,
        ["draw", json, folder] => draw(
            &serde_json::from_slice(&fs::read(json)?).map_err(Error::other)?,
            Path::new(folder),
        )?,
        ["bench", ref options @ ..] => return measure(options),
        _ => {
            return Err(Error::other(
                "load bench [--quick] [--out FOLDER] [--json FILE]",
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures, shows the table, and fails where a count is not what it must be everywhere.
fn measure(mut options: &[&str]) -> Result<ExitCode> {
    let (mut quick, mut out, mut json) = (None, None, None);
    while let [option, rest @ ..] = options {
        options = rest;
        match (*option, rest) {
            ("--quick", _) => quick = Some(Plan::QUICK),
            ("--out", [folder, rest @ ..]) => (out, options) = (Some(*folder), rest),
            ("--json", [file, rest @ ..]) => (json, options) = (Some(*file), rest),
            _ => return Err(Error::other(format!("no such option: {option}"))),
        }
    }
    raise_descriptors();
    let figures = bench(quick.unwrap_or(Plan::FULL));
    // Few phones and a binary that is not optimised say nothing about costs, so those are not shown
    // beside targets.
    println!(
        "\n{}",
        if quick.is_some() {
            Figures::lines(&figures.counts())
        } else {
            figures.table()
        }
    );
    if let Some(file) = json {
        fs::write(
            file,
            serde_json::to_string_pretty(&figures).map_err(Error::other)?,
        )?;
    }
    if let (Some(folder), None) = (out, quick) {
        draw(&figures, Path::new(folder))?;
    }
    let wrong = figures.wrong_counts();
    wrong.iter().for_each(|wrong| eprintln!("{wrong}"));
    Ok(if wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn draw(figures: &Figures, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("speed-targets.svg"), targets(figures))?;
    fs::write(folder.join("speed-delays.svg"), delays(figures))
}

fn number(word: &str) -> Result<usize> {
    word.parse().map_err(Error::other)
}
