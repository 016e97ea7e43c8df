//! Stories over HTTP against the real binary, with scripts off. Each test is one; the actors live in the harness.

mod api;
mod audiences;
mod bad_answers;
mod bad_decks;
mod bad_requests;
mod changing;
mod commands;
mod controls;
mod crowd;
mod deadlines;
mod erasing;
mod exports;
mod first_vote;
mod frames;
mod kinds;
mod load;
mod origins;
mod pages;
mod rounds;
mod secrets;
mod sign_in;
mod takeover;
mod upvotes;
mod webinar;
mod wire;
mod workshop;
