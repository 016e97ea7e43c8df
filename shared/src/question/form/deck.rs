//! How a form is written in a deck.

use super::marker;
use super::{FIELDS_MAX, FieldInput, Form, FormField};
use crate::deck::grammar::item::Marked;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, written};
use crate::deck::problem::{ContentProblem, DeckPart};
use crate::deck::text::plain::quote;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::inline;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{LIST_ITEMS_MAX, OPTIONS_MIN};
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;
use crate::question::scale::{is_scale, steps};

const MARKS: &[&str] = &[
    "{text}",
    "{long}",
    "{email}",
    "{email report}",
    "{rating 1-10}",
    "{choice a|b|c}",
    "{consent}",
];

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &["pace"],
    texts: &[],
    takes: |_| MarkdownParts::LISTS,
    marks: MARKS,
    pictures: false,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    QuestionSpec::Form(Form {
        fields: parts
            .items
            .into_iter()
            .map(|item| field(reader, item))
            .collect(),
    })
}

fn field(reader: &mut KindReader<'_, '_>, item: Marked) -> FormField {
    let mut found = None;
    for mark in &item.marks {
        match marker::read(mark) {
            Ok(read) if found.is_none() => found = Some(read),
            Ok(_) => reader.wrong(
                &item,
                ContentProblem::MarkerTwice {
                    found: quote(&written(mark)),
                },
            ),
            Err(marker::MarkerError::Unknown) => reader.unknown_mark(&item, mark),
            Err(marker::MarkerError::Rating) => reader.wrong(
                &item,
                ContentProblem::Rating {
                    found: quote(&written(mark)),
                },
            ),
        }
    }
    let marker::Marker { input, optional } = found.unwrap_or(marker::Marker {
        input: FieldInput::Text,
        optional: false,
    });
    FormField {
        label: item.label,
        input,
        optional,
    }
}

impl KindSettings for Form {
    fn check(&self, findings: &mut Findings) {
        findings.at_least(SlidePart::Slide, DeckPart::Field, self.fields.len(), 1);
        findings.at_most(
            SlidePart::Item(FIELDS_MAX),
            DeckPart::Field,
            self.fields.len(),
            FIELDS_MAX,
        );
        for (index, field) in self.fields.iter().enumerate() {
            findings.label(SlidePart::Item(index), DeckPart::Field, &field.label);
            field.input.check(SlidePart::Item(index), findings);
        }
    }

    fn notice(&self, findings: &mut Findings) {
        findings.twice(self.fields.iter().map(|field| (&field.label, None)));
        for (index, field) in self.fields.iter().enumerate() {
            if let FieldInput::Choice { options } = &field.input {
                findings.twice_at(SlidePart::Item(index), options);
            }
        }
    }

    fn may_stay_empty(&self) -> bool {
        self.fields.iter().all(FormField::may_be_empty)
    }

    fn write(&self, _: &mut SettingsWriter) {}

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        self.fields
            .iter()
            .map(|field| ListItem {
                label: &field.label,
                image: None,
                marks: field.mark(),
            })
            .collect()
    }

    fn picture(&self) -> Option<&Image> {
        None
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        Vec::new()
    }

    fn shape(&self) -> Option<Vec<i64>> {
        None
    }

    fn quiz(&self) -> Option<&Quiz> {
        None
    }

    fn splits(&self) -> bool {
        false
    }

    fn gives_items(&self, _: bool) -> bool {
        false
    }

    fn items_from(&self) -> Option<&ItemsFrom> {
        None
    }

    fn items_from_mut(&mut self) -> Option<&mut ItemsFrom> {
        None
    }

    fn set_language(&mut self, _: &str) {}

    fn targets(&self) -> Vec<AnswerTarget<'_>> {
        AnswerTarget::all(self.fields.iter().map(|field| &field.label))
    }

    fn structure(&self) -> QuestionSpec {
        let unnamed = |field: &FormField| FormField {
            label: String::new(),
            ..field.clone()
        };
        QuestionSpec::Form(Self {
            fields: self.fields.iter().map(unnamed).collect(),
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::OneAnswer(self)
    }
}

impl FieldInput {
    fn check(&self, spot: SlidePart, findings: &mut Findings) {
        match self {
            Self::Rating { from, to } if !is_scale(steps(*from, *to)) => {
                findings.add(
                    spot,
                    ContentProblem::Rating {
                        found: format!("{{rating {from}-{to}}}"),
                    },
                );
            }
            Self::Choice { options } => {
                findings.at_least(spot, DeckPart::Option, options.len(), OPTIONS_MIN);
                findings.at_most(spot, DeckPart::Option, options.len(), LIST_ITEMS_MAX);
                options
                    .iter()
                    .for_each(|option| findings.label(spot, DeckPart::Option, option));
            }
            Self::Text | Self::Long | Self::Email { .. } | Self::Rating { .. } | Self::Consent => {}
        }
    }
}

impl FormField {
    fn mark(&self) -> String {
        let kind = match &self.input {
            FieldInput::Text => "text".to_owned(),
            FieldInput::Long => "long".to_owned(),
            FieldInput::Email { report: false } => "email".to_owned(),
            FieldInput::Email { report: true } => "email report".to_owned(),
            FieldInput::Rating { from, to } => format!("rating {from}-{to}"),
            FieldInput::Choice { options } => {
                format!(
                    "choice {}",
                    options
                        .iter()
                        .map(|option| inline::choice(option))
                        .collect::<Vec<_>>()
                        .join("|")
                )
            }
            FieldInput::Consent => "consent".to_owned(),
        };
        if self.optional {
            format!("{{{kind} optional}}")
        } else {
            format!("{{{kind}}}")
        }
    }
}
