//! What the form of the list asks for, as it comes from a browser without scripts or from one with
//! them.

use shared::ids::{AnswerId, SlideId};
use shared::question::Fields;
use shared::room::{ModerationAction, ModerationRequest, ModerationTarget};

/// Words or answers that one form may be about.
const PICKED_MAX: usize = 50;

/// A button is named after what it does, and its value is what it is about. `merge` is about
/// everything that is ticked, which comes to count as what the form names; else as what stands
/// last, which was there first.
pub fn moderation_requests(fields: &Fields) -> Vec<ModerationRequest> {
    if let Some(on) = fields.first("hold") {
        return vec![ModerationRequest {
            action: ModerationAction::Hold,
            question: fields.first("question").map(SlideId::from),
            about: ModerationTarget::On(on == "on"),
            into: None,
        }];
    }
    let buttons = [
        ("approve", ModerationAction::Approve),
        ("refuse", ModerationAction::Hide),
        ("hide", ModerationAction::Hide),
        ("restore", ModerationAction::Restore),
    ];
    let pressed = buttons
        .into_iter()
        .find_map(|(button, action)| Some((action, fields.first(button)?)));
    if let Some((action, name)) = pressed {
        return moderation_request(fields, action, name, None)
            .into_iter()
            .collect();
    }
    let picked = || fields.all("pick").take(PICKED_MAX);
    let named = fields.first("into").filter(|into| !into.is_empty());
    let (Some(into), Some(_)) = (named.or(picked().last()), fields.first("merge")) else {
        return Vec::new();
    };
    let others = picked().filter(|name| *name != into);
    others
        .filter_map(|name| moderation_request(fields, ModerationAction::Merge, name, Some(into)))
        .collect()
}

fn moderation_request(
    fields: &Fields,
    action: ModerationAction,
    name: &str,
    into: Option<&str>,
) -> Option<ModerationRequest> {
    let about = match fields.first("of") {
        Some("answer") => ModerationTarget::Answer(AnswerId::parse(name)?),
        _ => ModerationTarget::Word(name.to_owned()),
    };
    Some(ModerationRequest {
        action,
        question: fields.first("question").map(SlideId::from),
        about,
        into: into.map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked<const N: usize>(
        fields: [(&str, &str); N],
    ) -> Vec<(ModerationAction, ModerationTarget, Option<String>)> {
        let fields = fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        moderation_requests(&Fields(fields))
            .into_iter()
            .map(|moderation_request| {
                (
                    moderation_request.action,
                    moderation_request.about,
                    moderation_request.into,
                )
            })
            .collect()
    }

    #[test]
    fn a_button_is_about_its_own_row() {
        let fields = [
            ("of", "word"),
            ("question", "values"),
            ("pick", "kat"),
            ("hide", "poes"),
        ];
        assert_eq!(
            asked(fields),
            [(
                ModerationAction::Hide,
                ModerationTarget::Word("poes".to_owned()),
                None
            )]
        );
        let fields = [("of", "answer"), ("question", "step"), ("restore", "a7")];
        assert_eq!(
            asked(fields),
            [(
                ModerationAction::Restore,
                ModerationTarget::Answer(AnswerId(7)),
                None
            )]
        );
        for (button, action) in [
            ("approve", ModerationAction::Approve),
            ("refuse", ModerationAction::Hide),
        ] {
            let about = ModerationTarget::Answer(AnswerId(7));
            assert_eq!(
                asked([("of", "answer"), (button, "a7")]),
                [(action, about, None)]
            );
        }
        for (value, on) in [("on", true), ("off", false)] {
            let about = ModerationTarget::On(on);
            assert_eq!(
                asked([("question", "values"), ("hold", value)]),
                [(ModerationAction::Hold, about, None)]
            );
        }
        assert_eq!(asked([("of", "answer"), ("hide", "poes")]), []);
        assert_eq!(asked([("of", "word"), ("show", "new")]), []);
    }

    #[test]
    fn what_is_ticked_is_merged_into_what_was_there_first_or_what_the_form_names() {
        let merged = |name: &str, into: &str| {
            (
                ModerationAction::Merge,
                ModerationTarget::Word(name.to_owned()),
                Some(into.to_owned()),
            )
        };
        let picks = [
            ("of", "word"),
            ("pick", "kat"),
            ("pick", "KAT!"),
            ("pick", "poes"),
            ("merge", "picked"),
        ];
        assert_eq!(
            asked(picks),
            [merged("kat", "poes"), merged("KAT!", "poes")]
        );
        let named = [
            ("of", "word"),
            ("pick", "kat"),
            ("pick", "poes"),
            ("into", "kat"),
            ("merge", "picked"),
        ];
        assert_eq!(asked(named), [merged("poes", "kat")]);
        assert_eq!(
            asked([("of", "word"), ("pick", "kat"), ("merge", "picked")]),
            []
        );
        assert_eq!(asked([("of", "word"), ("merge", "picked")]), []);
    }
}
