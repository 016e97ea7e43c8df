//! Anybody with a browser and no scripts: its own cookies, its own language, redirects followed by
//! hand. A phone is one, the stage of the room is another.

use std::future::Future;
use std::sync::{Arc, OnceLock};

use reqwest::cookie::{CookieStore, Jar};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Method};

use crate::cookies::CookieValues;
use crate::reply::{PATIENCE, ask};
use crate::{Address, HtmlForm, Lost, Opening, Page, Reply, wait};

const REDIRECTS_AT_MOST: usize = 5;

/// Whoever reads pages.
pub struct Visitor {
    name: String,
    address: Address,
    client: Client,
    cookies: Arc<Jar>,
    origin: Option<String>,
    token: Option<String>,
    language: String,
    /// What is sent as cookies, whatever was given.
    brings: Option<String>,
    reply: Option<Reply>,
}

fn client() -> ClientBuilder {
    Client::builder()
        .redirect(Policy::none())
        .timeout(PATIENCE)
        .no_proxy()
}

impl Visitor {
    pub(crate) fn new(name: &str, address: &Address) -> Self {
        let cookies = Arc::<Jar>::default();
        Self {
            name: name.to_owned(),
            address: address.clone(),
            client: client()
                .cookie_provider(cookies.clone())
                .build()
                .expect("a plain client"),
            cookies,
            origin: None,
            token: None,
            language: "nl".to_owned(),
            brings: None,
            reply: None,
        }
    }

    pub(crate) fn without_cookies(self) -> Self {
        Self {
            client: client().build().expect("a plain client"),
            ..self
        }
    }

    /// The same browser, which sends these cookies and keeps none.
    pub(crate) fn bringing(self, cookies: &str) -> Self {
        Self {
            brings: Some(cookies.to_owned()),
            ..self.without_cookies()
        }
    }

    /// The value of a cookie that it keeps.
    pub(crate) fn keeps(&self, name: &str) -> Option<String> {
        let url = self.address.url("/").parse().expect("an address of peil");
        let all = self.cookies.cookies(&url)?;
        let all = all.to_str().expect("cookies of peil are plain").to_owned();
        all.split("; ").find_map(|cookie| {
            cookie
                .strip_prefix(name)?
                .strip_prefix('=')
                .map(str::to_owned)
        })
    }

    /// The same browser, saying where its forms come from: as one does on a page of that site.
    pub fn with_origin(self, origin: &str) -> Self {
        Self {
            origin: Some(origin.to_owned()),
            ..self
        }
    }

