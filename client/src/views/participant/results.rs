//! What the room answered, on a phone: text first, a picture where one tells more, and the numbers as a table for who hears the page.

use crate::kinds;
use crate::texts::charts::nothing_yet;
use crate::texts::phone::plurals;
use crate::ui::tag::{Tag, tag, tags};
use crate::views::participant::panel;
use crate::views::participant::sheet::Sheet;

pub(crate) mod picture;
pub(crate) mod shown;

/// What the room answered, where phones may see it now.
pub(super) fn panel(sheet: &Sheet<'_>) -> Option<Tag> {
    let results = sheet.question.results.as_ref()?;
    let say = sheet.say();
    let heading = if sheet.question.open { say.results_so_far } else { say.results };
    let earlier = sheet
        .question
        .results_round
        .map(|round| tag("p").class("hint").child(plurals::of_round(sheet.language(), round)));
    let figure = match results.voters() {
        0 => tag("p").class("hint").child(nothing_yet(sheet.language())),
        _ => kinds::results(sheet, results),
    };
    Some(panel::panel(heading, tags![earlier, figure]))
}
