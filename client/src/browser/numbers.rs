//! Plurals and numbers as the browser knows them: a phone downloads no tables.

use std::cell::OnceCell;

use js_sys::Intl::{NumberFormat, PluralRules};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::language::Language;
use crate::language::number::ShownNumber;

/// As many decimals as a [`ShownNumber`] can have, and none.
const DECIMALS: usize = 4;

thread_local! {
    static FORMATS: [OnceCell<Function>; DECIMALS] =
        const { [const { OnceCell::new() }; DECIMALS] };
    static PLURALS: OnceCell<PluralRules> = const { OnceCell::new() };
}

fn locales(language: Language) -> Array {
    Array::of1(&language.tag().into())
}

fn options(decimals: u32) -> Object {
    let options = Object::new();
    for name in ["minimumFractionDigits", "maximumFractionDigits"] {
        // A fresh object takes every property.
        let _ = Reflect::set(&options, &name.into(), &decimals.into());
    }
    options
}

fn value(number: ShownNumber) -> f64 {
    number.units() as f64 / 10_i64.pow(number.decimals()) as f64
}

/// A number as the language writes it.
pub fn number(language: Language, number: ShownNumber) -> String {
    let decimals = number.decimals();
    let written = FORMATS.with(|formats| {
        let format = formats.get(decimals as usize)?;
        let format = format
            .get_or_init(|| NumberFormat::new(&locales(language), &options(decimals)).format());
        format
            .call1(&JsValue::NULL, &value(number).into())
            .ok()?
            .as_string()
    });
    written.unwrap_or_else(|| number.plain())
}

/// The plural category of a number. Only whole numbers are counted with.
pub fn category(language: Language, number: ShownNumber) -> String {
    PLURALS.with(|rules| {
        let rules = rules.get_or_init(|| PluralRules::new(&locales(language), &Object::new()));
        String::from(rules.select(value(number)))
    })
}
