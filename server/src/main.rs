//! The program `peil`: flags in, one of its commands out.

use std::process::ExitCode;

mod cli;

fn main() -> ExitCode {
    cli::main()
}
