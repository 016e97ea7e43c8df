//! `cargo xtask run`: from a clean clone to a running peil with the example decks, and where to go
//! from there.

mod decks;
mod network;
mod qr;
mod server;

use crate::bundle::{Effort, bundle};
use crate::process::{cargo_host, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::{Context, Result};
use server::{Server, binary};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

/// Who can reach the peil that is started.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    ThisComputer,
    Network,
}

const PORT: u16 = 8080;

impl Reach {
    fn listen(self) -> SocketAddr {
        match self {
            Self::ThisComputer => (Ipv4Addr::LOCALHOST, PORT).into(),
            Self::Network => (Ipv4Addr::UNSPECIFIED, PORT).into(),
        }
    }

    /// The address that people type.
    fn url(self) -> Result<String> {
        let host = match self {
            Self::ThisComputer => Ipv4Addr::LOCALHOST.into(),
            Self::Network => network::own_address()?,
        };
        Ok(format!("http://{}", SocketAddr::from((host, PORT))))
    }
}

pub fn run(reach: Reach) -> Result<()> {
    // What can be known now is not found out after ten minutes of building.
    let url = reach.url()?;
    free(reach.listen())?;
    setup::c_compiler()?;

    let mut steps = Steps::default();
    steps.step("the pages' bundles, quick", || bundle(Effort::Quick))?;
    steps.step("the server", || {
        succeed(
            &mut cargo_host("build --bin peil"),
            "The server did not build; the messages above say why.",
        )
    })?;
    steps.summary();

    let mut server = Server::start(reach.listen(), &url)?;
    if let Err(error) = decks::upload_examples(PORT, &server.token) {
        eprintln!("The example decks could not be added: {error:#}");
    }
    tell(reach, &url, server.sign_in.as_deref())?;
    server.until_it_ends()
}

fn free(listen: SocketAddr) -> Result<()> {
    TcpListener::bind(listen).map(drop).with_context(|| {
        format!(
            "Port {PORT} can't be used on {}; if another peil or another program has it, stop that first",
            listen.ip()
        )
    })
}

fn tell(reach: Reach, url: &str, sign_in: Option<&str>) -> Result<()> {
    println!("\npeil is running. Its data is in ./peil-data, and Ctrl-C stops it.\n");
    match sign_in {
        Some(link) => {
            println!("  Sign in:       {link}");
            println!(
                "                 (once, within 15 minutes; `{} sign-in` prints another)",
                binary().display()
            );
        }
        None => println!(
            "  Sign in:       as before, or with a new link from `{} sign-in`",
            binary().display()
        ),
    }
    println!("  Your desk:     {url}/desk\n  Participants:  {url}");
    if reach == Reach::Network {
        println!("\n{}", qr::drawn(url)?);
        println!(
            "  Phones on the same network open this page, and type the code that is on the stage."
        );
    }
    println!();
    Ok(())
}
