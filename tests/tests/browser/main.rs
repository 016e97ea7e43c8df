//! Stories in a real browser: a stage and phones beside each other, the desk by its labels, every
//! page looked at, bad networks, and what a phone downloads.

mod access;
mod before;
mod both_decks;
mod busy;
mod checkup;
mod console;
mod crowded;
mod desk;
mod evaluation;
mod groups;
mod hearing;
mod hosts;
mod keyboard;
mod kinds;
mod languages;
mod line;
mod lines;
mod looks;
mod moderating;
mod more_time;
mod own_pace;
mod phones;
mod questions;
mod strip;
mod voting;
mod weight;
mod without_phones;
