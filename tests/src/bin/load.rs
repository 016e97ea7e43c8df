//! What a full hall costs: `load [PHONES [ROUNDS [VIEWS]]]` measures the peil that `PEIL_BIN` names, and prints JSON.

use std::process::Command;

use tests::load::{Fanout, Plan, raise_descriptors, serve_floor};

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, else_: usize| words.get(at).map_or(Ok(else_), |word| word.parse());
    let unreadable = |error| std::io::Error::other(format!("numbers, please: {error}"));
    if words.first().is_some_and(|word| word == "floor") {
        return serve_floor(number(1, 0).map_err(unreadable)?, number(2, 0).map_err(unreadable)?);
    }
    raise_descriptors();
    let plan = Plan {
        phones: number(0, 9_000).map_err(unreadable)?,
        rounds: number(1, 5).map_err(unreadable)? as u64,
        views: number(2, 10).map_err(unreadable)? as u64,
    };
    let mut floor = Command::new(std::env::current_exe()?);
    floor.arg("floor");
    println!("{}", serde_json::to_string_pretty(&Fanout::measured(plan, floor)).expect("figures are plain"));
    Ok(())
}
