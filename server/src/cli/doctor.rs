//! `peil doctor`: what durability and limits this machine really gives.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use client::model::mail::MailTrouble;
use server::backend::{Backend, JournalError, exposed};
use server::child::attempt::Attempt;
use server::child::confine::Withheld;
use server::child::{ChildJob, ChildPool};
use server::http::hosts::rewritten;
use server::join_limits::proxy;
use server::mail::session::{ServerTrouble, SmtpSession};
use server::mail::smtp_settings::{SmtpSettings, SmtpTls};
use server::metrics::process::{PARTICIPANT_BYTES, RESERVED_DESCRIPTORS, available_bytes};
use server::store::Store;

use super::{Data, MailOptions};

/// Appends with fsync that are timed.
const TIMED_SYNCS: u32 = 100;
/// Below this many open files a full hall does not fit.
const DESCRIPTORS_WANTED: u64 = 4096;
/// What the kernel keeps of one connection while a view waits in it, in bytes: the buffer that a
/// socket may fill.
const KERNEL_BYTES: u64 = 32 * 1024;
/// Free space below which the doctor warns, in bytes.
const FREE_BYTES_WANTED: u64 = 512 * 1024 * 1024;

/// Checks what durability and limits this machine really gives.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    mail: MailOptions,
}

/// One finding.
struct DoctorFinding {
    good: bool,
    text: String,
}

impl Doctor {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let folder = &self.data.data;
        let mut findings = vec![descriptors()];
        findings.extend(people());
        let path = if folder.is_dir() {
            folder.clone()
        } else {
            std::env::current_dir()?
        };
        findings.push(space(&path)?);
        findings.push(kind_of_disk(&path)?);
        findings.push(syncs(&path)?);
        findings.extend(children().await);
        if folder.is_dir() {
            findings.extend(privacy(folder)?);
            findings.extend(rooms(folder).await?);
            findings.extend(proxies(folder).await?);
        } else {
            findings.push(DoctorFinding {
                good: true,
                text: format!(
                    "{} does not exist yet: there are no rooms to check",
                    folder.display()
                ),
            });
        }
        if let Some(smtp) = self.mail.settings()? {
            findings.push(mail(&smtp).await);
        }
        for DoctorFinding { good, text } in &findings {
            println!("{} {text}", if *good { "ok  " } else { "WARN" });
        }
        Ok(ExitCode::from(u8::from(
            findings.iter().any(|finding| !finding.good),
        )))
    }
}

fn descriptors() -> DoctorFinding {
    let hard = descriptor_limit();
    let text = format!(
        "open files: {hard} allowed, so about {} people at once",
        people_by_descriptors()
    );
    DoctorFinding {
        good: hard >= DESCRIPTORS_WANTED,
        text,
    }
}

fn descriptor_limit() -> u64 {
    use rustix::process::{Resource, getrlimit};
    getrlimit(Resource::Nofile).maximum.unwrap_or(u64::MAX)
}

fn people_by_descriptors() -> u64 {
    descriptor_limit().saturating_sub(RESERVED_DESCRIPTORS)
}

/// Whichever runs out first says how many people can be there at once.
fn people() -> Option<DoctorFinding> {
    let memory = available_bytes()?;
    let by_memory = memory / (PARTICIPANT_BYTES + KERNEL_BYTES);
    let people = by_memory.min(people_by_descriptors());
    let text = format!(
        "memory: {} MiB free, enough for {by_memory} people; with the open files that makes about {people} people at once",
        memory / (1024 * 1024)
    );
    Some(DoctorFinding {
        good: people >= DESCRIPTORS_WANTED - RESERVED_DESCRIPTORS,
        text,
    })
}

fn space(path: &Path) -> anyhow::Result<DoctorFinding> {
    let stat = rustix::fs::statvfs(path)?;
    let free = stat.f_bavail * stat.f_frsize;
    let text = format!(
        "free space at {}: {} MiB",
        path.display(),
        free / (1024 * 1024)
    );
    Ok(DoctorFinding {
        good: free >= FREE_BYTES_WANTED,
        text,
    })
}

/// File systems in memory or over a network do not keep what they acknowledge.
fn kind_of_disk(path: &Path) -> anyhow::Result<DoctorFinding> {
    // Magic numbers of statfs(2).
    let kind = rustix::fs::statfs(path)?.f_type;
    let (good, name) = match kind {
        0x0102_1994 => (
            false,
            "tmpfs, which is memory: everything is gone when the machine stops",
        ),
        0x6969 => (
            false,
            "NFS: SQLite's locks and fsync can't be relied on there",
        ),
        0xff53_4d42 | 0xfe53_4d42 => (
            false,
            "SMB: SQLite's locks and fsync can't be relied on there",
        ),
        0x794c_7630 => (
            true,
            "overlayfs; in a container, mount a volume for the data folder",
        ),
        _ => (true, "a local file system"),
    };
    Ok(DoctorFinding {
        good,
        text: format!("{} lies on {name}", path.display()),
    })
}

/// Times small appends with fsync: what each acknowledgement waits for.
fn syncs(path: &Path) -> anyhow::Result<DoctorFinding> {
    use std::io::Write;
    let path = path.join(format!(".peil-doctor-{}", std::process::id()));
    let mut file = std::fs::File::create_new(&path)?;
    let begin = Instant::now();
    let timed = (0..TIMED_SYNCS)
        .try_for_each(|_| file.write_all(&[0; 4096]).and_then(|()| file.sync_data()));
    let each_us = begin.elapsed().as_micros() / u128::from(TIMED_SYNCS);
    std::fs::remove_file(&path)?;
    timed?;
    let text = match each_us {
        0..50 => format!(
            "fsync answers in {each_us} µs: faster than disks are; a write cache that loses power loses answers"
        ),
        _ => format!(
            "fsync answers in {each_us} µs: about {} batches a second, however many votes are in each",
            1_000_000 / each_us
        ),
    };
    Ok(DoctorFinding {
        good: each_us < 100_000,
        text,
    })
}

