//! Stories in a real browser: a stage and phones beside each other, the desk by its labels, every page looked at, bad networks, and
//! what a phone downloads.

mod before;
mod busy;
mod crowded;
mod desk;
mod hosts;
mod keyboard;
mod kinds;
mod lines;
mod looks;
mod moderating;
mod strip;
mod voting;
mod weight;
