//! What a bench found, and what it should be.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

/// Everything that was measured. Times are in the unit of their name, `us` is processor time and
/// never time on the wall.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Figures {
    /// Phones in the full room.
    pub sockets: usize,
    /// A view on the wire, in bytes.
    pub frame_bytes: usize,
    /// The bare loop, for each frame.
    pub floor_us: f64,
    /// The server, for each frame that arrived.
    pub fanout_us: f64,
    /// The second over the first.
    pub fanout_to_floor: f64,
    /// Resident memory of the server for each participant, once it is at rest.
    pub rss_per_participant_kib: f64,
    /// The same at its most, while they came in.
    pub rss_peak_per_participant_kib: f64,
    /// Until all were greeted.
    pub join_s: f64,
    /// Connections that were turned away at some door of this machine, while phones joined.
    pub listen_overflows: u64,
    /// Votes within one second.
    pub votes: usize,
    /// Of these, not there after a kill.
    pub votes_lost: u64,
    /// Of these, there or acknowledged more than once.
    pub votes_double: u64,
    /// How often a phone was asked to send again.
    pub votes_sent_again: u64,
    /// How often a phone was refused.
    pub votes_refused: u64,
    /// From the last vote to the last acknowledgement.
    pub last_ack_s: f64,
    /// From the moment a vote was to be sent to its acknowledgement.
    pub ack_ms: Vec<Percentile>,
    /// The server, for each acknowledged vote.
    pub vote_us: f64,
    /// The bare echo, for each frame.
    pub echo_us: f64,
    /// The first over the second.
    pub vote_cpu_to_echo: f64,
    /// From the moment a vote was to be sent to the stage that shows it.
    pub stage_p99_ms: f64,
    /// The same, more of it.
    pub stage_ms: Vec<Percentile>,
    /// Phones in the small room.
    pub few_sockets: usize,
    /// The bare loop there.
    pub few_floor_us: f64,
    /// The server there.
    pub few_fanout_us: f64,
    /// A frame in the full room over one in the small room.
    pub growth: f64,
    /// The same of the bare loop.
    pub floor_growth: f64,
    /// What it costs to change the room and show the stage, without answers.
    pub view_us: f64,
    /// The same once everybody has answered.
    pub crowded_view_us: f64,
    /// The second over the first.
    pub view_growth: f64,
    /// Phones that loaded the page.
    pub page_phones: usize,
    /// Files that each of them loaded besides.
    pub page_assets: usize,
    /// Until the last of them had voted.
    pub page_join_s: f64,
    /// What went wrong, for each that did not get there.
    pub page_errors: Vec<String>,
    /// A spreadsheet of 1,000 people and 15 questions, on the wall.
    pub xlsx_s: f64,
    /// The report of the same for Word.
    pub docx_s: f64,
    /// The same as a PDF.
    pub pdf_s: f64,
    /// The page with what came out of a large room, on the wall.
    pub results_page_ms: f64,
    /// Answers of that room.
    pub results_page_answers: u64,
    /// From a vote in another room to its acknowledgement, 99 of 100, while no files are made.
    pub ack_alone_p99_ms: f64,
    /// The same while files are made without a pause.
    pub ack_beside_files_p99_ms: f64,
    /// How long all of it took.
    pub bench_s: f64,
}

/// How long it took at most for so many of a hundred.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Percentile {
    /// Of a hundred.
    pub percent: f64,
    /// At most.
    pub ms: f64,
}

/// A figure that has a target: at most that.
#[derive(Clone, Copy, Debug)]
pub struct TargetRow {
    /// What it is of.
    pub what: &'static str,
    /// Its name in the JSON.
    pub key: &'static str,
    /// What was found.
    pub found: f64,
    /// What it may be.
    pub target: f64,
    /// Its unit.
    pub unit: &'static str,
}

impl TargetRow {
    /// Whether the target is reached.
    pub fn is_reached(&self) -> bool {
        self.found <= self.target
    }
}

