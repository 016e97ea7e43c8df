//! One's own answer in a question's page: what is stored, and what was typed and not sent.

use crate::ui::tag::{Tag, tags};
use crate::views::participant::panel::panel;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::{form, told};

/// That what is filled in was not sent before the question closed, where no notice says what became of it.
pub(crate) fn not_sent(sheet: &Sheet<'_>) -> Option<&'static str> {
    let unsaid = sheet.state.notice.is_none() && !sheet.question.open && !sheet.erased();
    (unsaid && sheet.typed.is_some() && !sheet.is_sending()).then_some(sheet.say().not_sent)
}

/// One's own stored answer in words.
pub(crate) fn given(sheet: &Sheet<'_>) -> Option<Tag> {
    let words = told::told(&sheet.question.input, sheet.own?, sheet.language());
    let saved = sheet.saved().then(|| form::saved(sheet));
    (!words.is_empty()).then(|| panel(sheet.say().your_answer, tags![told::lines(&words), saved]))
}

/// What was typed and came too late: nobody should have to guess what was in it.
pub(crate) fn meant(sheet: &Sheet<'_>) -> Option<Tag> {
    let words = told::typed(&sheet.question.input, sheet.typed.as_ref()?, sheet.language());
    (!words.is_empty()).then(|| panel(sheet.say().you_meant, tags![told::lines(&words)]))
}
