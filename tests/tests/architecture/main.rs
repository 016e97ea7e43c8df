//! What must never be there, executed: edges between crates, names inside a crate, styles inside a
//! page. It reads the workspace itself and needs no running peil.

mod addresses;
mod arms;
mod client_kinds;
mod code;
mod columns;
mod contrast;
mod directions;
mod documents;
mod edges;
mod form_fields;
mod functions;
mod fuzzing;
mod kinds;
mod layers;
mod lexer;
mod lists;
mod names;
mod paths;
mod sentences;
mod sources;
mod waiting;
