//! A stage with far more than it can show at once: five thousand open answers, two thousand
//! distinct words. The page stays as large as it is, also after all the views that ten minutes
//! bring, and answers soon to whoever holds the clicker.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, Socket};

const DECK: &str = "---\ntitle: Volle zaal\nlanguage: nl\n---\nask: open\nid: ideas\nentries: 10\n---\n\n# Wat is jouw idee?\n\n---\n\
                    ask: words\nid: words\nentries: 10\n---\n\n# Waar denk je aan?\n";
/// People, ten answers each: five thousand.
const PEOPLE: usize = 500;
/// People who give ten words of their own each: two thousand.
const WORDY: usize = 200;
const EACH: usize = 10;

/// A stage is sent ten views a second at most, so this many in ten minutes.
const VIEWS: u64 = 6_000;
/// As many at a time as a browser lets a script take.
const VIEWS_AT_ONCE: u64 = 250;
/// Elements that a stage may have, whatever the room has answered.
const NODES: u64 = 3_000;
/// Whoever holds the clicker is heard within this, in milliseconds, on a machine that does more
/// than this. What it really took is reported.
const LONGEST_TASK_MS: f64 = 1_000.0;

/// Keeps the page's socket at hand.
const KEEPS_SOCKET: &str = "
    const Real = WebSocket;
    window.WebSocket = class extends Real {
        constructor(...from) {
            super(...from);
            window.kept = this;
            this.addEventListener('message', message => {
                const frame = JSON.parse(message.data);
                if (frame.view) window.frame = frame;
            });
        }
    };
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(task => { window.longest = Math.max(window.longest, task.duration); }))
        .observe({ type: 'longtask', buffered: true });";

/// Shows the page so many views more, each with something new in it, and gives the most nodes that
/// it had.
const SHOWS: &str = "
    const results = frame.view.slide.part.results;
    const bring = number => {
        frame.seq += 1;
        if (results.answers) {
            const { at } = results.answers[0];
            const id = 'a' + (1_000_000 + frame.seq);
            results.answers = [...results.answers.slice(1), { id, text: 'Nog een idee: ' + number, votes: 0, at }];
            results.total += 1;
        } else {
            const entry = results.entries[number % results.entries.length];
            entry.count += 1;
            results.entries.sort((one, other) => other.count - one.count);
            // Some other word grows, and another one takes the place of a third.
            const words = frame.view.slide.part.cloud.words;
            const word = words[number % words.length];
            word.count += 1;
            if (word.wide) word.wide = [word.wide[0], number * 97 % 1300, number * 61 % 520, 34 + number % 50];
            if (number % 5 === 0) [word.text, entry.text] = [entry.text, word.text];
        }
        kept.onmessage(new MessageEvent('message', { data: JSON.stringify(frame) }));
    };
    return (async views => {
        let most = 0;
        for (let number = 0; number < views; number += 1) {
            bring(number);
            await new Promise(later => setTimeout(later));
            if (number % 25 === 0) most = Math.max(most, document.getElementsByTagName('*').length);
        }
        return { most, longest: window.longest };
    })(arguments[0]);";

fn crowd(peil: &Peil, presenter: &Presenter, size: usize) -> Vec<Socket> {
    let phones = peil.crowd(size).phones.into_iter();
    let follows = phones.map(|mut phone| {
        phone.opens(presenter.code());
        phone.follows()
    });
    follows.collect()
}

fn five_thousand_ideas(crowd: &mut [Socket]) {
    for entry in 0..EACH {
        for (number, socket) in crowd.iter_mut().enumerate() {
            let text = format!("Idee {entry} van {number}: samen iets moois maken van het plein");
            let key = format!("k{entry}");
            socket
                .says(&json!({ "type": "add", "question": "ideas", "round": 1, "key": key, "turn": 1, "text": text }));
        }
        crowd
            .iter_mut()
            .for_each(|socket| drop(socket.hears("saved")));
    }
}

fn two_thousand_words(crowd: &mut [Socket]) {
    for (number, socket) in crowd.iter_mut().enumerate() {
        let entry = |entry| ["entry".to_owned(), format!("woord {number} {entry}")];
        let fields: Vec<[String; 2]> = (0..EACH).map(entry).collect();
        socket.says(&json!({ "type": "answer", "question": "words", "round": 1, "turn": 1, "fields": fields }));
    }
    crowd
        .iter_mut()
        .for_each(|socket| drop(socket.hears("saved")));
}

/// Ten minutes of views, compressed: the page gets them as fast as it takes them.
fn bears_ten_minutes(stage: &Browser, what: &str) {
    let mut sizes = Vec::new();
    let mut longest = 0.0_f64;
    for _ in 0..VIEWS / VIEWS_AT_ONCE {
        let shown: Value = stage.asks_its_page(SHOWS, json!(VIEWS_AT_ONCE));
        sizes.push(shown["most"].as_u64().unwrap_or(u64::MAX));
        longest = longest.max(shown["longest"].as_f64().unwrap_or(f64::INFINITY));
    }
    println!("{what}: {sizes:?} elements, the longest task took {longest} ms");
    let (first, last) = (sizes[0], sizes[sizes.len() - 1]);
    assert!(
        sizes.iter().all(|size| *size <= NODES),
        "{what}: a stage is bounded: {sizes:?}"
    );
    assert!(
        last <= first + first / 10,
        "{what}: and does not grow: {sizes:?}"
    );
    assert!(
        longest <= LONGEST_TASK_MS,
        "{what}: the longest task took {longest} ms"
    );
}

/// A stage that shows a question of a room with that many people in it.
fn shows(
    peil: &Peil,
    question: &str,
    people: usize,
    answer: fn(&mut [Socket]),
) -> (Presenter, Browser) {
    let presenter = peil.organiser().starts(DECK);
    let mut crowd = crowd(peil, &presenter, people);
    presenter.opens(question);
    answer(&mut crowd);
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .runs_before_pages(KEEPS_SOCKET)
        .goes(&presenter.started.stage_url)
        .is_welcome();
    stage.sees(&format!("{people} van {people} hebben"));
    (presenter, stage)
}

#[test]
fn a_stage_with_five_thousand_open_answers_stays_as_large_as_it_is() {
    let peil = Peil::starts();
    let (presenter, stage) = shows(&peil, "ideas", PEOPLE, five_thousand_ideas);
    assert_eq!(presenter.results("ideas").texts().len(), PEOPLE * EACH);
    bears_ten_minutes(&stage, "five thousand answers");
}

#[test]
fn a_stage_with_two_thousand_words_stays_as_large_as_it_is() {
    let peil = Peil::starts();
    let (presenter, stage) = shows(&peil, "words", WORDY, two_thousand_words);
    assert_eq!(presenter.results("words").entries().len(), WORDY * EACH);
    bears_ten_minutes(&stage, "two thousand words");
}
