//! One connection to the server that takes our mail. It says what the other side made of each step,
//! so that nobody has to guess whether a mail may have come.

use std::error::Error as _;
use std::time::Duration;

use client::model::mail::MailTrouble;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt, Rset};
use lettre::transport::smtp::extension::{self, ClientId, MailParameter};

use super::recipient::Recipient;
use super::smtp_settings::{SmtpSettings, SmtpTls};

/// How long the other side may take for a step, and for taking a whole mail (RFC 5321 gives it ten
/// minutes for that).
const STEP_DEADLINE: Duration = Duration::from_secs(60);
const TAKING_DEADLINE: Duration = Duration::from_secs(600);
/// How long a goodbye is waited for, which changes nothing any more.
const GOODBYE_DEADLINE: Duration = Duration::from_secs(5);
/// Of what the other side says, in characters.
const SAID_CHARS: usize = 200;
/// What a server answers that will take the mail itself.
const GO_AHEAD: u16 = 354;

/// Why no mail at all goes now, with what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerTrouble {
    pub kind: MailTrouble,
    /// In the other side's words, or those of our own library; cut.
    pub said: String,
}

/// What the other side made of one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    Taken,
    Refused(String),
    PutOff(String),
    /// It went away, or fell silent, after some of the mail was given out.
    Lost,
}

/// What it said of one address.
pub enum Offer {
    /// It waits for the mail.
    Wanted,
    /// It does not, with why.
    Not(HandOver),
}

/// A connection that is ready for mail.
pub struct SmtpSession {
    connection: AsyncSmtpConnection,
    /// Whether something went wrong in a way that leaves open what it waits for.
    is_spent: bool,
    /// How many mails it was offered.
    offered: usize,
}