    /// No browser but a script, which has this token.
    pub fn with_token(self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self
        }
    }

    /// The same browser with cookies that it had from before.
    pub fn with_cookies(self, cookies: &CookieValues) -> Self {
        let url = self.address.url("/").parse().expect("an address of peil");
        cookies.iter().for_each(|(name, value)| {
            self.cookies
                .add_cookie_str(&format!("{name}={value}; Path=/"), &url)
        });
        self
    }

    /// Its cookies now.
    pub fn cookies(&self) -> CookieValues {
        let line = self.cookie_line();
        let pairs = line.split("; ").filter_map(|pair| pair.split_once('='));
        pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    pub(crate) fn with_language(self, language: &str) -> Self {
        Self {
            language: language.to_owned(),
            ..self
        }
    }

    /// Goes to a path or to a URL that peil gave, following redirects.
    #[track_caller]
    pub fn goes(&mut self, place: &str) -> Reply {
        match self.tries_to_go(place) {
            Ok(()) => self.reply().clone(),
            Err(Lost(why)) => panic!("{} got no answer: {why}", self.name),
        }
    }

    /// The socket that a page of this browser would open: with its cookies, and saying that it is a
    /// page of peil.
    pub fn opens_socket(&self, path: &str) -> Opening {
        let opening =
            Opening::new(&self.name, &self.address, path).with("origin", &self.address.origin());
        let opening = match &self.token {
            Some(token) => opening.with("authorization", &format!("Bearer {token}")),
            None => opening,
        };
        if let Some(brings) = &self.brings {
            return opening.with("cookie", brings);
        }
        match self.cookie() {
            Some(cookies) => opening.with("cookie", &cookies),
            None => opening,
        }
    }

    /// The cookies of this browser, as it sends them.
    fn cookie(&self) -> Option<String> {
        Some(self.cookie_line()).filter(|cookies| !cookies.is_empty())
    }

    /// The cookies that this browser would send, as it sends them.
    pub fn cookie_line(&self) -> String {
        let url = self.address.url("/").parse().expect("an address of peil");
        let held = self.cookies.cookies(&url);
        held.map_or_else(String::new, |held| {
            held.to_str().expect("cookies of peil are plain").to_owned()
        })
    }

    /// Fetches a path without following redirects and without leaving the page.
    #[track_caller]
    pub fn fetches(&self, place: &str) -> Reply {
        let reply = wait(self.request(Method::GET, place, None));
        reply.unwrap_or_else(|Lost(why)| panic!("{} got no answer: {why}", self.name))
    }

    /// Asks anything as a page of peil would, with these headers and body; follows nothing, keeps
    /// no cookie of the answer, and stays on the page.
    #[track_caller]
    pub fn calls(
        &self,
        method: Method,
        place: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        static FORGETFUL: OnceLock<Client> = OnceLock::new();
        let what = format!("{}: {method} {place}", self.name);
        let client = FORGETFUL.get_or_init(|| client().build().expect("a plain client"));
        let mut request = client
            .request(method, self.address.url(place))
            .header("origin", self.address.origin());
        request = self
            .token
            .iter()
            .fold(request, |request, token| request.bearer_auth(token));
        request = self.cookie().into_iter().fold(request, |request, cookies| {
            request.header("cookie", cookies)
        });
        request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        let reply = wait(ask(what, request.body(body.to_owned())));
        reply.unwrap_or_else(|Lost(why)| panic!("{} got no answer: {why}", self.name))
    }

    /// Posts JSON without leaving the page.
    #[track_caller]
    pub fn posts(&self, place: &str, body: &serde_json::Value) -> Reply {
        let what = format!("{}: POST {place}", self.name);
        let mut request = self
            .client
            .post(self.address.url(place))
            .header("origin", self.address.origin())
            .json(body);
        if let Some(brings) = &self.brings {
            request = request.header("cookie", brings);
        }
        wait(ask(what, request))
            .unwrap_or_else(|Lost(why)| panic!("{} got no answer: {why}", self.name))
    }

    /// Sends a form and looks at what comes of it. The reply is the one before any redirect.
    #[track_caller]
    pub fn sends(&mut self, form: &HtmlForm) -> Reply {
        match self.tries_to_send(&form.action, form.body()) {
            Ok(reply) => reply,
            Err(Lost(why)) => panic!("{} got no answer: {why}", self.name),
        }
    }

    /// Sends a body to a server that may die meanwhile.
    pub(crate) fn tries_to_send(&mut self, path: &str, body: String) -> Result<Reply, Lost> {
        let reply = wait(self.post(path, body))?;
        self.lands(reply.clone())?;
        Ok(reply)
    }

    /// Goes to a path of a server that may die meanwhile.
    pub(crate) fn tries_to_go(&mut self, place: &str) -> Result<(), Lost> {
        let reply = wait(self.request(Method::GET, place, None))?;
        self.lands(reply)
    }

    /// Sends a form's body; the future stands on its own, so that many can run at once.
    pub(crate) fn post(
        &self,
        path: &str,
        body: String,
    ) -> impl Future<Output = Result<Reply, Lost>> + Send + use<> {
        self.request(Method::POST, path, Some(body))
    }

    /// Follows redirects from a reply to the page that is then before this person.
    pub(crate) fn lands(&mut self, mut reply: Reply) -> Result<(), Lost> {
        for _ in 0..REDIRECTS_AT_MOST {
            if !matches!(reply.status, 301 | 302 | 303 | 307 | 308) {
                self.reply = Some(reply);
                return Ok(());
            }
            let location = reply
                .header("location")
                .expect("a redirect says where to")
                .to_owned();
            reply = wait(self.request(Method::GET, &location, None))?;
        }
        panic!("{} is sent round in circles: {reply:?}", self.name)
    }

    fn request(
        &self,
        method: Method,
        place: &str,
        body: Option<String>,
    ) -> impl Future<Output = Result<Reply, Lost>> + Send + use<> {
        let what = format!("{}: {method} {place}", self.name);
        let mut request = self
            .client
            .request(method, self.address.url(place))
            .header("accept", "text/html,application/xhtml+xml")
            .header("accept-language", &self.language);
        request = self
            .token
            .iter()
            .fold(request, |request, token| request.bearer_auth(token));
        if let Some(brings) = &self.brings {
            request = request.header("cookie", brings);
        }
        if let Some(body) = body {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body);
            if let Some(origin) = &self.origin {
                request = request.header("origin", origin);
            }
        }
        ask(what, request)
    }

    /// The reply whose page is before this person.
    pub fn reply(&self) -> &Reply {
        self.reply
            .as_ref()
            .expect("somebody who reads a page has gone to one")
    }

    /// The page before this person.
    #[track_caller]
    pub fn page(&self) -> Page {
        self.reply().page()
    }

    /// The name, for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Fails unless the text can be read on the page.
    #[track_caller]
    pub fn sees(&self, text: &str) -> &Self {
        assert!(
            self.page().text().contains(text),
            "{} does not see {text:?}: {:?}",
            self.name,
            self.reply()
        );
        self
    }

    /// Fails if the text can be read on the page.
    #[track_caller]
    pub fn does_not_see(&self, text: &str) -> &Self {
        assert!(
            !self.page().text().contains(text),
            "{} sees {text:?}: {:?}",
            self.name,
            self.reply()
        );
        self
    }

    /// Fails if the text stands anywhere in what was sent, seen or unseen.
    #[track_caller]
    pub fn was_never_sent(&self, text: &str) -> &Self {
        let source = self.reply().text().to_lowercase();
        assert!(
            !source.contains(&text.to_lowercase()),
            "{} was sent {text:?}: {source}",
            self.name
        );
        self
    }
}
