//! A question: its prompt, its form while it is open, one's own answer and the results after.

use crate::kinds::{self, Collects};
use crate::texts::phone::plurals;
use crate::ui::tag::{Child, Tag, tag, tags};
use crate::views::participant::form::Form;
use crate::views::participant::own::{given, meant, not_sent};
use crate::views::participant::panel::status;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::{between, form, results};

/// The whole of a question's page.
pub(super) fn question(sheet: &Sheet<'_>) -> Vec<Child> {
    let answer = match kinds::form(sheet) {
        Form::Own(body) => body,
        Form::Whole(fields) if sheet.takes_answer() => {
            tags![form::answer(sheet, fields, sheet.question.results.is_some())]
        }
        Form::Whole(_) => answered(sheet),
    };
    let follows = sheet.state.waits().then(|| tag("p").class("hint").child(between::onward(sheet.state)));
    tags![heading(sheet), answer, results::panel(sheet), follows]
}

fn heading(sheet: &Sheet<'_>) -> Tag {
    let class = match sheet.slide.prompt.chars().count() {
        0..=70 => None,
        71..=140 => Some("prompt-long"),
        _ => Some("prompt-longer"),
    };
    let language = sheet.state.deck_language();
    let prompt = tag("h1").id("prompt").maybe("class", class).set("dir", "auto").maybe("lang", language.clone());
    let body = sheet.slide.body.clone();
    let description = tag("div").class("description").set("dir", "auto").maybe("lang", language);
    let description = (!body.trim().is_empty()).then(|| description.html(body));
    let hint = hint(sheet).map(|hint| tag("p").class("hint").id("hint").child(hint));
    let seconds = left(sheet).map(|left| plurals::seconds_left(sheet.language(), left));
    // Spoken now and then by other means: each second would be too often.
    let seconds = seconds.map(|said| tag("p").class("clock").set("role", "timer").set("aria-live", "off").child(said));
    let prompt = prompt.child(sheet.slide.prompt.clone());
    tag("div").class("question").child(tags![prompt, description, hint, seconds])
}

/// Seconds that are left to answer, where somebody counts them.
fn left(sheet: &Sheet<'_>) -> Option<u64> {
    sheet.state.live.as_ref()?.left.filter(|_| sheet.has_form() && sheet.collects())
}

/// What may be given, where the form does not show it by itself, and what to look out for.
fn hint(sheet: &Sheet<'_>) -> Option<String> {
    let say = sheet.say();
    let may = kinds::collects(&sheet.question.input) == Collects::Texts || sheet.takes_answer();
    let what = may.then(|| kinds::hint(sheet)).flatten();
    let asks = sheet.has_form() && sheet.collects();
    let once = (asks && !sheet.question.change).then_some(say.final_answer);
    let clock = (asks && sheet.question.countdown_ends.is_some() && left(sheet).is_none()).then_some(say.countdown);
    let said: Vec<&str> = [what.as_deref(), once, clock].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Where no answer is taken any more: what became of one's own.
fn answered(sheet: &Sheet<'_>) -> Vec<Child> {
    let say = sheet.say();
    let lead = match (sheet.erased(), sheet.answered()) {
        (true, _) => Some(say.closed_erased),
        (false, true) if sheet.typed.is_some() => Some(say.earlier_stays),
        (false, true) if sheet.question.open => Some(say.fixed),
        (false, true) => Some(say.closed_counts),
        (false, false) if sheet.is_sending() => Some(say.sending),
        (false, false) if sheet.typed.is_some() => None,
        (false, false) => Some(say.closed_without),
    };
    tags![not_sent(sheet).map(status), lead.map(status), given(sheet), meant(sheet)]
}