/// What a child that makes pictures and files keeps of what it has no use for, as it says itself
/// and as it is tried out.
async fn children() -> Vec<DoctorFinding> {
    let (pool, mut faults) = (ChildPool::default(), Vec::new());
    match pool.run(&ChildJob::Confinement).await {
        Ok(said) => {
            let withheld: Vec<Withheld> = serde_json::from_slice(&said).unwrap_or_default();
            faults.extend(withheld.iter().map(|withheld| withheld.text().to_owned()));
        }
        Err(error) => faults.push(format!("does not work: {error}")),
    }
    for (attempt, text) in attempts() {
        if pool.run(&ChildJob::Attempt(attempt)).await.is_ok() {
            faults.push(text.to_owned());
        }
    }
    let finding = |(good, text)| DoctorFinding { good, text };
    if faults.is_empty() {
        let text = "what makes pictures and files has no files, no network, no other programs, and a bound of memory and time";
        return vec![finding((true, text.to_owned()))];
    }
    let faults = faults.into_iter();
    faults
        .map(|fault| finding((false, format!("what makes pictures and files {fault}"))))
        .collect()
}

fn attempts() -> [(Attempt, &'static str); 3] {
    let path = "/proc/self/exe".into();
    [
        (Attempt::OpenSocket, "can open a socket"),
        (Attempt::ReadFile { path }, "can read files"),
        (Attempt::UseMemory, "can use memory without a bound"),
    ]
}

/// What others on this machine may read.
fn privacy(folder: &Path) -> anyhow::Result<Vec<DoctorFinding>> {
    let found = exposed(folder)?;
    if found.is_empty() {
        let text = format!(
            "{} and what is in it are for their owner alone",
            folder.display()
        );
        return Ok(vec![DoctorFinding { good: true, text }]);
    }
    let findings = found.into_iter().map(|found| {
        let narrow = if found.path == *folder {
            "chmod 700"
        } else {
            "chmod 600"
        };
        let path = found.path.display();
        DoctorFinding {
            good: false,
            text: format!(
                "{path} is open to others (mode {:04o}): {narrow} {path}",
                found.mode
            ),
        }
    });
    Ok(findings.collect())
}

/// What the server noted of proxies that it was not configured to trust.
async fn proxies(folder: &Path) -> anyhow::Result<Vec<DoctorFinding>> {
    let store = Store(Backend::open_to_read(folder)?.documents);
    let unheard = "everybody in a room came from one network with an X-Forwarded-For that is not believed: start the server with \
                   --trusted-proxy and the address of your proxy, else one network's limits hold for all";
    let noted = [
        (proxy::is_noted(&store).await?, unheard),
        (rewritten::is_noted(&store).await?, rewritten::SAID),
    ];
    let found = noted.into_iter().filter(|(is_noted, _)| *is_noted);
    Ok(found
        .map(|(_, text)| DoctorFinding {
            good: false,
            text: text.to_owned(),
        })
        .collect())
}

/// Whether the server that takes mail is there, can be spoken to in private and lets us in. Nothing
/// is sent.
async fn mail(smtp: &SmtpSettings) -> DoctorFinding {
    let server = format!("mail: {}:{}", smtp.host, smtp.port);
    let asked = match SmtpSession::open(smtp).await {
        Ok(mut session) => {
            let asked = session.ask().await;
            session.close().await;
            asked
        }
        Err(trouble) => Err(trouble),
    };
    let (good, text) = match asked {
        Ok(()) => {
            let tls = match smtp.tls {
                SmtpTls::Implicit | SmtpTls::StartTls => "the connection is encrypted",
                SmtpTls::None => "the connection is not encrypted, as `tls=none` says",
            };
            let login = match smtp.login {
                Some(_) => "the login is taken",
                None => "no login",
            };
            (true, format!("{server} is reachable, {tls}, {login}"))
        }
        Err(ServerTrouble { kind, said }) => {
            let what = match kind {
                MailTrouble::Unreachable => "can't be reached",
                MailTrouble::Encryption => "can't be spoken to in private",
                MailTrouble::Login => "does not take the user or PEIL_SMTP_PASSWORD",
                MailTrouble::Sender => "does not take this sender",
            };
            let said = if said.is_empty() {
                "it does not answer"
            } else {
                &said
            };
            (false, format!("{server} {what}: {said}"))
        }
    };
    DoctorFinding { good, text }
}

async fn rooms(folder: &Path) -> anyhow::Result<Vec<DoctorFinding>> {
    let backend = Backend::open_to_read(folder)?;
    let mut findings = Vec::new();
    let names = backend.journal.rooms().await?;
    findings.push(DoctorFinding {
        good: true,
        text: format!("{} rooms in {}", names.len(), folder.display()),
    });
    for room in names {
        match backend.journal.verify(&room).await {
            Ok(_) | Err(JournalError::NoSuchRoom { .. }) => {}
            Err(error) => findings.push(DoctorFinding {
                good: false,
                text: format!("room {room}: {error}"),
            }),
        }
    }
    Ok(findings)
}
