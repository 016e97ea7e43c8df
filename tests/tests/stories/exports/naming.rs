//! What the files are called: no two exports of a room alike, and no name that a computer refuses.

use std::collections::BTreeSet;

use tests::{Folder, Peil, Presenter, Terminal, option};

const QUERIES: [(&str, &str); 5] = [
    ("format=csv&shape=long", "long"),
    ("format=csv&shape=wide", "wide"),
    ("format=csv&shape=long&excel=1", "long-excel"),
    ("format=csv&shape=wide&excel=1", "wide-excel"),
    ("format=json", "all"),
];

fn room(peil: &Peil, title: &str) -> Presenter {
    let deck = format!(
        "---\ntitle: \"{title}\"\nlanguage: nl\n---\nask: choice\nid: animal\n---\n\n# Dier?\n\n- Kat\n- Hond\n"
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("animal");
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
    presenter
}

/// The day that the first participant joined, as the export tells it.
fn day(presenter: &Presenter) -> String {
    presenter.long_table().cells("answered_local", &[])[0][..10].to_owned()
}

#[test]
fn a_file_is_named_after_title_code_shape_and_day_and_no_two_alike() {
    let peil = Peil::starts();
    for (title, plain, encoded) in [
        (
            "Groepenwerkplaats",
            "Groepenwerkplaats",
            "Groepenwerkplaats",
        ),
        (
            "Wat vind jij: ja/nee?",
            "Wat-vind-jij-ja-nee",
            "Wat-vind-jij-ja-nee",
        ),
        ("Één café", "Een-cafe", "%C3%89%C3%A9n-caf%C3%A9"),
        ("CON", "CON", "CON"),
        ("nul. ", "nul", "nul"),
        ("../../geheim", "geheim", "geheim"),
        ("🐈", "peil", "%F0%9F%90%88"),
    ] {
        let presenter = room(&peil, title);
        let (code, day) = (presenter.code().to_owned(), day(&presenter));
        let mut names = BTreeSet::new();
        for (query, shape) in QUERIES {
            let reply = presenter.exports(query);
            let ending = if shape == "all" { "json" } else { "csv" };
            let name = |title: &str| format!("{title}-{code}-{shape}-{day}.{ending}");
            let expected = format!(
                "attachment; filename=\"{}\"; filename*=UTF-8''{}",
                name(plain),
                name(encoded)
            );
            assert_eq!(
                reply.header("content-disposition"),
                Some(expected.as_str()),
                "{title}"
            );
            names.insert(expected);
        }
        assert_eq!(names.len(), QUERIES.len());
    }
}

#[test]
fn the_command_names_files_the_same_in_a_folder() {
    let peil = Peil::starts();
    let presenter = room(&peil, "Één café");
    let (code, day) = (presenter.code().to_owned(), day(&presenter));
    let folder = Folder::new();
    let place = folder.path().to_str().expect("a plain name").to_owned();
    for arguments in [
        &["csv"][..],
        &["csv", "--shape", "wide"],
        &["csv", "--excel"],
        &["csv", "--shape", "wide", "--excel"],
        &["json"],
    ] {
        let all = ["export", &code, "--out", &place, "--format"]
            .into_iter()
            .chain(arguments.iter().copied());
        Terminal::runs_on(&peil, &all.collect::<Vec<_>>()).ends_with(0);
    }
    let written = std::fs::read_dir(folder.path())
        .expect("a folder of ours")
        .flatten();
    let written: BTreeSet<String> = written
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect();
    let ending = |shape: &str| if shape == "all" { "json" } else { "csv" };
    let expected =
        QUERIES.map(|(_, shape)| format!("Één-café-{code}-{shape}-{day}.{}", ending(shape)));
    assert_eq!(written, expected.into());
}
