//! A hall that keeps sending texts while something is done to the server: what was acknowledged,
//! and what is unknown.

use std::collections::HashMap;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use tests::{Crowd, HtmlForm, Peil, Phone, Presenter, text};

/// How many phones send at once.
pub const PHONES: usize = 8;
/// How many texts each of them sends, one after the other.
pub const TEXTS: usize = 6;
/// A deck with one question that takes all of these.
pub const DECK: &str = "---\ntitle: Burst\nlanguage: nl\n---\nask: open\nid: burst\nentries: 10\n---\n\n# Wat waait er?\n";

/// What one phone knows after the burst.
pub struct BurstOutcome {
    /// The texts whose 303 arrived: these are stored, whatever happens.
    pub acknowledged: Vec<String>,
    /// The text without an answer, in the form that can be sent again.
    pub unknown: Option<(String, HtmlForm)>,
}

/// Opens the room on every phone of a new crowd.
pub fn gathers(peil: &Peil, presenter: &Presenter) -> Crowd {
    let mut crowd = peil.crowd(PHONES);
    crowd.does(|_, phone| drop(phone.opens(presenter.code()).form()));
    crowd
}

/// Lets the crowd send, and does `hits` to the server once `after` texts have been acknowledged.
pub fn rages(
    peil: &mut Peil,
    crowd: &mut Crowd,
    name: &str,
    after: usize,
    hits: impl FnOnce(&mut Peil),
) -> Vec<BurstOutcome> {
    let (tell, acknowledged) = channel();
    thread::scope(|scope| {
        let burst = scope.spawn(move || {
            crowd.does(|number, phone| {
                sends(phone, &format!("{name} phone {number}"), &tell.clone())
            })
        });
        for _ in 0..after {
            if acknowledged.recv().is_err() {
                break;
            }
        }
        hits(peil);
        burst.join().expect("nobody in the burst fails")
    })
}

/// One phone: opens the form, sends, and stops at the first request without an answer.
fn sends(phone: &mut Phone, name: &str, tell: &Sender<()>) -> BurstOutcome {
    let mut sent = BurstOutcome {
        acknowledged: Vec::new(),
        unknown: None,
    };
    for number in 0..TEXTS {
        let words = format!("{name} text {number}");
        if phone.tries_to_look().is_err() || phone.reply().status != 200 {
            break;
        }
        let form = phone.filled(&text(&words));
        let Ok(reply) = phone.tries_to_send(&form) else {
            sent.unknown = Some((words, form));
            break;
        };
        if reply.status == 303 {
            sent.acknowledged.push(words);
            // Nobody counts any more once the server has been hit.
            let _ = tell.send(());
        } else {
            // A server that is stopping may say "not now"; it must then not have stored anything.
            assert!(reply.status >= 500, "{reply:?}");
            sent.unknown = Some((words, form));
            break;
        }
    }
    sent
}

/// After the burst, with the server back: what was acknowledged is there, and what nobody knows of
/// is sent again and then there once too.
#[track_caller]
pub fn clears(
    presenter: &Presenter,
    crowd: &mut Crowd,
    all: &mut Vec<BurstOutcome>,
    new: Vec<BurstOutcome>,
) {
    let first_new = all.len();
    all.extend(new);
    assert_kept(presenter, all);
    for (phone, sent) in crowd.phones.iter_mut().zip(&mut all[first_new..]) {
        if let Some((text, form)) = sent.unknown.take() {
            phone.sends(&form).expects(303);
            sent.acknowledged.push(text);
        }
    }
    assert_kept(presenter, all);
}

/// Every text of the room with how often it is there.
pub fn counted(presenter: &Presenter) -> HashMap<String, usize> {
    let mut counted = HashMap::new();
    for (text, _) in presenter.results("burst").texts() {
        *counted.entry(text).or_default() += 1;
    }
    counted
}

/// Fails unless each acknowledged text is there once, and nothing is there that was never sent.
#[track_caller]
pub fn assert_kept(presenter: &Presenter, all: &[BurstOutcome]) {
    let counted = counted(presenter);
    for text in all.iter().flat_map(|sent| &sent.acknowledged) {
        assert_eq!(counted.get(text), Some(&1), "{text:?} was acknowledged");
    }
    let was_sent = |text: &String| {
        let unknown = |sent: &BurstOutcome| {
            sent.unknown
                .as_ref()
                .is_some_and(|(unknown, _)| unknown == text)
        };
        all.iter()
            .any(|sent| sent.acknowledged.contains(text) || unknown(sent))
    };
    for (text, times) in &counted {
        assert!(
            *times == 1 && was_sent(text),
            "{text:?} is there {times} times"
        );
    }
}
