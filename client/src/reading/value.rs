//! JSON as serde_json parses it, which tests hold against what the types themselves read.

use serde_json::Value;

use super::{Json, Read};

/// Reads a text; nothing where it is no JSON, or not of that type.
pub fn read<T: Read>(text: &str) -> Option<T> {
    let json: Value = serde_json::from_str(text).ok()?;
    T::read(&json)
}

impl Json for Value {
    fn field(&self, name: &str) -> Self {
        self[name].clone()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn entries(&self) -> Vec<(String, Self)> {
        let entries = self.as_object().into_iter().flatten();
        entries
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        self.is_null()
    }

    fn is_object(&self) -> bool {
        self.is_object()
    }
}
