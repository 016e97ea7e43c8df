//! What a form asks and comes to, from JSON.

use shared::question::form::{FieldInput, FormField, FormInput, FormResults};

use crate::reading::{fields, variants};

fields!(FormInput { fields });
fields!(FormField {
    label,
    input,
    optional
});
variants!(FieldInput, "input" {
    "text" => Text {},
    "long" => Long {},
    "email" => Email { report },
    "rating" => Rating { from, to },
    "choice" => Choice { options },
    "consent" => Consent {}
});
fields!(FormResults { voters } without { fields });
