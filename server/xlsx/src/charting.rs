//! Charts of tables, drawn by whatever program opens the file.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType,
    Worksheet, XlsxError,
};

use crate::{BookChart, ChartForm};

/// The hues of series, in the order of peil's own.
const HUES: [&str; 5] = ["#0B5CAD", "#C2410C", "#0B7A53", "#7A3E9D", "#8A6A00"];
/// How wide a chart is, and what a row and a bar take of its height, in pixels.
const WIDTH: u32 = 640;
const ROW: u32 = 20;
const BAR: u32 = 26;
const HEIGHTS: std::ops::RangeInclusive<u32> = 260..=900;
/// So many rows of a table are drawn: more are not told apart.
const ROWS_MAX: u32 = 40;

/// Where a table lies in its sheet.
pub struct TablePosition<'a> {
    pub tab: &'a str,
    /// The row of its heading.
    pub top: u32,
    /// The first row of its numbers, and how many there are.
    pub first: u32,
    pub rows: u32,
    pub columns: u16,
}

/// Draws it at the right of the table. The first row that is free below it.
pub fn insert(
    worksheet: &mut Worksheet,
    wanted: &BookChart,
    table: &TablePosition<'_>,
) -> Result<u32, XlsxError> {
    let rows = table.rows.min(ROWS_MAX);
    let last = table.first + rows - 1;
    let mut chart = Chart::new(match wanted.form {
        ChartForm::Bars => ChartType::Bar,
        ChartForm::Columns => ChartType::Column,
    });
    chart.title().set_name(&wanted.title);
    for (series, hue) in wanted.series.iter().zip(HUES.iter().cycle()) {
        let fill = ChartSolidFill::new().set_color(*hue).clone();
        chart
            .add_series()
            .set_name((table.tab, table.first - 1, *series))
            .set_categories((table.tab, table.first, 0, last, 0))
            .set_values((table.tab, table.first, *series, last, *series))
            .set_format(ChartFormat::new().set_solid_fill(&fill));
    }
    if wanted.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    if wanted.form == ChartForm::Bars {
        // The first row stands on top, as it does in the table.
        chart
            .x_axis()
            .set_reverse()
            .set_crossing(ChartAxisCrossing::Max);
    }
    let bars = rows * wanted.series.len().max(1) as u32;
    let height = match wanted.form {
        ChartForm::Bars => 120 + bars * BAR,
        ChartForm::Columns => 320,
    };
    let height = height.clamp(*HEIGHTS.start(), *HEIGHTS.end());
    chart.set_width(WIDTH).set_height(height);
    worksheet.insert_chart(table.top, table.columns + 1, &chart)?;
    Ok(table.top + height.div_ceil(ROW) + 1)
}
