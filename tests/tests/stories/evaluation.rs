//! The evaluation: it comes to every phone by itself, by hand or at the end, before it says goodbye,
//! and is there by the address afterwards.

use tests::{ControlPress, Peil, Phone, Presenter, filled_in};

const DECK: &str = "---\ntitle: Een avond\nlanguage: nl\n---\nask: choice\nid: pet\n---\n\n\
                    # Hond of poes?\n\n- hond\n- poes\n\n---\nask: form\nid: evaluatie\n\
                    pace: after\n---\n\n# Hoe was het?\n\n- Wat neem je mee? {text}\n";

fn starts(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    presenter
}

fn fills(phone: &mut Phone, words: &str) {
    let form = phone.filled(&filled_in(&[], &[(1, words)]));
    phone.sends(&form).expects(303);
    phone.looks();
}

/// The evaluation among what a phone may still answer.
fn way_back(phone: &Phone) -> Vec<String> {
    let page = phone.page();
    let links = page.all("nav.panel a").into_iter();
    let links = links.map(|link| link.text().collect::<String>());
    links.filter(|words| words == "Hoe was het?").collect()
}

/// What the organiser has of it.
fn filled(presenter: &Presenter) -> Vec<String> {
    let path = presenter.path("/forms/evaluatie");
    let forms = presenter.organiser.gets(&path).expects(200).json();
    let kept = forms["rounds"][0]["forms"].as_array().cloned();
    let forms = kept.unwrap_or_default().into_iter();
    let words = forms.map(|form| form["values"][0].as_str().unwrap_or_default().to_owned());
    let mut words: Vec<String> = words.collect();
    words.sort();
    words
}

#[test]
fn the_end_brings_it_to_every_phone_before_that_says_goodbye() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    for phone in [&mut anna, &mut bob] {
        phone.opens(presenter.code()).sees("Hond of poes?");
    }
    presenter.ends();
    anna.looks().sees("Hoe was het?");
    fills(&mut anna, "Klein beginnen");
    anna.sees("Bedankt voor het meedoen");
    assert!(way_back(&anna).is_empty(), "hers is given");
    // Whoever does not want to goes past it, and finds it again.
    let past = bob.looks().page();
    let past = past.all("footer a.next")[0].attr("href").expect("a way on");
    bob.goes(past).expects(200);
    bob.sees("De bijeenkomst is afgelopen.");
    assert_eq!(way_back(&bob), ["Hoe was het?"]);
    // Somebody who was not there has the address.
    carla.opens(presenter.code()).sees("Hoe was het?");
    fills(&mut carla, "Kon er niet bij zijn");
    carla.sees("Bedankt voor het meedoen");
    assert_eq!(
        filled(&presenter),
        ["Klein beginnen", "Kon er niet bij zijn"]
    );
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("De evaluatie staat op je telefoon. 2 keer ingevuld.");
}

#[test]
fn by_hand_it_comes_while_the_stage_stays_where_it_is() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    let mut stage = peil.visitor("the stage");
    anna.opens(presenter.code());
    presenter.does(ControlPress::new("evaluate"));
    anna.looks().sees("Hoe was het?");
    fills(&mut anna, "Fijn");
    anna.sees("Hond of poes?");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("Hond of poes?").does_not_see("evaluatie");
    assert_eq!(presenter.results("evaluatie").voters(), 1);
    presenter.does(ControlPress::new("undo"));
    bob.opens(presenter.code()).sees("Hond of poes?");
    presenter.ends();
    bob.looks().sees("Hoe was het?");
    assert_eq!(filled(&presenter), ["Fijn"]);
    assert_eq!(
        presenter.may_not(ControlPress::new("evaluate")).code,
        "ended"
    );
}

#[test]
fn a_deck_without_one_says_so() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&DECK.replace("pace: after\n", ""));
    presenter.next();
    let refused = presenter.may_not(ControlPress::new("evaluate"));
    assert_eq!(refused.code, "no_evaluation");
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    presenter.ends();
    anna.looks().sees("Bedankt voor het meedoen");
}

#[test]
fn it_is_there_after_a_kill_too_and_for_whoever_was_filling_it_in() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    presenter.ends();
    let form = anna.looks().filled(&filled_in(&[], &[(1, "Meer tijd")]));
    peil.kill_9();
    peil.start_again();
    anna.sends(&form);
    anna.looks().sees("Bedankt voor het meedoen");
    assert_eq!(filled(&presenter), ["Meer tijd"]);
}