impl SmtpSession {
    /// Connects, encrypts and signs in.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn open(settings: &SmtpSettings) -> Result<Self, ServerTrouble> {
        let name = ClientId::Domain(settings.domain().to_owned());
        let parameters = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|error| trouble(MailTrouble::Encryption, &error))
        };
        let implicit = match settings.tls {
            SmtpTls::Implicit => Some(parameters()?),
            SmtpTls::StartTls | SmtpTls::None => None,
        };
        let server = (settings.host.as_str(), settings.port);
        let connecting =
            AsyncSmtpConnection::connect_tokio1(server, Some(STEP_DEADLINE), &name, implicit, None);
        let mut connection = within(STEP_DEADLINE, connecting)
            .await
            .ok_or_else(|| silent(MailTrouble::Unreachable))?
            .map_err(|error| {
                let tls = error.is_tls();
                let kind = if tls {
                    MailTrouble::Encryption
                } else {
                    MailTrouble::Unreachable
                };
                trouble(kind, &error)
            })?;
        if settings.tls == SmtpTls::StartTls {
            within(STEP_DEADLINE, connection.starttls(parameters()?, &name))
                .await
                .ok_or_else(|| silent(MailTrouble::Encryption))?
                .map_err(|error| trouble(MailTrouble::Encryption, &error))?;
        }
        if let Some(login) = &settings.login {
            let credentials = Credentials::new(login.user.clone(), login.password.clone());
            within(
                STEP_DEADLINE,
                connection.auth(DEFAULT_MECHANISMS, &credentials),
            )
            .await
            .ok_or_else(|| silent(MailTrouble::Login))?
            .map_err(|error| trouble(MailTrouble::Login, &error))?;
        }
        Ok(Self {
            connection,
            is_spent: false,
            offered: 0,
        })
    }

    /// Whether the next mail needs another one.
    pub fn is_spent(&self) -> bool {
        self.is_spent
    }

    /// Asks whether it is there.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn ask(&mut self) -> Result<(), ServerTrouble> {
        self.step(Noop)
            .await
            .map_err(|said| said.into_trouble(MailTrouble::Unreachable))
    }

    /// Names sender and address. Nothing of the mail is given out yet.
    ///
    /// # Errors
    /// Where no mail is taken from us.
    pub async fn offer(
        &mut self,
        settings: &SmtpSettings,
        to: &Recipient,
    ) -> Result<Offer, ServerTrouble> {
        let mut parameters = Vec::new();
        if to.is_international() {
            let info = self.connection.server_info();
            if !info.supports_feature(extension::Extension::SmtpUtfEight) {
                return Ok(Offer::Not(HandOver::Refused("SMTPUTF8".to_owned())));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if self.offered > 0 {
            // What is left of the one before must not go with this one.
            let forgotten = self.step(Rset).await;
            forgotten.map_err(|said| said.into_trouble(MailTrouble::Unreachable))?;
        }
        self.offered += 1;
        let from = settings.from.email.clone();
        self.step(Mail::new(Some(from), parameters))
            .await
            .map_err(|said| said.into_trouble(MailTrouble::Sender))?;
        let asked = self.step(Rcpt::new(to.address().clone(), Vec::new())).await;
        Ok(match asked {
            Ok(()) => Offer::Wanted,
            Err(said) => Offer::Not(said.into_hand_over(to, HandOver::PutOff)),
        })
    }

    /// Gives the mail out, of which it is on disk by now that this is done.
    pub async fn give(&mut self, to: &Recipient, mail: &[u8]) -> HandOver {
        match within(STEP_DEADLINE, self.connection.command(Data)).await {
            Some(Ok(answer)) if answer.has_code(GO_AHEAD) => {}
            Some(Ok(_)) | None => {
                self.is_spent = true;
                return HandOver::PutOff(String::new());
            }
            Some(Err(error)) => {
                let said = self.heard(&error);
                return said.into_hand_over(to, HandOver::PutOff);
            }
        }
        match within(TAKING_DEADLINE, self.connection.message(mail)).await {
            Some(Ok(_)) => HandOver::Taken,
            Some(Err(error)) => {
                let said = self.heard(&error);
                said.into_hand_over(to, |_| HandOver::Lost)
            }
            None => {
                self.is_spent = true;
                HandOver::Lost
            }
        }
    }

    /// Says goodbye; what comes of that matters to nobody.
    pub async fn close(mut self) {
        if !self.is_spent {
            let _ = within(GOODBYE_DEADLINE, self.connection.quit()).await;
        }
    }

    async fn step<C: std::fmt::Display>(&mut self, command: C) -> Result<(), ServerReply> {
        match within(STEP_DEADLINE, self.connection.command(command)).await {
            Some(Ok(_)) => Ok(()),
            Some(Err(error)) => Err(self.heard(&error)),
            None => {
                self.is_spent = true;
                Err(ServerReply::Nothing(String::new()))
            }
        }
    }

    fn heard(&mut self, error: &Error) -> ServerReply {
        /// The server closes the connection (RFC 5321, 3.8).
        const CLOSING: &str = "421";
        let said = ServerReply::of(error);
        let closes = error
            .status()
            .is_some_and(|code| code.to_string() == CLOSING);
        self.is_spent |= closes || matches!(said, ServerReply::Nothing(_));
        said
    }
}

/// What the other side said instead of yes.
enum ServerReply {
    No(String),
    NotNow(String),
    /// Nothing that could be understood.
    Nothing(String),
}

impl ServerReply {
    fn of(error: &Error) -> Self {
        let words = words(error);
        if error.is_permanent() {
            Self::No(words)
        } else if error.is_transient() {
            Self::NotNow(words)
        } else {
            Self::Nothing(words)
        }
    }

    fn into_trouble(self, kind: MailTrouble) -> ServerTrouble {
        match self {
            Self::No(said) | Self::NotNow(said) => ServerTrouble { kind, said },
            Self::Nothing(said) => ServerTrouble {
                kind: MailTrouble::Unreachable,
                said,
            },
        }
    }

    fn into_hand_over(self, to: &Recipient, nothing: fn(String) -> HandOver) -> HandOver {
        match self {
            Self::No(said) => HandOver::Refused(without(&said, to)),
            Self::NotNow(said) => HandOver::PutOff(without(&said, to)),
            Self::Nothing(said) => nothing(said),
        }
    }
}

/// What the other side said, or what our library says of it: one line, cut.
fn words(error: &Error) -> String {
    let said = match (error.status(), error.source()) {
        (Some(code), Some(source)) => format!("{code} {source}"),
        (Some(code), None) => code.to_string(),
        (None, Some(source)) => source.to_string(),
        (None, None) => error.to_string(),
    };
    cut(&said)
}

/// One line of so many characters.
fn cut(said: &str) -> String {
    let line: String = said
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SAID_CHARS {
        return line;
    }
    line.chars().take(SAID_CHARS - 1).chain(['…']).collect()
}

/// What was said, without the address that it was said of: it stands beside it anyway.
fn without(said: &str, to: &Recipient) -> String {
    said.replace(to.address().as_ref() as &str, "…")
}

fn trouble(kind: MailTrouble, error: &Error) -> ServerTrouble {
    ServerTrouble {
        kind,
        said: words(error),
    }
}

fn silent(kind: MailTrouble) -> ServerTrouble {
    ServerTrouble {
        kind,
        said: String::new(),
    }
}

/// What came of it in time.
async fn within<T>(deadline: Duration, doing: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(deadline, doing).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_one_short_line_without_the_address() {
        assert_eq!(cut("550 no\r\nsuch  user\u{7}"), "550 no such user");
        let long = cut(&"ë".repeat(1_000));
        assert_eq!(long.chars().count(), SAID_CHARS);
        assert!(long.ends_with('…'));
        let anna = Recipient::parse("anna@example.org").unwrap();
        assert_eq!(
            without("550 <anna@example.org>: unknown", &anna),
            "550 <…>: unknown"
        );
    }
}
