//! kill -9 in a crowd on sockets, at fifty moments nobody chose: what was called saved is there,
//! once.

use std::collections::{BTreeMap, HashMap};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Crowd, Dice, Peil, Phone};

use crate::burst::{DECK, PHONES, TEXTS, counted, gathers};

const MOMENTS: usize = 50;

/// What one phone heard before its socket was cut.
pub struct Heard {
    /// The texts that were called saved, by the name of their answer.
    pub saved: BTreeMap<String, String>,
    /// The text of which it heard nothing, and its frame.
    unknown: Option<(String, Value)>,
}

#[test]
fn every_answer_saved_over_a_socket_is_there_exactly_once_after_fifty_kills() {
    let mut dice = Dice::thrown();
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let mut saved: Vec<String> = Vec::new();
    for moment in 1..=MOMENTS {
        let after = dice.below((PHONES * TEXTS * 3 / 4) as u64) as usize;
        // Not a fence but the point: the kill falls anywhere between two acknowledgements.
        let later = Duration::from_micros(dice.below(4000));
        let mut crowd = gathers(&peil, &presenter);
        let (tell, acknowledged) = channel();
        let heard = thread::scope(|scope| {
            let burst = scope.spawn(|| rages(&mut crowd, &format!("kill {moment}"), &tell));
            acknowledged.iter().take(after).for_each(drop);
            thread::sleep(later);
            peil.kill_9();
            burst.join().expect("nobody in the burst fails")
        });
        peil.start_again();
        saved.extend(heard.iter().flat_map(|heard| heard.saved.values().cloned()));
        assert_once(&counted(&presenter), &saved);
        for (phone, heard) in crowd.phones.iter().zip(heard) {
            if let Some((text, frame)) = heard.unknown {
                phone.follows().says(&frame).hears("saved");
                saved.push(text);
            }
        }
    }
    let counted = counted(&presenter);
    assert_once(&counted, &saved);
    assert_eq!(
        counted.len(),
        saved.len(),
        "nothing is there that nobody sent"
    );
    println!(
        "{MOMENTS} kills, {} answers saved over sockets, each there once",
        saved.len()
    );
}

/// Everybody sends texts over a socket of their own, one after the other, until there is no answer.
pub fn rages(crowd: &mut Crowd, name: &str, tell: &Sender<()>) -> Vec<Heard> {
    crowd.does(|number, phone| sends(phone, &format!("{name} phone {number}"), &tell.clone()))
}

fn sends(phone: &mut Phone, name: &str, tell: &Sender<()>) -> Heard {
    let mut heard = Heard {
        saved: BTreeMap::new(),
        unknown: None,
    };
    let Some(mut socket) = phone.opens_socket("").survives() else {
        return heard;
    };
    for number in 0..TEXTS {
        let text = format!("{name} text {number}");
        let frame = add(&text);
        let sent = socket.tries_to_send(frame.to_string().into());
        let Some(answer) = sent
            .ok()
            .and_then(|()| socket.tries_to_hear(&["saved", "refused", "error"]))
        else {
            heard.unknown = Some((text, frame));
            break;
        };
        assert_eq!(answer["type"], "saved", "{answer}");
        let id = answer["answer"]
            .as_str()
            .map_or_else(|| answer["answer"].to_string(), str::to_owned);
        heard.saved.insert(id, text);
        // Nobody counts any more once the server is gone.
        let _ = tell.send(());
    }
    heard
}

/// The frame that adds a text; the same text has the same key, so it counts once however often it
/// is sent.
fn add(text: &str) -> Value {
    let key = text.replace(' ', "-");
    json!({ "type": "add", "question": "burst", "round": 1, "key": key, "turn": 1, "text": text })
}

/// Fails unless each of these is there once, and nothing is there twice.
#[track_caller]
pub fn assert_once<'a>(
    counted: &HashMap<String, usize>,
    saved: impl IntoIterator<Item = &'a String>,
) {
    for text in saved {
        assert_eq!(counted.get(text), Some(&1), "{text:?} was called saved");
    }
    let doubles: Vec<_> = counted.iter().filter(|(_, times)| **times != 1).collect();
    assert!(doubles.is_empty(), "{doubles:?}");
}
