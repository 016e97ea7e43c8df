//! The commands of `peil`. Options come from flags, then `PEIL_…`, then `peil.toml`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use server::child;
use server::mail::smtp_settings::SmtpSettings;
use server::zone::{USUAL, Zone};

mod backup;
mod deck;
mod doctor;
mod export;
mod file;
mod serve;
mod sign_in;

/// The status for wrong usage (sysexits.h, EX_USAGE).
const USAGE: u8 = 64;

/// The variable with the password for the server that takes mail.
const SMTP_PASSWORD: &str = "PEIL_SMTP_PASSWORD";

/// Live audience polling that an organisation hosts itself.
#[derive(Parser)]
#[command(name = "peil", version, about)]
struct Cli {
    #[command(subcommand)]
    command: CliCommand,
}

#[derive(Subcommand)]
enum CliCommand {
    /// Serves rooms, pages and the API.
    Serve(serve::Serve),
    /// Prints a new one-time sign-in link for the owner.
    SignIn(sign_in::SignIn),
    /// Works on deck files.
    #[command(subcommand)]
    Deck(deck::DeckCommand),
    /// Writes a room's responses, also beside a running server.
    Export(export::ExportCommand),
    /// Copies everything into one file, also beside a running server.
    Backup(backup::Backup),
    /// Checks what durability and limits this machine really gives.
    Doctor(doctor::Doctor),
}

/// Where the instance keeps its data.
#[derive(Args, Clone)]
struct Data {
    /// The data folder.
    #[arg(long, env = "PEIL_DATA", default_value = "./peil-data")]
    data: PathBuf,
}

/// Where the organiser lives.
#[derive(Args, Clone)]
struct LocaleOptions {
    /// The time zone that stands beside UTC in exports.
    #[arg(long = "time-zone", env = "PEIL_TIME_ZONE", default_value = USUAL)]
    zone: Zone,
}

/// Where mail is handed in.
#[derive(Args, Clone)]
struct MailOptions {
    /// The server that takes mail, smtp://USER@HOST (STARTTLS, port 587) or smtps://USER@HOST (port
    /// 465); its password is PEIL_SMTP_PASSWORD. Without it peil sends none.
    #[arg(long, env = "PEIL_SMTP", value_name = "URL")]
    smtp: Option<String>,
    /// Whose name the mail carries, and where it comes back to: ADDRESS or "NAME <ADDRESS>".
    #[arg(long, env = "PEIL_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
}

impl MailOptions {
    /// What they come to; nothing where no mail is sent.
    fn settings(&self) -> anyhow::Result<Option<SmtpSettings>> {
        // No flag and no file: others could read it there.
        let password = std::env::var(SMTP_PASSWORD)
            .ok()
            .filter(|given| !given.is_empty());
        match (&self.smtp, &self.mail_from) {
            (None, None) => {
                anyhow::ensure!(password.is_none(), "{SMTP_PASSWORD} is set without --smtp");
                Ok(None)
            }
            (Some(smtp), Some(from)) => SmtpSettings::parse(smtp, from, password.as_deref())
                .map(Some)
                .map_err(anyhow::Error::msg),
            (Some(_), None) => anyhow::bail!("--smtp goes with --mail-from, the sender's address"),
            (None, Some(_)) => {
                anyhow::bail!("--mail-from goes with --smtp, the server that takes mail")
            }
        }
    }
}

/// Runs the command that was asked for.
pub fn main() -> ExitCode {
    // Before anything else: a child has no options, reads no file and starts no thread.
    if std::env::args_os()
        .nth(1)
        .is_some_and(|word| word == child::COMMAND)
    {
        return child::job::main();
    }
    let arguments = match file::with_settings(std::env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(error) => return fail(&error, USAGE),
    };
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() {
                ExitCode::from(USAGE)
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    match run(cli.command) {
        Ok(code) => code,
        Err(error) => fail(&error, 1),
    }
}

fn run(command: CliCommand) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match command {
            CliCommand::Serve(serve) => serve.run().await,
            CliCommand::SignIn(sign_in) => sign_in.run().await,
            CliCommand::Deck(deck) => deck.run(),
            CliCommand::Export(export) => export.run().await,
            CliCommand::Backup(backup) => backup.run(),
            CliCommand::Doctor(doctor) => doctor.run().await,
        }
    })
}

/// Lines on stderr, for whoever reads the log.
fn start_logging() {
    use std::io::IsTerminal;
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("PEIL_LOG").unwrap_or_else(|_| "info".into());
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(colours)
        .init();
}

fn fail(error: &anyhow::Error, status: u8) -> ExitCode {
    eprintln!("peil: {error:#}");
    ExitCode::from(status)
}
