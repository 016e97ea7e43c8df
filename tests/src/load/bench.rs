//! The bench: everything that is measured, in its order, on one peil of its own.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;

use super::account::{Account, listen_overflows};
use super::afterwards::{Afterwards, afterwards};
use super::arrival::{Arrival, arrive};
use super::bar::Bar;
use super::crowd::PhoneCrowd;
use super::fanout::{FanoutCost, Turns, made, shown};
use super::figures::{Figures, Percentile};
use super::floor::echoes;
use super::stage::{FollowingStage, histogram};
use super::voter::{OPTIONS, Votes, option_of, vote};
use crate::{ControlPress, Peil, Presenter, SampleQuestion, sample, until};

/// Phones that come and go before anything is measured: what the first brings to memory is not what
/// each costs.
const FIRST: usize = 50;
const QUESTION: &str = "pet";
/// More than ever come: what is measured is a hall that comes in, and not one that waits.
const ALL: u32 = 1_000_000;
/// A server is at rest that has not given memory back for so long.
const RESTING: Duration = Duration::from_secs(6);
/// Figures of a bench, for its bar.
const STEPS: usize = 10;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Phones in the full room.
    pub phones: usize,
    /// Phones in the small one.
    pub few: usize,
    /// Phones that arrive at once, each loading the page.
    pub arriving: usize,
    /// Turns of the fan-out and the floor.
    pub turns: Turns,
    /// Votes a second while the stage is watched.
    pub steady: usize,
    /// For how many seconds.
    pub steady_s: usize,
    /// Views whose making is measured.
    pub views: u64,
    /// People of whose room files are made.
    pub reported: usize,
    /// Questions that as many answered, of the page with what came out.
    pub questions: usize,
}

impl Plan {
    /// What the targets speak of.
    pub const FULL: Self = Self {
        phones: 18_000,
        few: 1_000,
        arriving: 2_000,
        turns: Turns {
            rounds: 15,
            views: 2,
        },
        steady: 1_000,
        steady_s: 15,
        views: 150,
        reported: 1_000,
        questions: 100,
    };
    /// Enough to count, in less than a minute with a binary that is not optimised; too little to
    /// say what anything costs.
    pub const QUICK: Self = Self {
        phones: 600,
        few: 100,
        arriving: 60,
        turns: Turns {
            rounds: 2,
            views: 2,
        },
        steady: 150,
        steady_s: 3,
        views: 10,
        reported: 50,
        questions: 6,
    };
}

/// A peil with a room, under measurement.
struct Bench {
    plan: Plan,
    peil: Peil,
    presenter: Presenter,
    bar: Bar,
    overflows: u64,
}

/// What the votes of one second came to.
struct Second {
    votes: Votes,
    cpu_us: f64,
}

/// Measures.
#[track_caller]
pub fn bench(plan: Plan) -> Figures {
    let begun = Instant::now();
    let mut bar = Bar::new(STEPS);
    bar.step("a server of its own");
    let peil = Peil::starts_where_join(ALL, 1_000.0);
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let mut bench = Bench {
        plan,
        peil,
        presenter,
        bar,
        overflows: 0,
    };

    // The full hall comes first: what an earlier crowd has left in the server's memory would be
    // used again, and not be counted.
    let stage = FollowingStage::follows(&bench.peil, &bench.presenter);
    bench.presenter.opens(QUESTION);
    bench.presenter.closes();
    let (crowd, memory) = bench.gathers();
    let many = bench.fanout(&crowd);
    let steady = bench.steady(&crowd, &stage);
    let second = bench.second(&crowd);
    let echo_us = bench.echo();
    drop(crowd);
    let [view_us, crowded_view_us] = bench.views(stage);
    let few = bench.few();
    let arrival = bench.arrival();
    let files = bench.files();
    let [lost, double] = bench.counts(&second.votes);
    bench.bar.done();

    let vote_us = second.cpu_us / plan.phones as f64;
    let acks = histogram(
        second
            .votes
            .acks
            .iter()
            .map(|ack| ack.at.saturating_duration_since(ack.intended)),
    );
    let last_ack = second
        .votes
        .acks
        .iter()
        .map(|ack| ack.at)
        .max()
        .expect("everybody was answered");
    Figures {
        sockets: plan.phones,
        frame_bytes: many.fanout.frame_bytes,
        floor_us: many.fanout.floor_us,
        fanout_us: many.fanout.server_us,
        fanout_to_floor: many.fanout.server_us / many.fanout.floor_us,
        rss_per_participant_kib: memory.each_kib,
        rss_peak_per_participant_kib: memory.peak_kib,
        join_s: many.join.as_secs_f64(),
        listen_overflows: bench.overflows,
        votes: plan.phones,
        votes_lost: lost,
        votes_double: double,
        votes_sent_again: second.votes.again,
        votes_refused: second.votes.refused,
        last_ack_s: last_ack
            .saturating_duration_since(second.votes.last)
            .as_secs_f64(),
        ack_ms: percentiles(&acks),
        vote_us,
        echo_us,
        vote_cpu_to_echo: vote_us / echo_us,
        stage_p99_ms: milliseconds(&steady, 99.0),
        stage_ms: percentiles(&steady),
        few_sockets: plan.few,
        few_floor_us: few.floor_us,
        few_fanout_us: few.server_us,
        growth: many.fanout.server_us / few.server_us,
        floor_growth: many.fanout.floor_us / few.floor_us,
        view_us,
        crowded_view_us,
        view_growth: crowded_view_us / view_us,
        page_phones: plan.arriving,
        page_assets: arrival.assets.len(),
        page_join_s: arrival.seconds,
        page_errors: arrival.errors,
        xlsx_s: files.xlsx_s,
        docx_s: files.docx_s,
        pdf_s: files.pdf_s,
        results_page_ms: files.results_page_ms,
        results_page_answers: files.results_page_answers,
        ack_alone_p99_ms: files.ack_alone_p99_ms,
        ack_beside_files_p99_ms: files.ack_beside_files_p99_ms,
        bench_s: begun.elapsed().as_secs_f64(),
    }
}

