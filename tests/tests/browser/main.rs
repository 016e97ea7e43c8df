//! Stories in a real browser: a stage and phones beside each other, the desk by its labels, and every page looked at.

mod desk;
mod looks;
mod voting;
