//! The program `peil`: flags in, one of its commands out.

use std::process::ExitCode;

mod cli;

/// The system's own keeps what a crowd at the door has used for good, and is slower at it;
/// docs/speed.md has the figures.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
