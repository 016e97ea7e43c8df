//! Where the texts of languages are: in the server all of them, in a browser the one that its page
//! loaded.

use std::sync::OnceLock;

use crate::language::Language;

/// Between messages in the data.
const NEXT: char = '\u{1e}';

/// Something of each language, made when it is first wanted.
pub(super) struct Each<T>([OnceLock<T>; Language::SLOTS]);

impl<T> Each<T> {
    pub(super) const fn new() -> Self {
        Self([const { OnceLock::new() }; Language::SLOTS])
    }

    pub(super) fn of(
        &'static self,
        language: Language,
        make: impl FnOnce(Language) -> T,
    ) -> &'static T {
        self.0[language.index()].get_or_init(|| make(language))
    }
}

/// A message by its number, with its marks.
pub(super) fn text(language: Language, number: usize) -> &'static str {
    #[cfg(test)]
    recorded::note(number);
    whole(language, number)
}

/// The same for a table that holds all of its file.
#[cfg(not(feature = "hydrate"))]
pub(super) fn whole(language: Language, number: usize) -> &'static str {
    static TEXTS: Each<Vec<&'static str>> = Each::new();
    let texts = TEXTS.of(language, |language| data(language).split(NEXT).collect());
    texts.get(number).copied().unwrap_or_default()
}

#[cfg(not(feature = "hydrate"))]
fn data(language: Language) -> &'static str {
    const DATA: [&str; Language::ALL.len()] = include!(concat!(env!("OUT_DIR"), "/data.rs"));
    #[cfg(test)]
    if language == Language::PSEUDO {
        return include_str!(concat!(env!("OUT_DIR"), "/pseudo.txt"));
    }
    DATA.get(language.index()).copied().unwrap_or_default()
}

#[cfg(feature = "hydrate")]
static LOADED: OnceLock<Vec<&'static str>> = OnceLock::new();

/// Takes the texts of the page's language, before anything is said.
#[cfg(feature = "hydrate")]
pub fn load(texts: String) {
    // For as long as the page lives; a second file would be another page's.
    let _ = LOADED.set(texts.leak().split(NEXT).collect());
}

/// A message by its number, with its marks.
#[cfg(feature = "hydrate")]
pub(super) fn whole(_: Language, number: usize) -> &'static str {
    LOADED
        .get()
        .and_then(|texts| texts.get(number))
        .copied()
        .unwrap_or_default()
}

/// A message by its name, of those that a file has.
pub(super) fn find(
    language: Language,
    named: &[(&str, usize)],
    name: &str,
) -> Option<&'static str> {
    named
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, number)| text(language, *number))
}

#[cfg(test)]
pub(crate) use recorded::said;

/// Which messages a test has said.
#[cfg(test)]
mod recorded {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        static SAID: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
    }

    pub(super) fn note(number: usize) {
        SAID.with_borrow_mut(|said| said.insert(number));
    }

    /// The numbers of all messages that were looked up while `speak` ran in this thread.
    pub(crate) fn said(speak: impl FnOnce()) -> BTreeSet<usize> {
        SAID.take();
        speak();
        SAID.take()
    }
}
