//! A question: its prompt, its form while it is open, one's own answer and the results after.

use crate::kinds::{self, AnswerMode};
use crate::phone::form;
use crate::phone::form::AnswerForm;
use crate::phone::own_answer::not_sent;
use crate::phone::panel::status;
use crate::phone::question_context::QuestionContext;
use crate::texts::phone::plurals;
use crate::ui::tag::{Child, Tag, tag, tags};
use crate::views::participant::answer_text::{given, meant};
use crate::views::participant::{group, idle_page, results};

/// The whole of a question's page.
pub(super) fn question(context: &QuestionContext<'_>) -> Vec<Child> {
    let answer = match kinds::form(context) {
        // The page asks which group it is.
        _ if context.wants_group() => Vec::new(),
        AnswerForm::Own(body) => body,
        AnswerForm::Whole(fields) if context.takes_answer() => {
            tags![form::answer(context, fields, context.page_goes_on())]
        }
        AnswerForm::Whole(_) => answered(context),
    };
    let follows = context.state.waits().then(|| {
        tag("p")
            .class("hint")
            .child(idle_page::onward(context.state))
    });
    tags![heading(context), answer, results::panel(context), follows]
}

fn heading(context: &QuestionContext<'_>) -> Tag {
    let class = match context.slide.prompt.chars().count() {
        0..=70 => None,
        71..=140 => Some("prompt-long"),
        _ => Some("prompt-longer"),
    };
    let language = context.state.deck_language();
    let prompt = tag("h1")
        .id("prompt")
        .maybe("class", class)
        .set("dir", "auto")
        .maybe("lang", language.clone());
    let body = context.slide.body.clone();
    let description = tag("div")
        .class("description")
        .set("dir", "auto")
        .maybe("lang", language);
    let description = (!body.trim().is_empty()).then(|| description.html(body));
    let hint = hint(context).map(|hint| tag("p").class("hint").id("hint").child(hint));
    let seconds = left(context).map(|left| plurals::seconds_left(context.language(), left));
    // Spoken now and then by other means: each second would be too often.
    let seconds = seconds.map(|said| {
        tag("p")
            .class("clock")
            .set("role", "timer")
            .set("aria-live", "off")
            .child(said)
    });
    let prompt = prompt.child(context.slide.prompt.clone());
    let group = context.question.groups.filter(|_| context.question.open);
    let group = group.map(|_| group::on_behalf(context.state));
    let group = group.map(|said| tag("p").class("hint").set("dir", "auto").child(said));
    tag("div")
        .class("question")
        .child(tags![prompt, description, group, hint, seconds])
}

/// Seconds that are left to answer, where somebody counts them.
fn left(context: &QuestionContext<'_>) -> Option<u64> {
    context
        .state
        .live
        .as_ref()?
        .left
        .filter(|_| context.has_form() && context.takes_answers_now())
}

/// What may be given, where the form does not show it by itself, and what to look out for.
fn hint(context: &QuestionContext<'_>) -> Option<String> {
    let say = context.say();
    let may =
        kinds::answer_mode(&context.question.input) == AnswerMode::Texts || context.takes_answer();
    let what = may.then(|| kinds::hint(context)).flatten();
    let asks = context.has_form() && context.takes_answers_now();
    let once = (asks && !context.question.change).then_some(say.final_answer);
    let clock = (asks && context.question.countdown_ends.is_some() && left(context).is_none())
        .then_some(say.countdown);
    let must = (asks && context.question.required).then_some(say.own_required);
    let said: Vec<&str> = [must, what.as_deref(), once, clock]
        .into_iter()
        .flatten()
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Where no answer is taken any more: what became of one's own.
fn answered(context: &QuestionContext<'_>) -> Vec<Child> {
    let say = context.say();
    let lead = match (context.erased(), context.answered()) {
        (true, _) => Some(say.closed_erased),
        (false, true) if context.typed.is_some() => Some(say.earlier_stays),
        (false, true) if context.question.open => Some(say.fixed),
        (false, true) => Some(say.closed_counts),
        (false, false) if context.is_sending() => Some(say.sending),
        (false, false) if context.typed.is_some() => None,
        (false, false) => Some(say.closed_without),
    };
    tags![
        not_sent(context).map(status),
        lead.map(status),
        given(context),
        meant(context)
    ]
}
