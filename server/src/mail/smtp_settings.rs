//! Where mail is handed in and from whom it is, as an operator says it.

use lettre::message::Mailbox;
use percent_encoding::percent_decode_str;
use url::Url;

/// The port of a server that takes mail from its own people (RFC 6409).
const SUBMISSION_PORT: u16 = 587;
/// The same with TLS from the first byte (RFC 8314).
const SUBMISSIONS_PORT: u16 = 465;

/// What somebody could write instead of what is wrong.
const EXAMPLE: &str = "smtp://peil@mail.example.org or smtps://peil@mail.example.org";

/// Where mail is handed in, and from whom it is.
#[derive(Clone)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub tls: SmtpTls,
    pub login: Option<SmtpLogin>,
    /// Whose name the mail carries, and where it comes back to.
    pub from: Mailbox,
}

/// How the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// From the first byte on.
    Implicit,
    /// Before anything is said that others should not hear; else nothing is sent.
    StartTls,
    /// Not at all: the server is this machine's own, or one beside it.
    None,
}

/// As whom mail is handed in.
#[derive(Clone)]
pub struct SmtpLogin {
    pub user: String,
    pub password: String,
}

/// A password stays out of whatever prints settings.
impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}, {:?}", self.host, self.port, self.tls)
    }
}

impl SmtpSettings {
    /// From `--smtp`, `--mail-from` and the password.
    ///
    /// # Errors
    /// A sentence on what to write instead.
    pub fn parse(smtp: &str, from: &str, password: Option<&str>) -> Result<Self, String> {
        let url = Url::parse(smtp).map_err(|error| {
            format!("--smtp can't be read ({error}); write for example {EXAMPLE}")
        })?;
        let tls = tls(&url)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host =
            host.ok_or_else(|| format!("--smtp names no host; write for example {EXAMPLE}"))?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(format!(
                "--smtp has something behind its host; write for example {EXAMPLE}"
            ));
        }
        let usual = match tls {
            SmtpTls::Implicit => SUBMISSIONS_PORT,
            SmtpTls::StartTls | SmtpTls::None => SUBMISSION_PORT,
        };
        let settings = Self {
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(usual),
            tls,
            login: login(&url, password)?,
            from: mailbox(from)?,
        };
        let in_the_open = settings.tls == SmtpTls::None && settings.login.is_some();
        if in_the_open && !settings.is_local() {
            return Err(
                "--smtp says `tls=none` and names a user: the password would go over the network for anybody to read"
                    .to_owned(),
            );
        }
        Ok(settings)
    }

    /// The domain from which mail is sent.
    pub fn domain(&self) -> &str {
        self.from.email.domain()
    }

    fn is_local(&self) -> bool {
        matches!(self.host.as_str(), "localhost" | "127.0.0.1" | "::1")
    }
}

fn tls(url: &Url) -> Result<SmtpTls, String> {
    let asked: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    match (url.scheme(), asked.as_slice()) {
        ("smtps", []) => Ok(SmtpTls::Implicit),
        ("smtp", []) => Ok(SmtpTls::StartTls),
        ("smtp", [(name, value)]) if name == "tls" && value == "none" => Ok(SmtpTls::None),
        ("smtp" | "smtps", _) => Err(
            "--smtp takes nothing behind a `?` but `smtp://HOST?tls=none`, for a server on this machine"
                .to_owned(),
        ),
        _ => Err(format!(
            "--smtp begins with smtp:// or smtps://; write for example {EXAMPLE}"
        )),
    }
}

fn login(url: &Url, password: Option<&str>) -> Result<Option<SmtpLogin>, String> {
    if url.password().is_some() {
        return Err(
            "--smtp holds a password, which others on this machine could read: leave it out and set PEIL_SMTP_PASSWORD"
                .to_owned(),
        );
    }
    let user = percent_decode_str(url.username())
        .decode_utf8_lossy()
        .into_owned();
    match (user.is_empty(), password) {
        (true, None) => Ok(None),
        (false, Some(password)) => Ok(Some(SmtpLogin {
            user,
            password: password.to_owned(),
        })),
        (true, Some(_)) => Err(format!(
            "PEIL_SMTP_PASSWORD is set and --smtp names no user; write for example {EXAMPLE}"
        )),
        (false, None) => Err(
            "--smtp names a user and PEIL_SMTP_PASSWORD is not set: give it the password, or leave the user out"
                .to_owned(),
        ),
    }
}

