//! What pages need to know of a form.

use serde::{Deserialize, Serialize};

use super::FormField;

/// Several fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormInput {
    /// In order.
    pub fields: Vec<FormField>,
}
