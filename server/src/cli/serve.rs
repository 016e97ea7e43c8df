//! `peil serve`.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use server::auth::owner::{LINK_MINUTES, LinkScope, has_owner};
use server::backend::{Backend, Exposed, exposed};
use server::http::accept;
use server::join_limits::Rate;
use server::settings::{Network, ServerSettings, public_url};
use server::{prepare, serve};
use shared::limits::{JOIN_BURST, JOINS_PER_SECOND};
use tokio::signal::unix::{SignalKind, signal};

use super::{Data, LocaleOptions, MailOptions};

/// A token shorter than this could be guessed.
const TOKEN_CHARS: usize = 32;

/// Serves rooms, pages and the API.
#[derive(Args)]
pub struct Serve {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, env = "PEIL_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    data: Data,
    /// Where people reach this instance, for example https://peil.example.org.
    #[arg(long, env = "PEIL_PUBLIC_URL")]
    public_url: Option<String>,
    /// A proxy whose X-Forwarded-For is believed, as a range of addresses; may be repeated.
    #[arg(long, env = "PEIL_TRUSTED_PROXY", value_delimiter = ',')]
    trusted_proxy: Vec<Network>,
    /// How many may join a room from one network at once, unless its organiser said how many they
    /// expect.
    #[arg(
        long,
        env = "PEIL_JOIN_BURST",
        default_value_t = JOIN_BURST,
        value_parser = clap::value_parser!(u32).range(1..),
    )]
    join_burst: u32,
    /// How many more may join from that network per second.
    #[arg(long, env = "PEIL_JOIN_RATE", default_value_t = JOINS_PER_SECOND.into(), value_parser = rate)]
    join_rate: f64,
    /// For how many days after its end the answers of a room are kept, and then its totals alone;
    /// for as long as the room unless this says otherwise.
    #[arg(long, env = "PEIL_KEEP_ANSWERS", value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    keep_answers: Option<u32>,
    /// For how many days what people fill into forms is kept; for as long as its room unless this
    /// says otherwise.
    #[arg(long, env = "PEIL_KEEP_FORMS", value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    keep_forms: Option<u32>,
    #[command(flatten)]
    mail: MailOptions,
    #[command(flatten)]
    zone: LocaleOptions,
    /// An API token with the owner's rights: 32 characters or more. Better as PEIL_TOKEN than as a
    /// flag.
    #[arg(long, env = "PEIL_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// The token that /metrics wants; without one there are no metrics.
    #[arg(long, env = "PEIL_METRICS_TOKEN", hide_env_values = true)]
    metrics_token: Option<String>,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        super::start_logging();
        let settings = self.settings()?;
        let backend = Backend::open(&self.data.data)?;
        warn_of_what_is_exposed(&self.data.data);
        if self.metrics_token.as_deref().is_some_and(is_short) {
            tracing::warn!(
                "PEIL_METRICS_TOKEN is shorter than {TOKEN_CHARS} characters: who guesses it reads /metrics; `openssl rand -hex 32` makes one"
            );
        }
        let listener = accept::listen(self.listen).with_context(|| {
            format!(
                "{} can't be listened on; is another program there? --listen takes another address",
                self.listen
            )
        })?;
        let ready = prepare(listener, backend, settings).await?;
        // Before anyone learns that it is there, and may want it gone.
        let stopped = stopped()?;
        if !has_owner(&ready.app.store).await? {
            let base = ready
                .app
                .settings
                .public_url
                .as_ref()
                .unwrap_or(&ready.address);
            let path = ready
                .app
                .instance
                .sign_in_path(LinkScope::One)
                .context("a server that starts notes that it does")?;
            println!("sign in {base}{path}");
            tracing::info!(
                "nobody has signed in yet: the link works once, within {LINK_MINUTES} minutes; `peil sign-in` prints another"
            );
        }
        println!("peil ready {}", ready.address);
        serve(ready, stopped).await?;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }

    fn settings(&self) -> anyhow::Result<ServerSettings> {
        check_tokens(self.token.as_deref(), self.metrics_token.as_deref())?;
        let public_url = self
            .public_url
            .as_deref()
            .map(public_url)
            .transpose()
            .map_err(anyhow::Error::msg)?;
        Ok(ServerSettings {
            public_url,
            trusted_proxies: self.trusted_proxy.clone(),
            joining: Rate {
                burst: self.join_burst,
                per_second: self.join_rate,
            },
            token: self.token.clone(),
            metrics_token: self.metrics_token.clone(),
            keep_answers: self.keep_answers,
            keep_forms: self.keep_forms,
            smtp: self.mail.settings()?,
            zone: self.zone.zone.clone(),
        })
    }
}

