//! Where peil is to be found: shared by every actor, since a server that starts again may have
//! another port.

use std::sync::{Arc, Mutex};

/// The address of one peil, for everybody who talks to it.
#[derive(Clone, Debug)]
pub struct Address(Arc<Mutex<String>>);

impl Address {
    pub(crate) fn new(origin: &str) -> Self {
        Self(Arc::new(Mutex::new(origin.to_owned())))
    }

    pub(crate) fn moves_to(&self, origin: &str) {
        *self.0.lock().expect("nobody panics while moving") = origin.to_owned();
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end: also what a browser sends as `Origin`.
    pub fn origin(&self) -> String {
        self.0.lock().expect("nobody panics while moving").clone()
    }

    /// Host and port, as a socket takes them.
    pub fn host(&self) -> String {
        self.origin().trim_start_matches("http://").to_owned()
    }

    /// The URL of a path, or of a URL that peil itself gave (whose host is then replaced by where
    /// peil is now).
    pub fn url(&self, place: &str) -> String {
        format!("{}{}", self.origin(), path_of(place))
    }
}

/// Path and query of a URL; a bare path stays as it is.
fn path_of(place: &str) -> String {
    let Some(rest) = place
        .strip_prefix("http://")
        .or_else(|| place.strip_prefix("https://"))
    else {
        assert!(place.starts_with('/'), "neither a path nor a URL: {place}");
        return place.to_owned();
    };
    rest.find('/')
        .map_or_else(|| "/".to_owned(), |slash| rest[slash..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn a_url_of_peil_follows_it_to_its_new_port() {
        let address = Address::new("http://127.0.0.1:1234");
        assert_eq!(
            address.url("/89145348?seq=4"),
            "http://127.0.0.1:1234/89145348?seq=4"
        );
        address.moves_to("http://127.0.0.1:4321");
        assert_eq!(
            address.url("http://127.0.0.1:1234/a?b=c"),
            "http://127.0.0.1:4321/a?b=c"
        );
        assert_eq!(
            address.url("http://127.0.0.1:1234"),
            "http://127.0.0.1:4321/"
        );
    }
}