/// Resident memory for each who is there: at rest, and at most while they came.
struct Memory {
    each_kib: f64,
    peak_kib: f64,
}

/// The fan-out in the full room, and how long the room took to fill.
struct Many {
    fanout: FanoutCost,
    join: Duration,
}

impl Bench {
    /// Phones that load the page, in a room of their own.
    fn arrival(&mut self) -> Arrival {
        self.bar.step("phones that load the page and vote");
        let presenter = self
            .peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice]));
        presenter.opens(QUESTION);
        let before = listen_overflows();
        let arrival = arrive(self.plan.arriving, self.peil.address(), presenter.code());
        self.overflows += listen_overflows() - before;
        let stored = presenter.results(QUESTION).voters();
        assert_eq!(
            stored as usize + arrival.errors.len(),
            self.plan.arriving,
            "who is there has voted, once"
        );
        arrival
    }

    /// What comes after the event.
    fn files(&mut self) -> Afterwards {
        self.bar
            .step("files of a room, and the page with its results");
        let Plan {
            reported,
            questions,
            few,
            ..
        } = self.plan;
        afterwards(&self.peil, reported, questions, few)
    }

    /// The fan-out to a small room.
    fn few(&mut self) -> FanoutCost {
        self.bar.step("views to a small crowd, and the floor");
        let presenter = self
            .peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice]));
        presenter.opens(QUESTION);
        let crowd = PhoneCrowd::gathers(self.plan.few, self.peil.address(), presenter.code());
        // Views to few are cheap: more of them say more.
        let turns = Turns {
            views: 4 * self.plan.turns.views,
            ..self.plan.turns
        };
        shown(&self.peil, &presenter, &crowd, turns)
    }

    /// Fills the room.
    fn gathers(&mut self) -> (PhoneCrowd, Memory) {
        self.bar.step("a crowd that fills at once");
        drop(PhoneCrowd::gathers(
            FIRST,
            self.peil.address(),
            self.presenter.code(),
        ));
        self.settled(FIRST, 0);
        let empty = self.at_rest();
        let before = listen_overflows();
        let crowd =
            PhoneCrowd::gathers(self.plan.phones, self.peil.address(), self.presenter.code());
        self.overflows += listen_overflows() - before;
        self.settled(FIRST + self.plan.phones, self.plan.phones);
        let full = self.at_rest();
        let each = |bytes: u64| {
            bytes.saturating_sub(empty.resident) as f64 / self.plan.phones as f64 / 1024.0
        };
        (
            crowd,
            Memory {
                each_kib: each(full.resident),
                peak_kib: each(full.resident_peak),
            },
        )
    }

    /// Once memory has not shrunk for a while: what handshakes needed is given back within seconds,
    /// when somebody asks for something.
    fn at_rest(&self) -> Account {
        let mut least = Account::of(self.peil.process_id());
        let mut since = Instant::now();
        while since.elapsed() < RESTING {
            std::thread::sleep(RESTING / 10);
            self.presenter.room();
            let now = Account::of(self.peil.process_id());
            if now.resident < least.resident {
                (least, since) = (now, Instant::now());
            }
        }
        least
    }

    /// Waits until the room counts these who joined, and these who are connected.
    fn settled(&self, participants: usize, present: usize) {
        until("the room counts everybody", || {
            let room = self.presenter.room();
            (room.participants == participants as u64 && room.present == present as u64)
                .then_some(())
        });
    }

    fn fanout(&mut self, crowd: &PhoneCrowd) -> Many {
        self.bar.step("views to the full crowd, and the floor");
        let before = crowd.views();
        self.presenter.does(ControlPress::new("open"));
        crowd.sees(before + crowd.size() as u64);
        Many {
            fanout: shown(&self.peil, &self.presenter, crowd, self.plan.turns),
            join: crowd.join,
        }
    }

    /// Votes at a steady rate: how long each took to the stage.
    fn steady(&mut self, crowd: &PhoneCrowd, stage: &FollowingStage) -> Histogram<u64> {
        self.bar.step("votes at a steady rate, to the stage");
        self.presenter.does(ControlPress::new("open"));
        let voters = (self.plan.steady * self.plan.steady_s).min(self.plan.phones);
        let over = Duration::from_secs_f64(voters as f64 / self.plan.steady as f64);
        let votes = crowd.votes(QUESTION, 1, voters, over);
        stage.delays(&votes.acks)
    }

    /// Everybody votes within one second, in a new round.
    fn second(&mut self, crowd: &PhoneCrowd) -> Second {
        self.bar.step("everybody votes within one second");
        let before = crowd.views();
        let room = self.presenter.resets();
        assert!(
            room.is_open(QUESTION),
            "an open question stays open in its new round: {room:?}"
        );
        crowd.sees(before + crowd.size() as u64);
        let before = Account::of(self.peil.process_id()).cpu_us;
        let votes = crowd.votes(QUESTION, 2, crowd.size(), Duration::from_secs(1));
        Second {
            votes,
            cpu_us: Account::of(self.peil.process_id()).cpu_us - before,
        }
    }

    /// What an echo of the same frames costs.
    fn echo(&mut self) -> f64 {
        self.bar.step("an echo of the same frames");
        // A header and a mask come before what a phone says.
        let frame =
            6 + if vote(0, QUESTION, 2).len() > 125 {
                2
            } else {
                0
            } + vote(0, QUESTION, 2).len();
        echoes(self.plan.phones, frame, Duration::from_secs(1), 3)
    }

    /// What a view costs in a room without answers, and in the one that everybody has answered and
    /// left.
    fn views(&mut self, stage: FollowingStage) -> [f64; 2] {
        self.bar
            .step("views of an empty room, and of one that everybody answered");
        until("everybody has left", || {
            (self.presenter.room().present == 0).then_some(())
        });
        stage.has_seen(self.presenter.closes().seq);
        let crowded = made(&self.peil, &self.presenter, &stage, self.plan.views);
        drop(stage);
        let presenter = self
            .peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice]));
        let stage = FollowingStage::follows(&self.peil, &presenter);
        // One view each: what is opened and closed between two views was never seen.
        stage.has_seen(presenter.opens(QUESTION).seq);
        stage.has_seen(presenter.closes().seq);
        [
            made(&self.peil, &presenter, &stage, self.plan.views),
            crowded,
        ]
    }

    /// Kills the server, starts it again, and counts: acknowledged votes that are gone, and votes
    /// that are there more than once.
    fn counts(&mut self, votes: &Votes) -> [u64; 2] {
        self.peil.kill_9();
        self.peil.start_again();
        let results = self.presenter.results(QUESTION);
        assert_eq!(results.round, 2, "{results:?}");
        let mut sent = [0; OPTIONS];
        let phones: HashSet<usize> = votes
            .acks
            .iter()
            .filter(|ack| ack.turn == 2)
            .map(|ack| ack.phone)
            .collect();
        phones
            .iter()
            .for_each(|phone| sent[option_of(*phone) - 1] += 1);
        let stored = results.votes();
        let apart = |more: fn(u64, u64) -> u64| {
            stored
                .iter()
                .zip(sent)
                .map(|(is, was)| more(*is, was))
                .sum::<u64>()
        };
        let lost =
            apart(|is, was| was.saturating_sub(is)) + (self.plan.phones - phones.len()) as u64;
        let double =
            apart(|is, was| is.saturating_sub(was)) + (votes.acks.len() - phones.len()) as u64;
        [lost, double]
    }
}

fn milliseconds(delays: &Histogram<u64>, percent: f64) -> f64 {
    delays.value_at_percentile(percent) as f64 / 1_000.0
}

fn percentiles(delays: &Histogram<u64>) -> Vec<Percentile> {
    let percents = [0.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 100.0];
    percents
        .map(|percent| Percentile {
            percent,
            ms: milliseconds(delays, percent),
        })
        .to_vec()
}