impl Figures {
    /// Every figure that has a target.
    #[rustfmt::skip]
    pub fn rows(&self) -> Vec<TargetRow> {
        let row = |what, key, found, target, unit| TargetRow { what, key, found, target, unit };
        vec![
            row("a frame to everybody, to the bare loop", "fanout_to_floor", self.fanout_to_floor, 1.15, "×"),
            row("memory of an idle participant", "rss_per_participant_kib", self.rss_per_participant_kib, 5.0, "KiB"),
            row("everybody joins at once", "join_s", self.join_s, 3.0, "s"),
            row("connections turned away", "listen_overflows", self.listen_overflows as f64, 0.0, ""),
            row("acknowledged votes lost by a kill", "votes_lost", self.votes_lost as f64, 0.0, ""),
            row("votes that count twice", "votes_double", self.votes_double as f64, 0.0, ""),
            row("from the last vote to the last ack", "last_ack_s", self.last_ack_s, 2.0, "s"),
            row("a vote on disk, to a bare echo", "vote_cpu_to_echo", self.vote_cpu_to_echo, 3.0, "×"),
            row("from vote to stage, 99 of 100", "stage_p99_ms", self.stage_p99_ms, 150.0, "ms"),
            row("a frame, full hall to small hall", "growth", self.growth, 1.1, "×"),
            row("a view, everybody answered to nobody", "view_growth", self.view_growth, 1.1, "×"),
            row("page, assets, socket and vote", "page_join_s", self.page_join_s, 10.0, "s"),
            row("a spreadsheet, 1,000 people × 15", "xlsx_s", self.xlsx_s, 1.0, "s"),
            row("the report for Word of the same", "docx_s", self.docx_s, 2.0, "s"),
            row("the same as a PDF", "pdf_s", self.pdf_s, 5.0, "s"),
            row("what came out of 100,000 answers", "results_page_ms", self.results_page_ms, 200.0, "ms"),
            row("phones that did not get there", "page_errors", self.page_errors.len() as f64, 0.0, ""),
        ]
    }

    /// The figures as a table for a terminal.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{} phones; a frame of {} bytes costs {:.2} µs, the bare loop {:.2} µs; a vote {:.1} µs, a bare echo {:.1} µs\n\n",
            self.sockets,
            self.frame_bytes,
            self.fanout_us,
            self.floor_us,
            self.vote_us,
            self.echo_us
        );
        table.push_str(&Self::lines(&self.rows()));
        table
    }

    /// A line for each figure, with its target.
    pub fn lines(rows: &[TargetRow]) -> String {
        let mut lines = String::new();
        for row in rows {
            let verdict = if row.is_reached() {
                "reached"
            } else {
                "MISSED"
            };
            let (found, target) = (shown(row.found), shown(row.target));
            let TargetRow {
                what, key, unit, ..
            } = row;
            let line = writeln!(
                lines,
                "{what:38} {key:24} {found:>8} {unit:3}  at most {target:>5} {unit:3} {verdict}"
            );
            line.expect("text takes text");
        }
        lines
    }

    /// The figures that must be 0 on any machine, however busy.
    pub fn counts(&self) -> Vec<TargetRow> {
        let counts = [
            "listen_overflows",
            "votes_lost",
            "votes_double",
            "page_errors",
        ];
        self.rows()
            .into_iter()
            .filter(|row| counts.contains(&row.key))
            .collect()
    }

    /// What must hold on any machine, however busy: counts, never times.
    pub fn wrong_counts(&self) -> Vec<String> {
        let wrong = self.counts().into_iter().filter(|row| !row.is_reached());
        let mut wrong: Vec<String> = wrong
            .map(|row| format!("{} is {}, not 0", row.key, row.found))
            .collect();
        wrong.extend(self.page_errors.iter().take(3).cloned());
        wrong
    }
}

/// Few digits: as many as such a figure is good for.
fn shown(figure: f64) -> String {
    match figure {
        whole if whole.fract() == 0.0 => format!("{whole}"),
        large if large >= 20.0 => format!("{large:.0}"),
        small => format!("{small:.2}"),
    }
}
