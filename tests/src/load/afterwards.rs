//! After the event: what a room's files take, the page with what came out of it, and whether others
//! notice that files are made.

use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;
use serde_json::json;

use super::crowd::PhoneCrowd;
use super::stage::histogram;
use crate::{Organiser, Peil, Presenter, SampleQuestion, sample};

/// Questions of the room of which reports are made.
const REPORTED: usize = 15;
/// How often each file is made; the one in the middle counts.
const TIMES: usize = 5;
const QUESTION: &str = "pet";
/// For how long the others vote, while files are made and while none are.
const VOTING: Duration = Duration::from_secs(5);
/// A slide for each kind, in turn.
const SLIDES: [&str; 6] = [
    "ask: choice\n---\n# Welke plek past bij jou, vraag {}?\n- Ik werk zelf met groepen\n- Ik verwijs\n- Ik weet het nog niet\n",
    "ask: words\n---\n# Waaraan denk je, vraag {}?\n",
    "ask: scale\n---\n# Hoe kijk je ernaar, vraag {}?\n- Ik snap het\n- Ik doe mee\n- Ik zie het zitten\n",
    "ask: open\n---\n# Wat is jouw idee, vraag {}?\n",
    "ask: spectrum\nleft: poes\nright: hond\n---\n# Wat ben je, vraag {}?\n",
    "ask: number\n---\n# Met hoeveel, vraag {}?\n",
];

/// What was found. Times are on the wall.
pub struct Afterwards {
    /// A spreadsheet of everything.
    pub xlsx_s: f64,
    /// The report for Word.
    pub docx_s: f64,
    /// The report as a PDF.
    pub pdf_s: f64,
    /// The page with what came out of a room with many answers.
    pub results_page_ms: f64,
    /// How many those are.
    pub results_page_answers: u64,
    /// From a vote in another room to its acknowledgement, 99 of 100, while no files are made.
    pub ack_alone_p99_ms: f64,
    /// The same while files are made without a pause.
    pub ack_beside_files_p99_ms: f64,
}

/// Measures, with so many people in the room, and in the larger one so many questions that each of
/// them answered.
#[track_caller]
pub fn afterwards(peil: &Peil, people: usize, many: usize, voters: usize) -> Afterwards {
    let organiser = peil.organiser();
    let room = answered(&organiser, REPORTED, people);
    let seconds = |file: &str| median(|| made(&organiser, &room.path(file)).as_secs_f64());
    let (xlsx_s, docx_s) = (seconds("/report.xlsx"), seconds("/report.docx"));
    let pdf_s = seconds("/report.pdf");
    let large = answered(&organiser, many, people);
    let page = format!("/desk/rooms/{}/results", large.started.room);
    let results_page_ms = 1_000.0 * median(|| made(&organiser, &page).as_secs_f64());
    let all = large.all_results();
    let results_page_answers = all.iter().map(|question| question.voters()).sum();
    let [alone, beside] = votes_beside(peil, &room, voters);
    let p99 = |delays: &Histogram<u64>| delays.value_at_percentile(99.0) as f64 / 1_000.0;
    Afterwards {
        xlsx_s,
        docx_s,
        pdf_s,
        results_page_ms,
        results_page_answers,
        ack_alone_p99_ms: p99(&alone),
        ack_beside_files_p99_ms: p99(&beside),
    }
}

/// A room in which people who are made up answered every question.
fn answered(organiser: &Organiser, questions: usize, people: usize) -> Presenter {
    let mut deck = String::from("---\ntitle: Naderhand\nlanguage: nl\n---\n");
    let slides = SLIDES.iter().cycle().take(questions);
    for (slide, number) in slides.zip(1..) {
        let slide = slide.replace("{}", &number.to_string());
        write!(deck, "\n---\nid: vraag-{number}\n{slide}").expect("text takes text");
    }
    let room = organiser.tries_out(&deck);
    let control = room.path("/control");
    for number in 1..=questions {
        room.opens(&format!("vraag-{number}"));
        let votes = json!({ "do": "trial", "votes": people });
        organiser.posts(&control, &votes).expects(200);
    }
    room.ends();
    room
}

/// How long it takes until all of it is there.
fn made(organiser: &Organiser, path: &str) -> Duration {
    let begun = Instant::now();
    organiser.gets(path).expects(200);
    begun.elapsed()
}

fn median(measure: impl Fn() -> f64) -> f64 {
    let mut all: Vec<f64> = (0..TIMES).map(|_| measure()).collect();
    all.sort_by(f64::total_cmp);
    all[TIMES / 2]
}

/// How soon votes in another room are acknowledged, by themselves and while files are made.
fn votes_beside(peil: &Peil, room: &Presenter, voters: usize) -> [Histogram<u64>; 2] {
    let other = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    other.opens(QUESTION);
    let crowd = PhoneCrowd::gathers(voters, peil.address(), other.code());
    let delays = |round: u64| {
        let votes = crowd.votes(QUESTION, round, voters, VOTING);
        let acks = votes.acks.iter();
        histogram(acks.map(|ack| ack.at.saturating_duration_since(ack.intended)))
    };
    let alone = delays(1);
    let before = crowd.views();
    other.resets();
    crowd.sees(before + crowd.size() as u64);
    let over = AtomicBool::new(false);
    let beside = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                made(&room.organiser, &room.path("/report.docx"));
                made(&room.organiser, &room.path("/report.xlsx"));
            }
        });
        let beside = delays(2);
        over.store(true, Ordering::Relaxed);
        beside
    });
    [alone, beside]
}
