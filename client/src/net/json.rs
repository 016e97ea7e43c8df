//! JSON as the browser parses it.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::reading::{Json, Read};

/// Reads a text; nothing where it is no JSON, or not of that type.
pub fn read<T: Read>(text: &str) -> Option<T> {
    JSON::parse(text).ok().and_then(|json| T::read(&json))
}

impl Json for JsValue {
    fn field(&self, name: &str) -> Self {
        // `Reflect` throws at what is no object.
        Reflect::get(self, &name.into()).unwrap_or(Self::NULL)
    }

    fn items(&self) -> Option<Vec<Self>> {
        Array::is_array(self).then(|| Array::from(self).to_vec())
    }

    fn entries(&self) -> Vec<(String, Self)> {
        let entries = self.dyn_ref().map(Object::entries).unwrap_or_default();
        let pair = |entry: Self| {
            let entry: Array = entry.unchecked_into();
            entry.get(0).as_string().map(|name| (name, entry.get(1)))
        };
        entries.iter().filter_map(pair).collect()
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        self.is_null() || self.is_undefined()
    }

    fn is_object(&self) -> bool {
        self.is_object()
    }
}
