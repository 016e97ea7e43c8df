//! Looking at a page as a whole: pictures for people, and what rules can find by themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::{Browser, Theme, WindowSize, axe};
use crate::wait;

/// Something that keeps somebody from using a page.
#[derive(Clone, Debug)]
pub struct Barrier {
    /// The page, its size and its theme, as in the name of its picture.
    pub page: String,
    /// The rule and the places.
    pub what: String,
}

/// Fails with everything that is wrong, each thing once with the pages it is on, so that one run
/// tells all.
#[track_caller]
pub fn assert_none(barriers: &[Barrier]) {
    let mut pages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for barrier in barriers {
        pages.entry(&barrier.what).or_default().push(&barrier.page);
    }
    let lines: Vec<String> = pages
        .iter()
        .map(|(what, pages)| format!("{what}\n    on {}", pages.join(", ")))
        .collect();
    assert!(
        lines.is_empty(),
        "{} barriers:\n{}",
        lines.len(),
        lines.join("\n")
    );
}

impl Browser {
    /// Takes a picture; it is written to `PEIL_TESTS_OUT`, or else to `peil-tests` in cargo's
    /// target folder.
    #[track_caller]
    pub fn takes_a_picture(&self, name: &str) {
        let picture = self.must(wait(self.client.screenshot()), "screenshot");
        let folder = pictures();
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// What is wrong with the page for people who use it otherwise, by the rules of axe; nothing,
    /// if all is well.
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        axe::barriers(self)
    }

    /// In each of these sizes, light and dark: takes a picture, and collects what axe and the width
    /// say is wrong.
    #[track_caller]
    pub fn is_looked_at(&self, name: &str, screens: &[WindowSize]) -> Vec<Barrier> {
        // A page that refreshes itself would be gone halfway through.
        self.runs("window.stop()", vec![]);
        let mut wrong = Vec::new();
        for theme in [Theme::Light, Theme::Dark] {
            self.turns(theme);
            for screen in screens {
                self.becomes(*screen);
                let page = format!("{name}-{}-{}", screen.name(), theme.name());
                self.takes_a_picture(&page);
                let found = self.barriers().into_iter().chain(self.too_wide());
                wrong.extend(found.map(|what| Barrier {
                    page: page.clone(),
                    what,
                }));
            }
        }
        self.turns(Theme::Light).becomes(screens[0]);
        wrong
    }

    /// Whether the page must be scrolled sideways.
    fn too_wide(&self) -> Option<String> {
        let over =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let over = self.runs(over, vec![]).as_f64().unwrap_or_default();
        (over >= 1.0).then(|| format!("the page is {over} pixels wider than its window"))
    }
}

fn pictures() -> PathBuf {
    std::env::var_os("PEIL_TESTS_OUT")
        .map_or_else(|| crate::peil::target().join("peil-tests"), PathBuf::from)
}
