//! How figures count and how they are written; the list in the documentation against what is
//! written.

use std::collections::BTreeSet;

use super::count::{Counter, Gauge, Histogram, MetricFamily, OTHER};
use super::text::{self, Now};

fn page() -> String {
    text::all(&Now {
        storing: true,
        rooms_loaded: 3,
        resident_bytes: Some(1),
        descriptors_left: Some(2),
    })
}

/// Every figure with its type, as the page says.
fn typed() -> BTreeSet<(String, String)> {
    let page = page();
    let types = page
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.split_once(' '));
    types
        .map(|(name, kind)| (name.to_owned(), kind.to_owned()))
        .collect()
}

#[test]
fn every_figure_is_in_the_document_with_its_type_and_no_other() {
    let document = include_str!("../../../docs/protocol.md");
    let section = document
        .split("### Figures")
        .nth(1)
        .expect("docs/protocol.md lists the figures");
    let section = section.split("\n##").next().unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed = rows.filter_map(|row| {
        let (name, rest) = row.split_once('`')?;
        let kind = rest.split('|').nth(1)?.trim();
        let name = name.split('{').next()?;
        Some((name.to_owned(), kind.to_owned()))
    });
    assert_eq!(listed.collect::<BTreeSet<_>>(), typed());
}

#[test]
fn the_dashboard_asks_for_figures_that_there_are() {
    let dashboard: serde_json::Value =
        serde_json::from_str(include_str!("../../../deploy/grafana-dashboard.json"))
            .expect("the dashboard is JSON");
    let text = dashboard.to_string();
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let asked = text
        .split(|c| !part(c))
        .filter(|word| word.starts_with("peil_") || word.starts_with("process_"));
    let base = |word: &str| {
        let cut = ["_bucket", "_sum", "_count"]
            .iter()
            .find_map(|end| word.strip_suffix(end));
        cut.unwrap_or(word).to_owned()
    };
    let asked: BTreeSet<String> = asked.map(base).collect();
    let known: BTreeSet<String> = typed().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        asked, known,
        "each figure has its place, and nothing else is asked for"
    );
}

#[test]
fn a_histogram_counts_up_to_and_including_its_bounds() {
    let histogram = Histogram::new([10, 100], 0.5);
    [0, 10, 11, 100, 101]
        .into_iter()
        .for_each(|size| histogram.observe(size));
    assert_eq!(histogram.read(), (vec![(5.0, 2), (50.0, 4)], 5, 111.0));
}

#[test]
fn names_keep_their_places_and_too_many_share_one() {
    let named: MetricFamily<Counter> = MetricFamily::counters();
    let names: Vec<&'static str> = (0..200)
        .map(|n| &*Box::leak(format!("n{n}").into_boxed_str()))
        .collect();
    for name in names.iter().chain(&names) {
        named.count(name);
    }
    let all = named.all();
    assert!(
        all.iter()
            .filter(|(name, _)| *name != OTHER)
            .all(|(_, count)| *count == 2)
    );
    assert_eq!(
        all.iter().map(|(_, count)| count).sum::<i64>(),
        400,
        "nothing is lost"
    );
    assert_eq!(all.last().map(|(name, _)| *name), Some(OTHER));
}

#[test]
fn a_gauge_comes_back_when_what_it_counts_is_gone() {
    static OPEN: Gauge = Gauge::zero();
    let one = super::count::GaugeGuard::by(&OPEN);
    assert_eq!(OPEN.get(), 1);
    drop(one);
    assert_eq!(OPEN.get(), 0);
}
