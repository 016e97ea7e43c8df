//! `before [FOLDER]`: takes the binary that `PEIL_BIN` names through the story of the earlier room
//! and writes what it leaves behind, into `tests/data` where nothing else is said. It wants
//! chromedriver, `tar`, and `faketime` for a clock that is ahead.

use std::path::{Path, PathBuf};

fn main() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    tests::before::make(&std::env::args_os().nth(1).map_or(own, PathBuf::from));
}
