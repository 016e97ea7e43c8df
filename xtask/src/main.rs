//! `cargo xtask`: everything a developer or CI does with this repository, as one command each.
//!
//! This file reads the command line; each command is a module that tells its steps in order. It
//! needs nothing installed but Rust and a C compiler: what else a command needs, it fetches or
//! names.

mod bench;
mod build;
mod bundle;
mod dist;
mod fuzz;
mod linked;
mod passed;
mod place;
mod process;
mod rights;
mod run;
mod setup;
mod steps;
mod suites;
mod symbols;
mod test;
mod third_party;

use std::process::ExitCode;
use test::Scope;

const USAGE: &str = "\
cargo xtask run [--lan]   build what is needed and start peil on http://127.0.0.1:8080 with the example decks
                          (--lan: for every device on the network, with the address and a QR code for phones)
cargo xtask test          everything CI runs; installs what it needs, or names it
                          (FILTER: the tests with this in their name; quick: style, lints, unit tests and stories,
                          but those that passed since anything of theirs was changed)
cargo xtask bench         what peil costs, beside the floors, with 18,000 phones; wants a quiet machine and some minutes
                          (--quick: less than a minute, for its counts only; --json FILE: every figure)
cargo xtask fuzz [SECONDS]  bytes that nobody thought up against everything that reads what strangers send, a minute per reader
cargo xtask rights        takes the right of every route away, and shows that none of them compiles any more
cargo xtask build         target/release/peil: one file with pages and assets inside, its symbols beside it
cargo xtask dist          what is handed to people, into target/peil-dist: archive, .deb, list of what is in it (SBOM), symbols
cargo xtask bundle        only the pages' scripts, styles and fonts, into target/peil-assets";

/// Wrong usage, as sysexits.h has it.
const EX_USAGE: u8 = 64;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args[..] {
        ["run"] => run::run(run::Reach::ThisComputer),
        ["run", "--lan"] => run::run(run::Reach::Network),
        ["test"] => test::test(Scope::All),
        ["test", "quick"] => test::test(Scope::Quick),
        ["test", filter] if !filter.starts_with('-') => test::test(Scope::Named(filter)),
        ["bench", ref options @ ..] => {
            bench::Options::read(options).and_then(|options| bench::bench(&options))
        }
        ["fuzz"] => fuzz::fuzz(None),
        ["fuzz", seconds] => fuzz::fuzz(Some(seconds)),
        ["rights"] => rights::rights(),
        ["build"] => build::build(),
        ["dist"] => dist::dist(),
        ["bundle"] => bundle::small(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(EX_USAGE);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
