//! `cargo xtask rights`: takes the right of every route away, and shows that none of them compiles
//! any more.
//!
//! It does so in a copy of the sources, so that no mistake leaves a router behind that opens
//! everything. What others wrote is built in the one target folder, where clippy has checked it: of
//! the copy only our own crates are left to check.

use crate::place;
use crate::process::cargo_host;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the copy is made of.
const SOURCES: [&str; 11] = [
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "rust-toolchain.toml",
    "shared",
    "client",
    "server",
    "tests",
    "xtask",
    "decks",
];
const ROUTER: &str = "server/src/http/router.rs";
const RIGHTS: &str = "server/src/http/rights.rs";
/// The right that everybody has.
const OPEN: &str = "ANYONE";

/// Takes them all away at once: the compiler looks at each route by itself.
pub fn rights() -> Result<()> {
    let copy = place::target().join("rights");
    for name in SOURCES {
        mirror(&place::root().join(name), &copy.join(name))
            .with_context(|| format!("{name} could not be copied"))?;
    }
    let names = names(&fs::read_to_string(copy.join(RIGHTS))?);
    let router = fs::read_to_string(copy.join(ROUTER))?;
    let (opened, routes) = open(&router, &names);
    // What stands before the first function is imported.
    let (_, routed) = router.split_once("\nfn ").unwrap_or_default();
    let named = names
        .iter()
        .map(|name| routed.matches(&format!("{name},")).count());
    let named: usize = named.sum();
    ensure!(
        routes.len() >= 30 && routes.len() == named,
        "{ROUTER} is not what this knows: {} routes need a right, {named} name one",
        routes.len()
    );
    fs::write(copy.join(ROUTER), opened)?;
    let refused = refused(&copy)?;
    let compiles = |(first, last): &&RouteLines| refused.range(first..=last).next().is_none();
    let taken: Vec<&RouteLines> = routes.iter().filter(compiles).collect();
    if !taken.is_empty() {
        bail!("without their right the routes in these lines of {ROUTER} compile: {taken:?}");
    }
    eprintln!(
        "{} routes need a right, and none of them compiles without it.",
        routes.len()
    );
    Ok(())
}

/// The names of rights that not everybody has.
fn names(rights: &str) -> Vec<String> {
    let named = rights
        .lines()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(": Needs<"));
    named
        .map(|(name, _)| name.to_owned())
        .filter(|name| name != OPEN)
        .collect()
}

/// Where a route stands in the router: its first and its last line, from 1.
type RouteLines = (usize, usize);

/// The router with every route open to everybody, and the routes of which that was not true.
fn open(router: &str, names: &[String]) -> (String, Vec<RouteLines>) {
    let lines: Vec<&str> = router.lines().collect();
    let (mut routes, mut opened) = (Vec::new(), String::new());
    let mut first = 0;
    for (number, line) in (1..).zip(&lines) {
        // A route that is too long for a line has each of its arguments on one.
        if line.trim_start().starts_with('.') {
            first = number;
        }
        let whole = |name: &&String| line.contains(&format!("\", {name}, "));
        let alone = |name: &&String| line.trim() == format!("{name},");
        match names.iter().find(|name| whole(name) || alone(name)) {
            Some(name) => {
                let rest = lines.iter().skip(first);
                let more = rest.take_while(|line| !line.trim_start().starts_with('.'));
                routes.push((first, first + more.count()));
                opened += &line.replace(&format!("{name},"), &format!("{OPEN},"));
            }
            None => opened += line,
        }
        opened.push('\n');
    }
    (opened, routes)
}

/// The lines of the router in which the compiler finds a handler that does not ask for the right of
/// its route.
fn refused(copy: &Path) -> Result<BTreeSet<usize>> {
    let mut check = cargo_host("check --keep-going --message-format short");
    let said = check
        .current_dir(copy)
        .output()
        .context("cargo could not be started")?;
    ensure!(
        !said.status.success(),
        "a router that opens everything compiles"
    );
    let said = String::from_utf8_lossy(&said.stderr);
    let line = |line: &str| {
        let place = line
            .split_once(": error[E0277]")?
            .0
            .strip_prefix(ROUTER)?
            .strip_prefix(':')?;
        place.split(':').next()?.parse().ok()
    };
    let lines: BTreeSet<usize> = said.lines().filter_map(line).collect();
    ensure!(
        !lines.is_empty(),
        "it does not compile for another reason:\n{said}"
    );
    Ok(lines)
}

/// Makes `to` what `from` is. What did not change keeps its time, so that cargo builds no more than
/// it must.
fn mirror(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        let content = fs::read(from)?;
        if fs::read(to).ok().as_ref() != Some(&content) {
            fs::write(to, content)?;
        }
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        if name != "node_modules" {
            mirror(&from.join(&name), &to.join(&name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_with_a_right_is_opened_however_many_lines_it_takes() {
        let router = "    Routes::default()\n        .get(\"/\", ANYONE, a)\n        .get(\"/b\", OWNER, b)\n        \
                      .post(\n            \"/c\",\n            STAGE,\n            c,\n        )\n        .shown_by(\"b\")\n        \
                      .put(\"/d\", OWNER, d)\n}\n";
        let names = ["OWNER".to_owned(), "STAGE".to_owned()];
        let (opened, routes) = open(router, &names);
        assert_eq!(routes, [(3, 3), (4, 8), (10, 11)]);
        assert_eq!(opened.matches("ANYONE,").count(), 4);
        assert!(
            !opened.contains("OWNER") && !opened.contains("STAGE"),
            "{opened}"
        );
    }
}
