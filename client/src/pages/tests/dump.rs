//! Writes every page to a folder, for anyone who wants to look at them: set `PEIL_PAGES_OUT` to the
//! folder and `PEIL_PAGES_STYLE` to where the stylesheets are.

use std::path::PathBuf;

use super::*;
use crate::views::stage::StageState;

#[test]
fn dump_pages() {
    let documents = documents();
    assert!(documents.len() > 80, "every state in both languages");
    let Some(folder) = std::env::var_os("PEIL_PAGES_OUT").map(PathBuf::from) else {
        return;
    };
    let style = std::env::var("PEIL_PAGES_STYLE").unwrap_or_default();
    std::fs::create_dir_all(&folder).unwrap();
    let stage = Assets {
        css: "/assets/stage.css".into(),
        script: None,
        texts: Vec::new(),
        favicon: String::new(),
    };
    let speakers = speakers::samples().into_iter();
    let speakers = speakers.map(|(name, state)| (name.to_owned(), state));
    let states = stage_samples::all().into_iter().chain(looks_samples::all());
    let states = states.chain(speakers);
    let stages = states.flat_map(|(name, state)| {
        Language::ALL.map(|language| {
            let state = StageState {
                language,
                refresh_seconds: None,
                ..state.clone()
            };
            (
                format!("stage-{name}-{}", language.tag()),
                crate::pages::host::stage(&stage, &state),
            )
        })
    });
    let phones = looks_samples::phones()
        .into_iter()
        .flat_map(|(name, state)| {
            Language::ALL.map(|language| {
                let state = ParticipantState {
                    language,
                    ..state.clone()
                };
                (
                    format!("{name}-{}", language.tag()),
                    participant(&assets(), &state),
                )
            })
        });
    let pseudo = pseudo::pages()
        .into_iter()
        .map(|(name, html)| (format!("{name}-{}", Language::PSEUDO.tag()), html));
    let pages = documents.into_iter().chain(stages).chain(phones);
    for (name, html) in pages.chain(pseudo) {
        let tokens = format!(
            "<link rel=\"stylesheet\" href=\"{style}/tokens.css\">\n<link rel=\"stylesheet\" href=\""
        );
        let html = html
            .replacen("<link rel=\"stylesheet\" href=\"", &tokens, 1)
            .replace("/assets/", &format!("{style}/"));
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
}
