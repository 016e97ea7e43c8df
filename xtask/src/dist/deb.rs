//! A package for Debian and what is made of it: an `ar` of a version, what the package manager
//! reads, and the files.
//!
//! It brings the program, the service and the documents, makes the service's user, and starts
//! nothing: first somebody writes the address into the service.

use super::archive::{Entry, packed};
use anyhow::{Context, Result};
use std::fmt::Write;

const SERVICE: &str = "deploy/peil.service";
const DOCUMENTS: &str = "usr/share/doc/peil";

/// Makes the user whose folder the service keeps.
const AFTER_INSTALL: &str = "\
#!/bin/sh
set -e
if [ \"$1\" = configure ] && ! getent passwd peil > /dev/null; then
    useradd --system --home-dir /var/lib/peil --shell /usr/sbin/nologin peil
fi
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
";

/// What Debian calls this kind of computer; nothing where it is none of Debian's.
pub fn architecture(host: &str) -> Option<&'static str> {
    match host {
        "x86_64-unknown-linux-gnu" => Some("amd64"),
        "aarch64-unknown-linux-gnu" => Some("arm64"),
        _ => None,
    }
}

pub fn package(
    program: &[u8],
    beside: &[Entry],
    version: &str,
    architecture: &str,
) -> Result<Vec<u8>> {
    let files = files(program, beside)?;
    let kib = files
        .iter()
        .map(|file| file.bytes.len())
        .sum::<usize>()
        .div_ceil(1024);
    let control = [
        Entry::file("control", control(version, architecture, kib)?.into_bytes()),
        Entry::program("postinst", AFTER_INSTALL.into()),
    ];
    Ok(ar(&[
        ("debian-binary", b"2.0\n"),
        ("control.tar.gz", packed(&control)?.as_slice()),
        ("data.tar.gz", packed(&files)?.as_slice()),
    ]))
}

fn control(version: &str, architecture: &str, kib: usize) -> Result<String> {
    let mut control = String::new();
    writeln!(
        control,
        "Package: peil\nVersion: {version}\nArchitecture: {architecture}\nInstalled-Size: {kib}"
    )?;
    writeln!(
        control,
        "Maintainer: the peil contributors <peil@localhost>\nSection: web\nPriority: optional"
    )?;
    writeln!(
        control,
        "Depends: libc6, passwd\nDescription: live polls for a room full of people, hosted by yourself"
    )?;
    writeln!(
        control,
        " People open a link or type a code on their phone and vote, and a projected\n page shows what the room thinks."
    )?;
    Ok(control)
}

fn files(program: &[u8], beside: &[Entry]) -> Result<Vec<Entry>> {
    let service = beside
        .iter()
        .find(|entry| entry.path == SERVICE)
        .context("the service is among what is handed out")?;
    let service =
        String::from_utf8(service.bytes.clone())?.replace("/usr/local/bin/peil", "/usr/bin/peil");
    let mut files = vec![
        Entry::program("usr/bin/peil", program.to_vec()),
        Entry::file("usr/lib/systemd/system/peil.service", service.into_bytes()),
    ];
    files.extend(
        beside
            .iter()
            .filter(|entry| entry.path != SERVICE)
            .cloned()
            .map(|entry| entry.below(DOCUMENTS)),
    );
    Ok(files)
}

/// The oldest archive there is: a line of sixty bytes before each member, and an even number of
/// bytes in it.
fn ar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut ar = b"!<arch>\n".to_vec();
    for (name, bytes) in members {
        ar.extend(
            format!(
                "{name:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n",
                0,
                0,
                0,
                100_644,
                bytes.len()
            )
            .into_bytes(),
        );
        ar.extend(*bytes);
        if bytes.len() % 2 == 1 {
            ar.push(b'\n');
        }
    }
    ar
}

#[cfg(test)]
mod tests {
    use super::super::archive::unpacked;
    use super::{Entry, architecture, package};

    /// The members of an `ar`, read as its description has it.
    fn members(mut rest: &[u8]) -> Vec<(String, &[u8])> {
        rest = rest.strip_prefix(b"!<arch>\n").unwrap();
        let mut members = Vec::new();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(60);
            let line = std::str::from_utf8(line).unwrap();
            assert!(line.ends_with("`\n"), "{line:?}");
            let length: usize = line[48..58].trim().parse().unwrap();
            members.push((line[..16].trim().to_owned(), &after[..length]));
            rest = &after[length + length % 2..];
        }
        members
    }

    #[test]
    fn a_package_is_what_debian_reads() {
        let beside = [
            Entry::file("README.md", b"read me".to_vec()),
            Entry::file(
                "deploy/peil.service",
                b"ExecStart=/usr/local/bin/peil serve\n".to_vec(),
            ),
        ];
        let package = package(b"\x7fELF", &beside, "1.2.3", "amd64").unwrap();
        let members = members(&package);
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["debian-binary", "control.tar.gz", "data.tar.gz"]);
        assert_eq!(members[0].1, b"2.0\n");
        let control = unpacked(members[1].1).unwrap();
        let text = String::from_utf8(control[0].bytes.clone()).unwrap();
        for line in [
            "Package: peil",
            "Version: 1.2.3",
            "Architecture: amd64",
            "Installed-Size: 1",
        ] {
            assert!(
                text.lines().any(|written| written == line),
                "{line} is missing in {text}"
            );
        }
        assert_eq!(
            (control[1].path.as_str(), control[1].mode),
            ("postinst", 0o755)
        );
        let files = unpacked(members[2].1).unwrap();
        let file = |path: &str| {
            files
                .iter()
                .find(|file| file.path == path)
                .unwrap_or_else(|| panic!("{path} is missing"))
        };
        assert_eq!(
            (
                file("usr/bin/peil").mode,
                file("usr/bin/peil").bytes.as_slice()
            ),
            (0o755, &b"\x7fELF"[..])
        );
        assert_eq!(
            file("usr/lib/systemd/system/peil.service").bytes,
            b"ExecStart=/usr/bin/peil serve\n"
        );
        assert_eq!(file("usr/share/doc/peil/README.md").bytes, b"read me");
    }

    #[test]
    fn only_debians_computers_get_one() {
        for (host, expected) in [
            ("x86_64-unknown-linux-gnu", Some("amd64")),
            ("aarch64-unknown-linux-gnu", Some("arm64")),
            ("aarch64-apple-darwin", None),
            ("x86_64-unknown-linux-musl", None),
        ] {
            assert_eq!(architecture(host), expected, "{host}");
        }
    }
}
