//! The steps of a command: each named when it begins, timed, and listed at the end.

use anyhow::Result;
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Does one step. The first that fails ends the command.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("\n── {name}");
        let began = Instant::now();
        let result = work();
        let took = began.elapsed();
        let verdict = if result.is_ok() { "done" } else { "FAILED" };
        eprintln!("── {name}: {verdict}, {:.1} s", took.as_secs_f64());
        self.done.push((format!("{name} {verdict}"), took));
        result
    }

    /// What was done and how long it took.
    pub fn summary(&self) {
        let width = self
            .done
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0);
        let total: Duration = self.done.iter().map(|(_, took)| took).sum();
        eprintln!();
        for (name, took) in &self.done {
            eprintln!("{name:width$} {:>7.1} s", took.as_secs_f64());
        }
        eprintln!("{:width$} {:>7.1} s", "all", total.as_secs_f64());
    }
}
