//! What the page about privacy says. Everything here must stay true: nobody is promised more than
//! the server does.

use crate::language::Language;
pub use crate::messages::privacy::{PrivacyTexts, answers_go, days, forms_go};

/// Whose page this is.
pub fn lead(language: Language) -> (&'static str, &'static str) {
    let say = PrivacyTexts::of(language);
    (say.lead_before, say.lead_behind)
}
