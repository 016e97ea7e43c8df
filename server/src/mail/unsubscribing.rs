//! Who wants no mail from this instance any more: kept as a hash of the address under a key of the
//! instance, so that nobody reads from it whose that is, and every later room finds it.
//!
//! The link in a mail carries that hash and a proof that this instance made it: it works for as
//! long as the key is there, also once the address is kept nowhere else.

use serde::{Deserialize, Serialize};

use super::recipient::{Recipient, hash};
use crate::auth::links::same;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::forms::DAY_MS;
use crate::lobby::hex;
use crate::random;
use crate::store::Store;

/// Where the key of this instance is kept.
const KEY: &str = "mail-key";
/// Where those are kept who want no mail.
const UNSUBSCRIBED: &str = "mail-unsubscribed/";
/// Characters of an address' hash, and of its proof.
const HALF: usize = 32;

/// What tells who wants no mail.
pub struct Unsubscribing {
    store: Store,
    key: [u8; 32],
    proof_key: [u8; 32],
}

/// Made once and never again: with another key everybody would get mail again.
#[derive(Serialize, Deserialize)]
struct MailKeyDocument {
    secret: String,
}

#[derive(Serialize, Deserialize)]
struct UnsubscribedDocument {
    /// Days since 1970.
    day: u64,
}

/// An address, as the link in a mail knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut(String);

impl Unsubscribing {
    /// Reads the key, or makes it.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store) -> Result<Self, DocumentError> {
        let secret = loop {
            if let Some(document) = store.get::<MailKeyDocument>(KEY).await? {
                break document.value.secret;
            }
            let secret = hex(&random::key());
            match store
                .create(
                    KEY,
                    &MailKeyDocument {
                        secret: secret.clone(),
                    },
                )
                .await
            {
                Ok(_) => break secret,
                Err(DocumentError::Exists) => {}
                Err(error) => return Err(error),
            }
        };
        Ok(Self {
            store: store.clone(),
            key: blake3::derive_key("peil mail unsubscribed v1", secret.as_bytes()),
            proof_key: blake3::derive_key("peil mail way out v1", secret.as_bytes()),
        })
    }

    /// What stands in the link of a mail to that address.
    pub fn token(&self, to: &Recipient) -> String {
        let name = self.name(to);
        let proof = hash(&self.proof_key, &name);
        format!("{name}{proof}")
    }

    /// What a link leads to; nothing where this instance did not make it.
    pub fn read(&self, token: &str) -> Option<WayOut> {
        let (name, proof) = token.split_at_checked(HALF)?;
        same(&hash(&self.proof_key, name), proof).then(|| WayOut(name.to_owned()))
    }

    /// Whether no mail may go there.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn has(&self, to: &Recipient) -> Result<bool, DocumentError> {
        self.is_done(&WayOut(self.name(to))).await
    }

    /// The same by a link.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn is_done(&self, way_out: &WayOut) -> Result<bool, DocumentError> {
        let document = self
            .store
            .get::<UnsubscribedDocument>(&path(way_out))
            .await?;
        Ok(document.is_some())
    }

    /// Ends all mail to an address. The same again changes nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn unsubscribe(&self, way_out: &WayOut) -> Result<(), DocumentError> {
        let document = UnsubscribedDocument {
            day: now_ms() / DAY_MS,
        };
        match self.store.create(&path(way_out), &document).await {
            Ok(_) => {
                tracing::info!("somebody unsubscribed from mail");
                Ok(())
            }
            Err(DocumentError::Exists) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whoever ends it ends it for their address however it is written.
    fn name(&self, to: &Recipient) -> String {
        let address: &str = to.address().as_ref();
        hash(&self.key, &address.to_lowercase())
    }
}

fn path(way_out: &WayOut) -> String {
    format!("{UNSUBSCRIBED}{}", way_out.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Backend;

    fn to(address: &str) -> Recipient {
        Recipient::parse(address).unwrap()
    }

    #[tokio::test]
    async fn who_unsubscribed_stays_so_and_nobody_else_is() {
        let store = Store(Backend::memory().documents);
        let one = Unsubscribing::begin(&store).await.unwrap();
        let token = one.token(&to("Anna@Example.org"));
        let way_out = one.read(&token).expect("it is ours");
        assert!(!one.is_done(&way_out).await.unwrap());
        one.unsubscribe(&way_out).await.unwrap();
        one.unsubscribe(&way_out).await.unwrap();
        let again = Unsubscribing::begin(&store).await.unwrap();
        assert!(again.has(&to("anna@example.org")).await.unwrap());
        assert!(!again.has(&to("bob@example.org")).await.unwrap());
        let names = store.names("").await.unwrap();
        assert!(names.iter().all(|name| !name.contains("nna")), "{names:?}");
    }

    #[tokio::test]
    async fn a_link_that_was_made_up_leads_nowhere() {
        let ours = Unsubscribing::begin(&Store(Backend::memory().documents))
            .await
            .unwrap();
        let theirs = Unsubscribing::begin(&Store(Backend::memory().documents))
            .await
            .unwrap();
        let token = theirs.token(&to("anna@example.org"));
        let mut turned = ours.token(&to("anna@example.org"));
        turned.replace_range(0..1, if turned.starts_with('0') { "1" } else { "0" });
        for made_up in [
            token.as_str(),
            &turned,
            "",
            "abc",
            &"é".repeat(40),
            &"0".repeat(64),
        ] {
            assert_eq!(ours.read(made_up), None, "{made_up}");
        }
    }
}
