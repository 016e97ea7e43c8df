//! The figures of a bench as pictures, in SVG.

use std::fmt::Write;

use super::figures::{Figures, Percentile, TargetRow};

const WIDTH: f64 = 760.0;
/// Where bars and curves begin.
const LEFT: f64 = 290.0;
/// Where they end.
const RIGHT: f64 = 730.0;
/// Where the longest bar ends; figures stand behind it.
const BARS_END: f64 = 590.0;
const LINE: f64 = 30.0;

/// What was found as a share of what it may be, for every target that is not 0.
pub fn targets(figures: &Figures) -> String {
    let rows: Vec<TargetRow> = figures
        .rows()
        .into_iter()
        .filter(|row| row.target > 0.0)
        .collect();
    let most = rows
        .iter()
        .map(|row| row.found / row.target)
        .fold(1.25, f64::max);
    let at = |share: f64| LEFT + (BARS_END - LEFT) * share / most;
    let height = 70.0 + LINE * rows.len() as f64;
    let mut svg = begin(height, "What was found, as a share of the target");
    for (row, number) in rows.iter().zip(0..) {
        let y = 50.0 + LINE * f64::from(number);
        let (class, share) = (
            if row.is_reached() {
                "reached"
            } else {
                "missed"
            },
            row.found / row.target,
        );
        let TargetRow {
            what,
            unit,
            found,
            target,
            ..
        } = row;
        let width = at(share) - LEFT;
        put(
            &mut svg,
            &format!(
                r#"<text x="{}" y="{}" text-anchor="end">{what}</text>"#,
                LEFT - 10.0,
                y + 14.0
            ),
        );
        put(
            &mut svg,
            &format!(
                r#"<rect class="{class}" x="{LEFT}" y="{y}" width="{width:.1}" height="20"/>"#
            ),
        );
        let label = format!("{found:.2} of {target} {unit}");
        put(
            &mut svg,
            &format!(
                r#"<text x="{RIGHT}" y="{}" text-anchor="end">{label}</text>"#,
                y + 14.0
            ),
        );
    }
    let (x, bottom) = (at(1.0), height - 14.0);
    put(
        &mut svg,
        &format!(r#"<line x1="{x:.1}" y1="42" x2="{x:.1}" y2="{bottom}"/>"#),
    );
    put(
        &mut svg,
        &format!(r#"<text x="{x:.1}" y="36" text-anchor="middle">target</text>"#),
    );
    svg + "</svg>\n"
}

/// How many of a hundred votes were acknowledged, and were on the stage, after how long.
pub fn delays(figures: &Figures) -> String {
    let curves = [
        ("ack, everybody in one second", "ack", &figures.ack_ms),
        ("stage, steady", "stage", &figures.stage_ms),
    ];
    let most = curves
        .iter()
        .flat_map(|(_, _, curve)| *curve)
        .map(|point| point.ms)
        .fold(200.0, f64::max);
    let (left, top, bottom) = (60.0, 50.0, 290.0);
    let at = |point: &Percentile| {
        (
            left + (RIGHT - left) * point.ms / most,
            bottom - (bottom - top) * point.percent / 100.0,
        )
    };
    let mut svg = begin(
        340.0,
        "Of a hundred votes, how many were there after how many milliseconds",
    );
    for percent in [0.0, 50.0, 99.0] {
        let (_, y) = at(&Percentile { percent, ms: 0.0 });
        put(
            &mut svg,
            &format!(r#"<line class="grid" x1="{left}" y1="{y:.1}" x2="{RIGHT}" y2="{y:.1}"/>"#),
        );
        put(
            &mut svg,
            &format!(
                r#"<text x="{}" y="{:.1}" text-anchor="end">{percent}</text>"#,
                left - 8.0,
                y + 5.0
            ),
        );
    }
    for quarter in 0..=4 {
        let ms = most * f64::from(quarter) / 4.0;
        let (x, y) = at(&Percentile { percent: 0.0, ms });
        put(
            &mut svg,
            &format!(
                r#"<text x="{x:.1}" y="{}" text-anchor="middle">{ms:.0} ms</text>"#,
                y + 22.0
            ),
        );
    }
    for ((name, class, curve), number) in curves.into_iter().zip(0..) {
        let points: String = curve
            .iter()
            .map(at)
            .map(|(x, y)| format!("{x:.1},{y:.1} "))
            .collect();
        put(
            &mut svg,
            &format!(
                r#"<polyline class="{class}" points="{}"/>"#,
                points.trim_end()
            ),
        );
        let y = bottom - 20.0 - 22.0 * f64::from(number);
        put(
            &mut svg,
            &format!(
                r#"<text class="{class}" x="{}" y="{y}" text-anchor="end">{name}</text>"#,
                RIGHT - 10.0
            ),
        );
    }
    svg + "</svg>\n"
}

fn begin(height: f64, title: &str) -> String {
    let style = "text{font:14px sans-serif;fill:#1a1a1a}line{stroke:#1a1a1a;stroke-dasharray:4 3}.grid{opacity:.3}\
                 .reached{fill:#2a7f9e}.missed{fill:#b3401f}polyline{fill:none;stroke-width:2.5}\
                 polyline.ack{stroke:#b3401f}text.ack{fill:#b3401f}polyline.stage{stroke:#1f6f8c}text.stage{fill:#1f6f8c}";
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n<title>{title}</title>\n\
         <style>{style}</style>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n\
         <text x=\"16\" y=\"22\">{title}</text>\n"
    )
}

fn put(svg: &mut String, element: &str) {
    writeln!(svg, "{element}").expect("text takes text");
}
