//! JSON as a phone reads it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::json::holds(bytes));