/// The API's token opens every door, so it may not be guessed; and the one for figures, which
/// stands in the settings of another program, must not open the API's.
fn check_tokens(token: Option<&str>, metrics_token: Option<&str>) -> anyhow::Result<()> {
    for (name, token) in [("PEIL_TOKEN", token), ("PEIL_METRICS_TOKEN", metrics_token)] {
        let Some(token) = token else { continue };
        let sendable = token.bytes().all(|b| (b' '..=b'~').contains(&b)) && token.trim() == token;
        anyhow::ensure!(
            !token.trim().is_empty(),
            "{name} is empty: give it a value, or leave it out"
        );
        anyhow::ensure!(
            sendable,
            "{name} can't be sent in a header: write it in ASCII, without blanks around it"
        );
    }
    anyhow::ensure!(
        !token.is_some_and(is_short),
        "PEIL_TOKEN is shorter than {TOKEN_CHARS} characters"
    );
    let same = token.is_some() && token == metrics_token;
    anyhow::ensure!(
        !same,
        "PEIL_METRICS_TOKEN is PEIL_TOKEN: whoever may read figures could do everything; give each its own"
    );
    Ok(())
}

fn is_short(token: &str) -> bool {
    token.chars().count() < TOKEN_CHARS
}

/// The folder is its owner's to narrow; files that could not be narrowed have another owner.
fn warn_of_what_is_exposed(folder: &Path) {
    for Exposed { path, mode } in exposed(folder).unwrap_or_default() {
        let (path, mode) = (path.display(), format!("{mode:04o}"));
        tracing::warn!(%path, mode, "others on this machine may get at the data; `peil doctor` says what to do");
    }
}

/// So many per second: more than none, else whoever waits would wait for ever.
fn rate(text: &str) -> Result<f64, String> {
    let rate = text
        .parse()
        .ok()
        .filter(|rate: &f64| rate.is_finite() && *rate > 0.0);
    rate.ok_or_else(|| "a number above 0, for example 20 or 0.5".to_owned())
}

/// SIGTERM, or Ctrl-C: heard from this call on, also before the future is waited for.
fn stopped() -> anyhow::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: no new connections, what is under way is finished");
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0123456789-abcdefghijklmnopqrstuvwxyz";
    const OTHER: &str = "abcdefghijklmnopqrstuvwxyz-0123456789";

    #[test]
    fn a_token_that_could_be_guessed_or_never_be_sent_is_refused() {
        let blanks = " ".repeat(40);
        let around = format!(" {TOKEN}");
        let ending = format!("{TOKEN}\n");
        let between = format!("{TOKEN}\t{TOKEN}");
        let foreign = "é".repeat(40);
        let long = "x".repeat(TOKEN_CHARS);
        let short = "x".repeat(TOKEN_CHARS - 1);
        for (token, api, metrics) in [
            (TOKEN, None, None),
            (&long, None, None),
            ("a token of thirty-two characters", None, None),
            ("x", Some("shorter than 32"), None),
            (&short, Some("shorter than 32"), None),
            ("", Some("empty"), Some("empty")),
            (&blanks, Some("empty"), Some("empty")),
            (&around, Some("header"), Some("header")),
            (&ending, Some("header"), Some("header")),
            (&between, Some("header"), Some("header")),
            (&foreign, Some("header"), Some("header")),
        ] {
            for (name, why, checked) in [
                ("PEIL_TOKEN", api, check_tokens(Some(token), Some(OTHER))),
                (
                    "PEIL_METRICS_TOKEN",
                    metrics,
                    check_tokens(Some(OTHER), Some(token)),
                ),
                (
                    "PEIL_METRICS_TOKEN",
                    metrics,
                    check_tokens(None, Some(token)),
                ),
            ] {
                let said = checked.err().map(|error| error.to_string());
                let expected = |said: &String| {
                    said.contains(name) && why.is_some_and(|why| said.contains(why))
                };
                assert_eq!(said.is_some(), why.is_some(), "{token:?}: {said:?}");
                assert!(said.iter().all(expected), "{token:?}: {said:?}");
            }
        }
        assert!(
            check_tokens(Some(TOKEN), Some(TOKEN)).is_err(),
            "one token for both"
        );
        assert!(check_tokens(None, None).is_ok());
    }
}
