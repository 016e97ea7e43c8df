//! In browsers: one tablet that goes round a table, and answers that a host enters.

use tests::browser::{Browser, WindowSize, assert_none};
use tests::{Peil, Presenter};

const DECK: &str = "---\ntitle: Werkmiddag\nlanguage: nl\ngroups: [Rood, Blauw]\n---\nask: choice\nid: doen\n---\n\n# Doen we het?\n\n- ja\n- nee\n\n\
                    ---\nask: scale\nid: schaal\n---\n\n# Hoe kijk je ernaar?\n\n- Ik weet genoeg\n- Ik durf het aan\n";
const SCREENS: [WindowSize; 2] = [WindowSize::Phone, WindowSize::Tablet];

/// A room at its first question, and its console.
fn leads(peil: &Peil) -> (Presenter, Browser) {
    let presenter = peil.organiser().starts(DECK);
    presenter.goes("doen");
    let place = &presenter.started.presenter_url;
    let console = Browser::follows(peil, "the console", WindowSize::Laptop, place);
    (presenter, console)
}

#[test]
fn a_tablet_goes_round_the_table() {
    let peil = Peil::starts();
    let (presenter, console) = leads(&peil);
    let page = format!("/rooms/{}/tablets", presenter.started.room);
    console.goes(&page).is_welcome();
    console.sees("Er doet nog geen tablet mee.");
    let mut barriers = console.is_looked_at("tablets", &[WindowSize::Laptop]);
    let listed = presenter.organiser.gets(&presenter.path("/tablets"));
    let listed = listed.expects(200).json();
    let secret = listed["url"]
        .as_str()
        .and_then(|url| url.rsplit('/').next());
    let code = format!(
        "/{}/tablet/{}?g=2",
        presenter.code(),
        secret.unwrap_or_default()
    );
    let tablet = Browser::opens("the tablet", WindowSize::Tablet, peil.address());
    tablet.goes(&code).is_welcome();
    barriers.extend(tablet.is_looked_at("tablet-offer", &SCREENS));
    tablet
        .sends(&["Deel dit apparaat"])
        .sees("1e van deze tablet");
    barriers.extend(tablet.is_looked_at("tablet-form", &SCREENS));
    for (seat, option) in [(1, "ja"), (2, "nee"), (3, "ja")] {
        tablet.sees(&format!("{seat}e van deze tablet"));
        tablet.chooses(option).sends(&["Verstuur"]);
        tablet.sees("Geef door aan de volgende");
        if seat == 1 {
            barriers.extend(tablet.is_looked_at("tablet-sent", &SCREENS));
        }
        tablet.sends(&["Geef door aan de volgende"]);
    }
    tablet.sees("4e van deze tablet");
    assert_eq!(presenter.results("doen").votes(), [2, 1]);
    console.goes(&page).is_welcome();
    console.sees("3 deelnemers").sees("Blauw");
    console.presses(&["Niet meer delen"]);
    console.sends(&["Ja, deel deze tablet niet meer"]);
    console.sees("niet meer gedeeld");
    barriers.extend(console.is_looked_at("tablets-ended", &[WindowSize::Laptop]));
    tablet.chooses("ja").sends(&["Verstuur"]);
    tablet.sees("Deze tablet wordt niet meer gedeeld");
    tablet.goes(&format!("/{}", presenter.code())).is_welcome();
    tablet.sees("Ga alleen verder");
    barriers.extend(tablet.is_looked_at("tablet-ended", &SCREENS));
    assert_none(&barriers);
}

#[test]
fn a_host_enters_what_hands_say_from_the_console() {
    let peil = Peil::starts();
    let (presenter, console) = leads(&peil);
    console.presses(&["Antwoorden invoeren"]);
    console.sees("Hoe vaak is wat gekozen?");
    console
        .types("count-option-1", "3")
        .types("count-option-2", "2");
    console
        .sends(&["Voer in"])
        .sees("5 antwoorden zijn ingevoerd");
    let screens = [WindowSize::Phone, WindowSize::Laptop];
    let mut barriers = console.is_looked_at("by-hand", &screens);
    assert_eq!(presenter.results("doen").votes(), [3, 2]);
    console
        .sends(&["Terug"])
        .sees("5 antwoorden zijn ingevoerd");
    presenter.goes("schaal");
    console.meets("heading", "Hoe kijk je ernaar?");
    console.presses(&["Antwoorden invoeren"]);
    console
        .types("count-value-1-5", "4")
        .types("count-value-2-1", "1");
    console
        .sends(&["Voer in"])
        .sees("4 antwoorden zijn ingevoerd");
    barriers.extend(console.is_looked_at("by-hand-scale", &screens));
    assert_none(&barriers);
}
