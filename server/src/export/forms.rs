//! What people filled into one form, as a file of its own: in no export of answers is any of it.

use serde_json::{Value, json};
use shared::instant::rfc3339;
use shared::question::{FieldInput, FieldValue, FormField};

use super::rows::ExportCell;
use super::sheet::Sheet;
use crate::forms::{DAY_MS, FormRound, FormTable};

/// The table as JSON.
pub fn json(table: &FormTable) -> Value {
    let rounds: Vec<Value> = table.rounds.iter().map(of_round).collect();
    json!({ "question": table.question, "prompt": table.prompt, "rounds": rounds })
}

/// The same as a file to keep.
pub fn json_file(table: &FormTable) -> Vec<u8> {
    serde_json::to_vec_pretty(&json(table)).expect("a table is plain data with text keys")
}

fn of_round(round: &FormRound) -> Value {
    let fields = round.fields();
    let field = |field: &FormField| {
        let (kind, optional) = (field.input.word(), field.may_be_empty());
        json!({ "label": field.label, "kind": kind, "optional": optional })
    };
    let forms = round.forms.iter().map(|form| {
        let filled = &form.document.filled;
        let values = fields.iter().enumerate();
        let values = values.map(|(place, field)| value(field, filled.value(place)));
        json!({ "form": form.name, "day": day(form.document.day), "values": values.collect::<Vec<_>>() })
    });
    json!({
        "round": round.number,
        "filled_in": round.filled_in,
        "fields": fields.iter().map(field).collect::<Vec<_>>(),
        "forms": forms.collect::<Vec<_>>(),
    })
}

fn value(field: &FormField, value: Option<&FieldValue>) -> Value {
    match value {
        None => Value::Null,
        Some(FieldValue::Text(text)) => json!(text),
        Some(FieldValue::Rating(value)) => json!(value),
        Some(FieldValue::Ticked) => json!(true),
        Some(FieldValue::Option(option)) => json!(option_of(field, *option)),
    }
}

/// What a cell of the table says.
pub fn words(field: &FormField, value: Option<&FieldValue>) -> String {
    match value {
        None => String::new(),
        Some(FieldValue::Option(option)) => {
            option_of(field, *option).unwrap_or_default().to_owned()
        }
        Some(value @ (FieldValue::Text(_) | FieldValue::Rating(_) | FieldValue::Ticked)) => {
            value.written()
        }
    }
}

fn option_of(field: &FormField, option: u8) -> Option<&str> {
    match &field.input {
        FieldInput::Choice { options } => {
            let place = usize::from(option).checked_sub(1)?;
            options.get(place).map(String::as_str)
        }
        FieldInput::Text | FieldInput::Long | FieldInput::Email { .. } => None,
        FieldInput::Rating { .. } | FieldInput::Consent => None,
    }
}

/// The table as CSV.
pub fn csv(table: &FormTable, excel: bool) -> Vec<u8> {
    let mut sheet = Sheet::new(excel);
    rows(table).into_iter().for_each(|row| sheet.row(row));
    sheet.bytes()
}

/// The heads, and a row per form with a column per field. Where rounds asked something else, each
/// has columns of its own.
pub fn rows(table: &FormTable) -> Vec<Vec<ExportCell>> {
    let mut columns: Vec<&FormField> = Vec::new();
    for field in table.rounds.iter().flat_map(FormRound::fields) {
        if !columns.contains(&field) {
            columns.push(field);
        }
    }
    let labels = columns.iter().map(|field| text(&field.label));
    let heads = ["round", "day"].map(text).into_iter().chain(labels);
    let mut rows: Vec<Vec<ExportCell>> = vec![heads.collect()];
    for round in &table.rounds {
        for form in &round.forms {
            let cell = |column: &&FormField| {
                let place = round.fields().iter().position(|field| field == *column)?;
                form.document.filled.value(place).map(|value| match value {
                    FieldValue::Rating(value) => ExportCell::Number(value.to_string()),
                    FieldValue::Text(_) | FieldValue::Option(_) | FieldValue::Ticked => {
                        text(&words(column, Some(value)))
                    }
                })
            };
            let cells = columns
                .iter()
                .map(|column| cell(column).unwrap_or_else(|| text("")));
            let about = [
                ExportCell::Number(round.number.to_string()),
                ExportCell::Moment(day(form.document.day)),
            ];
            rows.push(about.into_iter().chain(cells).collect());
        }
    }
    rows
}

/// `2026-11-28`, of days since 1970.
pub fn day(days: u64) -> String {
    let midnight = rfc3339(days.saturating_mul(DAY_MS));
    midnight.chars().take_while(|c| *c != 'T').collect()
}

fn text(text: &str) -> ExportCell {
    ExportCell::Text(text.to_owned())
}
