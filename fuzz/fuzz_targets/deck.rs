//! A deck's text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::deck::holds(bytes));
