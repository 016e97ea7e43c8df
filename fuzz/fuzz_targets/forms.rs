//! Forms of participants.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::forms::holds(bytes));
