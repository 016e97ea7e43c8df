//! The page that looks whether a network and a browser let people take part, in a real browser that
//! lacks one thing after the other.

use tests::Peil;
use tests::browser::{Browser, WindowSize, assert_none};

/// Takes from a page what its address names, before the page's own script runs.
const LACKS: &str = r"
(function () {
  var lacks = new URLSearchParams(location.search).get('lacks') || '';
  function closes(code, greets) {
    window.WebSocket = function () {
      var socket = this;
      socket.close = function () {};
      setTimeout(function () { if (greets) socket.onmessage({}); socket.onclose({ code: code }); }, 0);
    };
  }
  function answers(status, body) {
    window.XMLHttpRequest = function () {
      var request = this;
      request.open = function () {};
      request.send = function () {
        request.status = status;
        request.responseText = body;
        setTimeout(function () { request.onloadend(); }, 0);
      };
    };
  }
  var shift = { ahead: 600000, behind: -600000 }[lacks];
  if (shift) {
    var now = Date.prototype.getTime;
    Date.prototype.getTime = function () { return now.call(this) + shift; };
  }
  if (lacks === 'nothing') closes(1000, true);
  if (lacks === 'cut') closes(1006, true);
  if (lacks === 'silent') closes(1006, false);
  if (lacks === 'goodbye') closes(1000, false);
  if (lacks === 'places') closes(1013, false);
  if (lacks === 'sockets') delete window.WebSocket;
  if (lacks === 'wasm') { delete window.WebAssembly; closes(1000, true); }
  if (lacks === 'cookies') answers(200, JSON.stringify({ now: Date.now(), cookie: false }));
  if (lacks === 'host') answers(403, '{}');
  if (lacks === 'network') answers(0, '');
  if (lacks === 'portal') answers(200, '<html>Log in</html>');
  if (lacks === 'storage') Object.defineProperty(window, 'localStorage', { get: function () { throw new Error('no'); } });
})();
";

const WORKS: &str = "Ja, peil werkt hier.";
const SLOWER: &str = "Ja, meedoen kan hier.";
const NOT: &str = "Nee, meedoen lukt hier nog niet.";
const SO_FAR: &str = "Tot nu toe gaat alles goed.";
const ASKS: &str = "peil vraagt dan zelf om de paar seconden";

#[test]
fn each_thing_that_is_lacking_is_said_in_words_and_what_to_do() {
    let peil = Peil::starts();
    let phone = Browser::opens("the phone", WindowSize::Phone, peil.address());
    phone.runs_before_pages(LACKS);
    for (lacks, all, said) in [
        ("nothing", WORKS, "Een open lijn blijft een minuut staan."),
        ("", SO_FAR, "De lijn is"),
        ("cut", SLOWER, "De open lijn brak na 0 seconden."),
        ("silent", SLOWER, ASKS),
        ("goodbye", SLOWER, ASKS),
        ("sockets", SLOWER, "Dit netwerk laat geen open lijn toe."),
        ("places", WORKS, "Er kijken nu te veel anderen"),
        ("wasm", SLOWER, "Deze browser is te oud"),
        ("ahead", SO_FAR, "loopt 10 minuten voor."),
        ("behind", SO_FAR, "loopt 10 minuten achter."),
        ("cookies", NOT, "Sta cookies van deze site toe"),
        ("host", NOT, "--public-url"),
        ("network", NOT, "Probeer een ander netwerk"),
        ("portal", NOT, "Probeer een ander netwerk"),
        ("storage", SO_FAR, "Deze browser onthoudt niets."),
    ] {
        phone
            .goes(&format!("/test?lacks={lacks}"))
            .sees(said)
            .sees(all);
        phone.does_not_see("Niet gemeten: scripts staan uit.");
    }
}

#[test]
fn the_page_is_reached_from_the_start_and_has_no_barrier_in_both_languages() {
    let peil = Peil::starts();
    let phone = Browser::opens("the phone", WindowSize::Phone, peil.address());
    phone.runs_before_pages(LACKS);
    let mut wrong = Vec::new();
    phone
        .goes("/")
        .presses(&["Test je verbinding"])
        .sees(SO_FAR)
        .sees("Cookies komen terug.");
    for lacks in ["nothing", "cookies", "sockets"] {
        let said = if lacks == "cookies" { NOT } else { "Ja," };
        phone.goes(&format!("/test?lacks={lacks}")).sees(said);
        wrong.extend(phone.is_looked_at(&format!("checkup-{lacks}"), &WindowSize::PHONES));
    }
    phone.presses(&["English"]).sees("Does peil work here?");
    wrong.extend(
        phone
            .goes("/test?lacks=nothing")
            .sees("Yes, peil works here.")
            .is_looked_at("checkup-en", &[WindowSize::Phone]),
    );
    phone
        .switches_scripts_off()
        .goes("/test?again=1")
        .sees("Not measured: scripts are off.")
        .sees("Cookies come back.");
    phone.takes_a_picture("checkup-still");
    assert_none(&wrong);
}
