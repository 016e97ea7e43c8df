//! What holds of every kind alike, around what the list asks each of them.

use leptos::prelude::AnyView;
use shared::protocol::view::QuestionView;
use shared::question::Fields;

use super::figure_context::FigureContext;
use super::{KindFigure, figures, seldom_meant};
use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::texts::charts::nothing_yet_sentence;
use crate::texts::stage as stage_say;

/// What is to be asked about a form that is otherwise fine, unless its sender was asked already.
pub fn doubt(question: &QuestionView, fields: &Fields) -> Option<Doubt> {
    seldom_meant(question, fields).filter(|doubt| !doubt.was_asked(fields))
}

/// The results as one sentence.
pub fn described(language: Language, figure: &KindFigure<'_>) -> String {
    if figure.voters() == 0 {
        return nothing_yet_sentence(language).to_owned();
    }
    figures::described(language, figure)
}

/// How everybody moved since an earlier question, as one sentence; nothing while there is nothing
/// to compare.
pub fn moved_sentence(language: Language, figure: &KindFigure<'_>) -> Option<String> {
    if figure.voters() == 0 {
        return None;
    }
    figures::moved(language, figure)
}

/// What stands there while results are hidden, of [`nothing`](super::nothing): all that can be
/// chosen, in its places. `id` is unique on the page.
pub fn hidden(context: &FigureContext<'_>, id: String, page: usize) -> AnyView {
    let sentence = stage_say::stage(context.language).hidden;
    let frame = context.hidden_frame(id, sentence);
    figures::hidden(context, sentence, &frame, page)
}
