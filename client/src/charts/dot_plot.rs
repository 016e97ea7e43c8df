//! Votes on a line as dots, piled where they fell.

use super::mark::Mark;

/// Columns of dots that are tried, widest dots first: from 5 to 1 hundredths of the line apart, in
/// steps that are small enough for the piles to fill the room. And how many there are where even
/// the narrowest pile is too high, and dots stand abreast.
const COLUMNS: [usize; 17] = [
    21, 23, 26, 28, 31, 33, 36, 38, 41, 46, 51, 56, 61, 68, 76, 88, 101,
];
const ABREAST: usize = 51;

/// Dots in columns on a fixed grid, from the line's start to its end.
pub struct DotPlot {
    /// From the line's start and up from the line, pile by pile.
    pub dots: Vec<Vec<(f64, f64)>>,
    /// Between the middles of two dots.
    pub pitch: f64,
    abreast: usize,
    unit: f64,
}

impl DotPlot {
    /// The largest dots whose tallest pile still fits; when none do, several abreast.
    pub fn of(values: &[f64], length: f64, room: f64) -> Self {
        let fits = COLUMNS
            .iter()
            .map(|columns| Self::with(values, *columns, (length, room), 1))
            .find(|plot| plot.abreast == 1);
        fits.unwrap_or_else(|| Self::with(values, ABREAST, (length, room), 1))
    }

    /// Several lines, one above the other, with dots of one size: as large as all tallest piles
    /// together allow, where no line takes less than `least` of the room.
    pub fn stacked(values: &[Vec<f64>], length: f64, (least, room): (f64, f64)) -> Vec<Self> {
        let all = |(columns, abreast): (usize, usize)| -> Vec<Self> {
            let plot = |values: &Vec<f64>| Self::with(values, columns, (length, room), abreast);
            values.iter().map(plot).collect()
        };
        let most = values.iter().map(Vec::len).max().unwrap_or(1);
        let singly = COLUMNS.into_iter().map(|columns| (columns, 1));
        let mut tried = singly.chain((2..=most).map(|abreast| (ABREAST, abreast)));
        let fits = tried.find_map(|(columns, abreast)| {
            let plots = all((columns, abreast));
            let high = plots.iter().map(|plot| plot.high().max(least));
            let alike = plots.iter().all(|plot| plot.abreast == abreast);
            (alike && high.sum::<f64>() <= room).then_some(plots)
        });
        fits.unwrap_or_else(|| all((ABREAST, most)))
    }

    /// How high its tallest pile is.
    pub fn high(&self) -> f64 {
        let piles = self.dots.iter().map(|pile| pile.len());
        piles.max().unwrap_or(0).div_ceil(self.abreast) as f64 * self.pitch
    }

    /// The dots on that base, the line's start at that place. A group for each pile: a new dot is
    /// the last of its own, and no other one changes its element.
    pub fn mark(&self, start: f64, base: f64) -> Mark {
        let dot = |(x, y): &(f64, f64)| Mark::Dot {
            x: start + x,
            y: base - y,
            radius: self.pitch * 0.44,
        };
        let pile = |dots: &Vec<(f64, f64)>| Mark::Group {
            class: "pile",
            transform: String::new(),
            marks: dots.iter().map(dot).collect(),
        };
        Mark::Group {
            class: "dots",
            transform: String::new(),
            marks: self.dots.iter().map(pile).collect(),
        }
    }

    /// At least so many dots abreast.
    fn with(values: &[f64], columns: usize, (length, room): (f64, f64), least: usize) -> Self {
        let unit = 100.0 / (columns - 1) as f64;
        let spacing = length / (columns - 1) as f64;
        let mut counts = vec![0_usize; columns];
        for value in values {
            counts[((value / unit + 0.5) as usize).min(columns - 1)] += 1;
        }
        let tallest = counts.iter().copied().max().unwrap_or(0);
        let fits =
            |abreast: &usize| tallest.div_ceil(*abreast) as f64 * spacing / *abreast as f64 <= room;
        let most = tallest.max(least);
        let abreast = (least..=most).find(fits).unwrap_or(most);
        let pitch = spacing / abreast as f64;
        let dot = |column: usize, count: usize, number: usize| {
            let (row, seat) = (number / abreast, number % abreast);
            let in_row = abreast.min(count - row * abreast);
            let x = column as f64 * spacing + (seat as f64 - (in_row - 1) as f64 / 2.0) * pitch;
            (x, (row as f64 + 0.5) * pitch)
        };
        let plot = counts.iter().enumerate().map(|(column, count)| {
            (0..*count)
                .map(|number| dot(column, *count, number))
                .collect()
        });
        Self {
            dots: plot.collect(),
            pitch,
            abreast,
            unit,
        }
    }

    /// How high a hill is beside them, as if they were smoothed: by what its share of votes is
    /// multiplied.
    pub fn curve_scale(&self, voters: u64) -> f64 {
        voters as f64 * self.unit * self.pitch / self.abreast as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Crowds that grow by one: as soon as dots have to shrink to fit, their piles go on filling
    /// the room.
    #[test]
    fn piles_fill_the_room_whatever_the_number_of_votes() {
        let at = |number: u64| {
            // Two camps, each about a bell: sums of what Knuth's multiplier makes of the number.
            let part = |turn: u64| (number * 4 + turn).wrapping_mul(2_654_435_761) % 1_000;
            let bell = (0..4).map(part).sum::<u64>() as f64 / 4_000.0 - 0.5;
            if number.is_multiple_of(3) {
                33.0 + bell * 70.0
            } else {
                68.0 + bell * 60.0
            }
        };
        for (length, room) in [(1100.0, 380.0), (930.0, 520.0), (1044.0, 250.0)] {
            for voters in 60..=400 {
                let values: Vec<f64> = (0..voters)
                    .map(|number| at(number).clamp(0.0, 100.0))
                    .collect();
                let plot = DotPlot::of(&values, length, room);
                let high = plot
                    .dots
                    .iter()
                    .flatten()
                    .map(|(_, y)| y + plot.pitch / 2.0)
                    .fold(0.0, f64::max);
                let largest = plot.dots.len() == COLUMNS[0];
                assert!(
                    high <= room + 0.1 && (largest || high > room * 0.62),
                    "{voters} in {length} × {room}: {high}"
                );
            }
        }
    }
}
