//! Hosts behind bad networks: the screen, the remote and the moderator go on where sockets are
//! refused or cut, and say so where nothing gets through.

use std::time::Duration;

use tests::browser::{Browser, WindowSize};
use tests::{Manner, Peil, Presenter, Relay, SampleQuestion, option, sample, until, words};

const LOST: &str = "Geen verbinding: dit is de laatste stand";

/// A room whose hosts are behind a relay; its phones are not.
struct RelayedHosts {
    peil: Peil,
    presenter: Presenter,
    relay: Relay,
}

impl RelayedHosts {
    fn opens(manner: Manner) -> Self {
        let peil = Peil::starts();
        let presenter = peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice, SampleQuestion::Words]));
        let relay = Relay::starts(peil.address());
        relay.becomes(manner);
        Self {
            peil,
            presenter,
            relay,
        }
    }

    /// Whoever opens a link of the room behind the relay, with the page alive.
    fn host(&self, name: &str, screen: WindowSize, link: &str) -> Browser {
        let host = Browser::opens(name, screen, self.relay.address());
        let path = link
            .strip_prefix(&self.peil.address().origin())
            .expect("a link of this peil");
        host.goes(path).is_welcome();
        until("the page is alive", || {
            (host.counts("[data-alive]") > 0).then_some(())
        });
        host
    }

    fn stage(&self) -> Browser {
        self.host(
            "the stage",
            WindowSize::Stage,
            &self.presenter.started.stage_url,
        )
    }

    /// The page has learned that no socket is to be had.
    fn has_found_out(&self) {
        until("three sockets were tried", || {
            (self.relay.sockets() >= 3).then_some(())
        });
    }

    fn somebody_votes(&self, name: &str, number: usize) {
        self.peil
            .phone(name)
            .opens(self.presenter.code())
            .votes(option(number));
    }
}

#[test]
fn behind_a_proxy_that_refuses_sockets_the_stage_shows_what_comes_in() {
    let hall = RelayedHosts::opens(Manner::WithoutSockets);
    let stage = hall.stage();
    hall.has_found_out();
    hall.presenter.opens("pet");
    stage.sees("Welk huisdier?");
    hall.somebody_votes("Anna", 2);
    stage.sees("1 van 1 heeft gestemd");
    stage
        .keys("j")
        .sees("Scan, of ga naar")
        .keys("j")
        .sees("Welk huisdier?");
    stage.does_not_see(LOST);
    assert!(
        hall.relay.sockets() < 8,
        "it does not knock for ever: {}",
        hall.relay.sockets()
    );
}

#[test]
fn behind_a_proxy_that_refuses_sockets_the_remote_drives_and_the_moderator_hides() {
    let hall = RelayedHosts::opens(Manner::WithoutSockets);
    let remote = hall.host(
        "the remote",
        WindowSize::Phone,
        &hall.presenter.started.remote_url,
    );
    hall.has_found_out();
    remote
        .presses(&["Begin"])
        .sees("Welk huisdier?")
        .presses(&["Volgende"])
        .sees("Waar denk je aan?");
    let moderator = hall.host(
        "the moderator",
        WindowSize::Phone,
        &hall.presenter.started.moderator_url,
    );
    hall.peil
        .phone("Anna")
        .opens(hall.presenter.code())
        .votes(words(["onzin"]));
    moderator
        .sees("onzin")
        .presses(&["Verberg"])
        .sees("Zet terug");
    assert!(hall.presenter.results("words").entries().is_empty());
    remote.sees("Zet terug").does_not_see(LOST);
}

#[test]
fn where_sockets_are_cut_after_some_seconds_the_stage_goes_on_as_if_nothing_were() {
    let hall = RelayedHosts::opens(Manner::Cutting(Duration::from_secs(2)));
    hall.presenter.opens("pet");
    let stage = hall.stage();
    for (number, people) in (1..=6).zip([
        "1 van 1 heeft",
        "2 van 2",
        "3 van 3",
        "4 van 4",
        "5 van 5",
        "6 van 6",
    ]) {
        if number == 4 {
            // Each of them was cut; from now on the stage asks.
            hall.has_found_out();
        }
        hall.somebody_votes(&format!("phone {number}"), 1 + number % 3);
        stage.sees(people).does_not_see(LOST);
    }
}

#[test]
fn where_nothing_gets_through_the_stage_says_so_until_something_does() {
    let hall = RelayedHosts::opens(Manner::WithoutSockets);
    hall.presenter.opens("pet");
    let stage = hall.stage();
    hall.has_found_out();
    hall.relay.becomes(Manner::Dead);
    stage.sees(LOST).sees("Welk huisdier?");
    hall.presenter.opens("words");
    hall.relay.becomes(Manner::Faithful);
    stage.sees("Waar denk je aan?").does_not_see(LOST);
}

#[test]
fn a_remote_that_was_pressed_while_its_line_was_dead_says_so_and_drives_again() {
    let hall = RelayedHosts::opens(Manner::Faithful);
    hall.presenter.opens("pet");
    let remote = hall.host(
        "the remote",
        WindowSize::Phone,
        &hall.presenter.started.remote_url,
    );
    hall.relay.becomes(Manner::Dead);
    // More presses than a browser opens connections to one server.
    (0..8).for_each(|_| {
        remote.presses(&["Volgende"]);
    });
    remote
        .sees("Geen verbinding. Probeer het nog eens.")
        .sees(LOST);
    hall.relay.becomes(Manner::Faithful);
    until("the remote is back", || {
        (!remote.text().contains(LOST)).then_some(())
    });
    // One of them may still have come through; then this one is one too many, and changes nothing.
    remote.presses(&["Volgende"]).sees("Waar denk je aan?");
}
