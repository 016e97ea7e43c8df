//! A form that was sent: what a phone can say of it before the room does.

use shared::question::Fields;
use shared::question::form::form_fields::typed;
use shared::question::form::{FieldInput, FormInput, LONG_CHARS, TEXT_CHARS, could_be_email};
use shared::refusal::{FieldError, FieldProblem, Refusal};
use shared::rules::Rules;

use crate::browser::characters::within;

/// The fields of a frame, where nothing is missing.
pub fn fields(input: &FormInput, said: Fields, rules: Rules) -> Result<Fields, Refusal> {
    let mut errors = Vec::new();
    for (place, field) in input.fields.iter().enumerate() {
        let typed = typed(&said, place).unwrap_or_default();
        let problem = match &field.input {
            _ if typed.is_empty() => (!field.may_be_empty()).then_some(FieldProblem::Empty),
            FieldInput::Text => too_long(typed, TEXT_CHARS, rules),
            FieldInput::Long => too_long(typed, LONG_CHARS, rules),
            FieldInput::Email { .. } => (!could_be_email(typed)).then_some(FieldProblem::NoEmail),
            FieldInput::Rating { .. } | FieldInput::Choice { .. } | FieldInput::Consent => None,
        };
        errors.extend(problem.map(|problem| FieldError {
            field: (place + 1) as u8,
            problem,
        }));
    }
    match (errors.is_empty(), said.0.is_empty()) {
        (false, _) => Err(Refusal::Form { fields: errors }),
        (true, true) => Err(Refusal::Empty),
        (true, false) => Ok(said),
    }
}

fn too_long(typed: &str, limit: usize, rules: Rules) -> Option<FieldProblem> {
    within(typed, limit, rules)
        .is_err()
        .then_some(FieldProblem::TooLong { limit })
}
