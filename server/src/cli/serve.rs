//! `peil serve`.

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use server::backend::Backend;
use server::joining::Rate;
use server::settings::{Network, Settings};
use server::{http, prepare, serve};
use shared::limits::{JOIN_BURST, JOINS_PER_SECOND};
use tokio::signal::unix::{SignalKind, signal};

use super::Data;

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
    /// How many may join a room from one network at once, unless its organiser said how many they expect.
    #[arg(long, env = "PEIL_JOIN_BURST", default_value_t = JOIN_BURST, value_parser = clap::value_parser!(u32).range(1..))]
    join_burst: u32,
    /// How many more may join from that network per second.
    #[arg(long, env = "PEIL_JOIN_RATE", default_value_t = JOINS_PER_SECOND.into(), value_parser = rate)]
    join_rate: f64,
    /// An API token with the owner's rights: 32 characters or more. Better as PEIL_TOKEN than as a flag.
    #[arg(long, env = "PEIL_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// The token that /metrics wants; without one there are no metrics.
    #[arg(long, env = "PEIL_METRICS_TOKEN", hide_env_values = true)]
    metrics_token: Option<String>,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        start_logging();
        let settings = self.settings()?;
        let backend = Backend::open(&self.data.data)?;
        let listener = http::accept::listen(self.listen).with_context(|| {
            format!("{} can't be listened on; is another program there? --listen takes another address", self.listen)
        })?;
        let ready = prepare(listener, backend, settings).await?;
        if !server::auth::owner::has_owner(&ready.app.store).await? {
            let base = ready.app.settings.public_url.as_ref().unwrap_or(&ready.address);
            println!("sign in {base}{}", ready.app.instance.sign_in_path());
        }
        println!("peil ready {}", ready.address);
        serve(ready, stopped()).await?;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }

    fn settings(&self) -> anyhow::Result<Settings> {
        let long_enough = |token: &&String| token.chars().count() >= TOKEN_CHARS;
        anyhow::ensure!(
            self.token.iter().all(|token| long_enough(&token)),
            "PEIL_TOKEN is shorter than {TOKEN_CHARS} characters"
        );
        let public_url = self.public_url.as_ref().map(|url| url.trim_end_matches('/').to_owned());
        let complete = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        anyhow::ensure!(public_url.iter().all(complete), "--public-url begins with https:// or http://");
        Ok(Settings {
            public_url,
            trusted_proxies: self.trusted_proxy.clone(),
            joining: Rate { burst: self.join_burst, per_second: self.join_rate },
            token: self.token.clone(),
            metrics_token: self.metrics_token.clone(),
        })
    }
}

/// So many per second: more than none, else whoever waits would wait for ever.
fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate: &f64| rate.is_finite() && *rate > 0.0);
    rate.ok_or_else(|| "a number above 0, for example 20 or 0.5".to_owned())
}

fn start_logging() {
    use std::io::IsTerminal;
    let filter = tracing_subscriber::EnvFilter::try_from_env("PEIL_LOG").unwrap_or_else(|_| "info".into());
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours).init();
}

/// SIGTERM, or Ctrl-C.
async fn stopped() {
    let mut terminate = signal(SignalKind::terminate()).expect("a runtime with signals is running");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("stopping: no new connections, what is under way is finished");
}
