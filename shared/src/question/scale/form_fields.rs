//! The fields of a scale: what they are called, and what they say. Statements count from 1.

use crate::question::Fields;
use crate::refusal::Refusal;

const VALUE: &str = "value-";
const SKIP: &str = "skip-";

/// The field with the value of a statement.
pub fn value_field(number: usize) -> String {
    format!("{VALUE}{number}")
}

/// The field that says that a statement is skipped.
pub fn skip_field(number: usize) -> String {
    format!("{SKIP}{number}")
}

/// The field that says something else of the same statement: whoever ticks one unticks the other.
pub fn ruled_out_by(name: &str) -> Option<String> {
    let (other, number) = match name.strip_prefix(VALUE) {
        Some(number) => (SKIP, number),
        None => (VALUE, name.strip_prefix(SKIP)?),
    };
    Some(format!("{other}{number}"))
}

/// The fields that would store this answer again.
pub fn fields(values: &[Option<i32>]) -> Fields {
    let mut fields = Fields::default();
    for (number, value) in (1..).zip(values) {
        match value {
            Some(value) => fields.push(value_field(number), value.to_string()),
            None => fields.push(skip_field(number), "1"),
        }
    }
    fields
}

/// What a form says of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenValue<'f> {
    /// That it is skipped, whatever value there is.
    Skipped,
    /// A value as it came; it may be empty.
    Value(&'f str),
}

/// What a form says of that statement, if it says anything.
pub fn given(fields: &Fields, number: usize) -> Option<GivenValue<'_>> {
    if skips(fields, number) {
        Some(GivenValue::Skipped)
    } else {
        value(fields, number).map(GivenValue::Value)
    }
}

/// Whether a statement is skipped.
pub fn skips(fields: &Fields, number: usize) -> bool {
    fields
        .first(&skip_field(number))
        .is_some_and(|value| !value.is_empty())
}

/// The value of a statement, also of one that is skipped.
pub fn value(fields: &Fields, number: usize) -> Option<&str> {
    fields.first(&value_field(number)).map(str::trim)
}

/// The values of so many statements; nothing where one is skipped or left open.
///
/// # Errors
/// [`Refusal::Empty`] where no statement has a value or a skip, [`Refusal::OutOfRange`],
/// [`Refusal::WrongKind`].
pub(super) fn values(fields: &Fields, statements: usize) -> Result<Vec<Option<i32>>, Refusal> {
    let given = || (1..=statements).map(|number| given(fields, number));
    if given().all(|given| given.is_none()) {
        return Err(Refusal::Empty);
    }
    given().map(step).collect()
}

fn step(given: Option<GivenValue<'_>>) -> Result<Option<i32>, Refusal> {
    match given {
        None | Some(GivenValue::Skipped | GivenValue::Value("")) => Ok(None),
        Some(GivenValue::Value(text)) => {
            let number: i64 = text.parse().map_err(|_| Refusal::WrongKind)?;
            i32::try_from(number)
                .map(Some)
                .map_err(|_| Refusal::OutOfRange)
        }
    }
}
