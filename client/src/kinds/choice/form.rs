//! `choice` on a phone: a row per option.

use shared::question::Fields;
use shared::question::choice::{ChoiceInput, InputOption, form_fields};
use shared::refusal::Refusal;

use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::plurals;
use crate::ui::bidi::{self, listed};
use crate::ui::order;
use crate::ui::shuffle::place;
use crate::ui::tag::{Tag, tag, tags};

pub fn form(context: &QuestionContext<'_>, input: &ChoiceInput) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context, input)])
}

/// How many options to choose, where that is not one.
pub fn hint(context: &QuestionContext<'_>, input: &ChoiceInput) -> Option<String> {
    plurals::pick(context.language(), input.pick, input.options.len())
}

fn fields(context: &QuestionContext<'_>, input: &ChoiceInput) -> Tag {
    let options = &input.options;
    let legend = hint(context, input).unwrap_or_else(|| context.say().pick_one.into());
    let kind = if input.pick.max == 1 {
        "radio"
    } else {
        "checkbox"
    };
    let rows = numbers(context, options, input.shuffle).into_iter();
    let rows: Vec<Tag> = rows
        .map(|number| row(context, number, &options[number - 1], kind))
        .collect();
    let legend = tag("legend")
        .class("visually-hidden")
        .id("pick")
        .child(legend);
    tag("fieldset")
        .class("options")
        .set("aria-labelledby", "prompt pick")
        .child(legend)
        .child(rows)
}

/// Where it stands what is to be said of the form.
pub fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    context.takes_answer().then_some(match notice {
        PhoneNotice::Refused(Refusal::TooLong { .. })
        | PhoneNotice::Unsure(Doubt::Unchosen { .. }) => NoticePosition::Other,
        _ => NoticePosition::AnswerForm,
    })
}

/// A text behind an option that is not chosen.
pub fn doubt(fields: &Fields, options: &[InputOption]) -> Option<Doubt> {
    let (number, option) = (1..).zip(options).find(|(_, option)| option.other)?;
    unchosen(fields, number, &option.label)
}

/// Where nothing at all is chosen the text itself chooses its option.
fn unchosen(fields: &Fields, number: usize, label: &str) -> Option<Doubt> {
    let typed = form_fields::other(fields).is_some_and(|text| !text.trim().is_empty());
    let any = form_fields::options(fields).next().is_some();
    let elsewhere = any && !form_fields::chooses(fields, number);
    (typed && elsewhere).then(|| Doubt::Unchosen {
        label: label.to_owned(),
    })
}

/// Option numbers in the order in which this person sees them. What takes a text of one's own stays
/// last, where people look for it.
fn numbers(context: &QuestionContext<'_>, options: &[InputOption], shuffle: bool) -> Vec<usize> {
    let Some(you) = context.state.you.as_deref().filter(|_| shuffle) else {
        return (1..=options.len()).collect();
    };
    let key = |number: usize| {
        let last = u64::from(options[number - 1].other);
        (last, place(you, &format!("{} {number}", context.slide.id)))
    };
    order::by((1..=options.len()).map(key).collect())
        .into_iter()
        .map(|place| place + 1)
        .collect()
}

fn row(
    context: &QuestionContext<'_>,
    number: usize,
    option: &InputOption,
    kind: &'static str,
) -> Tag {
    let on = form_fields::chooses(&context.filled, number);
    let field = tag("input")
        .set("type", kind)
        .set("name", form_fields::OPTION)
        .set("value", number.to_string())
        .flag("checked", on);
    let image = option.image.clone().filter(|(source, _)| is_ours(source));
    let image = image.map(|(source, alt)| tag("img").set("src", source).set("alt", alt));
    let label = tag("span")
        .set("dir", "auto")
        .maybe("lang", context.state.deck_language())
        .child(option.label.clone());
    let pick = tag("label").class("pick").child(tags![field, image, label]);
    let other = option.other.then(|| {
        tags![
            other(context, &option.label),
            context.notice(NoticePosition::Other)
        ]
    });
    tag("div").class("option").child(pick).child(other)
}

fn other(context: &QuestionContext<'_>, label: &str) -> Tag {
    tag("input")
        .class("field")
        .set("type", "text")
        .set("name", form_fields::OTHER)
        .set("aria-label", plurals::other(context.language(), label))
        .set("placeholder", context.say().other_words)
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set(
            "value",
            form_fields::other(&context.filled)
                .unwrap_or_default()
                .to_owned(),
        )
}

/// Whether a picture is of this site, or within the deck itself: any other address would tell a
/// third party who is in the room.
fn is_ours(source: &str) -> bool {
    let path = source.starts_with('/') && !source.starts_with("//");
    let plain = !source.contains(|c: char| c.is_control() || c == '\\');
    plain && (path || source.starts_with("data:image/"))
}

pub fn answer_text(options: &[InputOption], fields: &Fields) -> String {
    let mut texts: Vec<String> = Vec::new();
    for (number, option) in (1..).zip(options) {
        if form_fields::chooses(fields, number) {
            let typed =
                form_fields::other(fields).filter(|text| option.other && !text.trim().is_empty());
            texts.push(typed.map_or_else(
                || option.label.clone(),
                |text| format!("{}: {}", bidi::name(&option.label), bidi::name(text)),
            ));
        }
    }
    listed(&texts.iter().map(String::as_str).collect::<Vec<_>>(), ", ")
}