fn mailbox(from: &str) -> Result<Mailbox, String> {
    let wrong = || {
        "--mail-from is no address; write for example verslag@example.org or \"Peil <verslag@example.org>\""
            .to_owned()
    };
    if from.chars().any(char::is_control) {
        return Err(wrong());
    }
    let mailbox: Mailbox = from.trim().parse().map_err(|_| wrong())?;
    if mailbox.email.user().is_ascii() && mailbox.email.domain().is_ascii() {
        Ok(mailbox)
    } else {
        Err(
            "--mail-from has letters that not every server takes: write its address in ASCII"
                .to_owned(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "Peil <verslag@example.org>";

    #[test]
    fn a_server_is_read_as_it_is_meant() {
        for (url, password, host, port, tls) in [
            (
                "smtp://mail.example.org",
                None,
                "mail.example.org",
                587,
                SmtpTls::StartTls,
            ),
            (
                "smtps://mail.example.org",
                None,
                "mail.example.org",
                465,
                SmtpTls::Implicit,
            ),
            (
                "smtp://localhost:2525?tls=none",
                None,
                "localhost",
                2525,
                SmtpTls::None,
            ),
            ("smtp://[::1]:25?tls=none", None, "::1", 25, SmtpTls::None),
            (
                "smtps://anna%40x.nl@mail.example.org:4650",
                Some("geheim"),
                "mail.example.org",
                4650,
                SmtpTls::Implicit,
            ),
        ] {
            let read = SmtpSettings::parse(url, FROM, password).expect(url);
            assert_eq!(
                (read.host.as_str(), read.port, read.tls),
                (host, port, tls),
                "{url}"
            );
            assert_eq!(read.login.is_some(), password.is_some());
            assert_eq!(read.domain(), "example.org");
            assert!(!format!("{read:?}").contains("geheim"));
            if let Some(login) = read.login {
                assert_eq!(
                    (login.user.as_str(), login.password.as_str()),
                    ("anna@x.nl", "geheim")
                );
            }
        }
    }

    #[test]
    fn what_can_not_be_meant_is_refused_with_what_to_write() {
        for (url, from, password, said) in [
            ("mail.example.org", FROM, None, "--smtp"),
            ("https://mail.example.org", FROM, None, "begins with"),
            ("smtp://", FROM, None, "--smtp"),
            ("smtp://mail.example.org/in", FROM, None, "behind its host"),
            ("smtp://mail.example.org?tls=maybe", FROM, None, "tls=none"),
            (
                "smtp://anna:geheim@mail.example.org",
                FROM,
                None,
                "PEIL_SMTP_PASSWORD",
            ),
            (
                "smtp://anna@mail.example.org",
                FROM,
                None,
                "PEIL_SMTP_PASSWORD",
            ),
            (
                "smtp://mail.example.org",
                FROM,
                Some("geheim"),
                "names no user",
            ),
            (
                "smtp://anna@mail.example.org?tls=none",
                FROM,
                Some("geheim"),
                "anybody to read",
            ),
            ("smtp://mail.example.org", "peil", None, "--mail-from"),
            (
                "smtp://mail.example.org",
                "a@b.nl\r\nBcc: c@d.nl",
                None,
                "--mail-from",
            ),
            ("smtp://mail.example.org", "zoë@example.org", None, "ASCII"),
        ] {
            let refused = SmtpSettings::parse(url, from, password).expect_err(url);
            assert!(refused.contains(said), "{url}: {refused}");
            assert!(!refused.contains("geheim"));
        }
    }
}
