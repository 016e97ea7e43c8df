//! kill -9 between what somebody fills in and that they did: what was called saved is there, and
//! nothing is left that belongs to nobody.

use std::thread;
use std::time::Duration;

use serde_json::Value;
use tests::{Dice, Peil, Presenter, SampleQuestion, files_holding, filled_in, sample, until};

const MOMENTS: usize = 50;

fn words(presenter: &Presenter) -> Vec<String> {
    let path = presenter.path("/forms/evaluation");
    let table = presenter.organiser.gets(&path).expects(200).json();
    let forms = table["rounds"][0]["forms"].as_array().cloned();
    let text = |form: &Value| form["values"][1].as_str().unwrap_or_default().to_owned();
    forms.unwrap_or_default().iter().map(text).collect()
}

#[test]
fn a_form_that_was_saved_is_there_once_and_none_is_nobodys_after_fifty_kills() {
    let mut dice = Dice::thrown();
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Form]));
    presenter.opens("evaluation");
    let mut phone = peil.phone("Anna");
    phone.opens(presenter.code());
    let (mut saved, mut sent) = (None::<String>, Vec::new());
    for moment in 1..=MOMENTS {
        let story = format!("Verhaal-van-moment-{moment}-einde");
        let form = phone.filled(&filled_in(&[(1, "8")], &[(2, &story)]));
        // Not a fence but the point: a form is two writes to the disk and a removal, and the kill
        // falls anywhere between them.
        let later = Duration::from_micros(dice.below(12_000));
        let reply = thread::scope(|scope| {
            let sending = scope.spawn(|| phone.tries_to_send(&form));
            thread::sleep(later);
            peil.kill_9();
            sending.join().expect("sending does not panic")
        });
        peil.start_again();
        sent.push(story.clone());
        if reply.is_ok_and(|reply| reply.status == 303) {
            saved = Some(story);
        }
        let there = words(&presenter);
        assert!(there.len() <= 1, "{there:?}");
        let newest = there.first().cloned();
        assert!(
            newest == saved || newest.as_ref() == sent.last(),
            "{newest:?} is there, and {saved:?} was saved"
        );
        saved = newest;
        let over = sent.iter().filter(|story| Some(*story) != saved.as_ref());
        let over: Vec<&String> = over.collect();
        until("nothing is left of what is over", || {
            let data = peil.data();
            let is_gone = |story: &&String| files_holding(&data, story).is_empty();
            over.iter().all(is_gone).then_some(())
        });
        phone.opens(presenter.code());
    }
    assert!(saved.is_some(), "some of them were saved");
}
