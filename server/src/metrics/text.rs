//! Figures as Prometheus reads them (text format 0.0.4).

use std::fmt::Write;

use super::FIGURES;
use super::count::Histogram;

/// What is known at the moment of asking only.
pub struct Now {
    /// Whether answers can be stored.
    pub storing: bool,
    /// Rooms in memory.
    pub rooms_loaded: usize,
    /// Resident memory in bytes.
    pub resident_bytes: Option<u64>,
    /// Files that may still be opened.
    pub descriptors_left: Option<u64>,
}

/// All figures.
pub fn all(now: &Now) -> String {
    let mut page = MetricsText::default();
    page.one(
        "peil_storing",
        "gauge",
        "Whether answers can be stored (1) or not (0).",
        u64::from(now.storing),
    );
    page.one(
        "peil_rooms_loaded",
        "gauge",
        "Rooms in memory.",
        now.rooms_loaded,
    );
    page.sockets();
    page.answers();
    page.storage();
    page.one(
        "peil_connections_left",
        "gauge",
        "Connections that are still taken.",
        FIGURES.connections_left.get(),
    );
    if let Some(left) = now.descriptors_left {
        page.one(
            "peil_descriptors_left",
            "gauge",
            "Files and sockets that may still be opened.",
            left,
        );
    }
    if let Some(bytes) = now.resident_bytes {
        page.one(
            "process_resident_memory_bytes",
            "gauge",
            "Resident memory of the process.",
            bytes,
        );
    }
    page.0
}

#[derive(Default)]
struct MetricsText(String);

impl MetricsText {
    fn sockets(&mut self) {
        self.named(
            "peil_sockets",
            "gauge",
            "Open sockets.",
            "audience",
            &FIGURES.sockets.all(),
        );
        let closed = FIGURES.sockets_closed.all();
        self.named(
            "peil_sockets_closed_total",
            "counter",
            "Sockets that peil closed.",
            "reason",
            &closed,
        );
        let behind = FIGURES.sockets_behind.get();
        self.one(
            "peil_sockets_behind",
            "gauge",
            "Sockets that have not taken all that was sent.",
            behind,
        );
        let bytes = FIGURES.socket_bytes.get();
        self.one(
            "peil_socket_bytes_total",
            "counter",
            "Bytes that went out to sockets.",
            bytes,
        );
        self.named(
            "peil_views_made_total",
            "counter",
            "New views.",
            "audience",
            &FIGURES.views_made.all(),
        );
        self.one(
            "peil_views_sent_total",
            "counter",
            "Views sent to sockets.",
            FIGURES.views_sent.get(),
        );
    }

    fn answers(&mut self) {
        let stored = FIGURES.answers_stored.get();
        self.one(
            "peil_answers_stored_total",
            "counter",
            "Answers that were stored, changes included.",
            stored,
        );
        self.histogram(
            "peil_ack_seconds",
            "From an answer to its acknowledgement.",
            &FIGURES.ack,
        );
        let waited = FIGURES.joins_waited.get();
        self.one(
            "peil_joins_waited_total",
            "counter",
            "Participants who had to wait until they could join.",
            waited,
        );
        self.named(
            "peil_refusals_total",
            "counter",
            "What was not done.",
            "code",
            &FIGURES.refusals.all(),
        );
    }

    fn storage(&mut self) {
        self.histogram(
            "peil_batch_events",
            "Events in one record of a room.",
            &FIGURES.batch_events,
        );
        self.histogram(
            "peil_commit_seconds",
            "One transaction with its fsync.",
            &FIGURES.commit,
        );
        self.histogram(
            "peil_commit_changes",
            "Records and documents in a transaction.",
            &FIGURES.commit_changes,
        );
        self.histogram(
            "peil_commit_bytes",
            "Bytes in one transaction.",
            &FIGURES.commit_bytes,
        );
        self.histogram(
            "peil_room_load_seconds",
            "Reading a room from its journal.",
            &FIGURES.room_load,
        );
        let unloaded = FIGURES.rooms_unloaded.get();
        self.one(
            "peil_rooms_unloaded_total",
            "counter",
            "Rooms that left memory since nobody looked.",
            unloaded,
        );
    }

    fn head(&mut self, name: &str, kind: &str, help: &str) {
        self.line(format_args!("# HELP {name} {help}\n# TYPE {name} {kind}"));
    }

    fn one(&mut self, name: &str, kind: &str, help: &str, value: impl std::fmt::Display) {
        self.head(name, kind, help);
        self.line(format_args!("{name} {value}"));
    }

    fn named(
        &mut self,
        name: &str,
        kind: &str,
        help: &str,
        label: &str,
        values: &[(&'static str, i64)],
    ) {
        self.head(name, kind, help);
        for (of, value) in values {
            self.line(format_args!("{name}{{{label}=\"{of}\"}} {value}"));
        }
    }

    fn histogram<const N: usize>(&mut self, name: &str, help: &str, histogram: &Histogram<N>) {
        self.head(name, "histogram", help);
        let (steps, count, sum) = histogram.read();
        for (bound, below) in steps {
            self.line(format_args!(
                "{name}_bucket{{le=\"{}\"}} {below}",
                rounded(bound)
            ));
        }
        self.line(format_args!(
            "{name}_bucket{{le=\"+Inf\"}} {count}\n{name}_sum {}\n{name}_count {count}",
            rounded(sum)
        ));
    }

    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        writeln!(self.0, "{text}").expect("a string takes everything");
    }
}

/// Without the dust that a factor of a millionth leaves behind.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
