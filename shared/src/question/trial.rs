//! Forms as people would fill them in who are made up, so that a question can be tried out before
//! anybody is there.

/// What somebody who is made up draws lots with. The same seed fills in the same form.
pub(crate) struct TrialDraw<'a> {
    state: u64,
    words: &'a [&'a str],
}

impl<'a> TrialDraw<'a> {
    /// With words to give where words are asked for.
    pub fn new(seed: u64, words: &'a [&'a str]) -> Self {
        Self { state: seed, words }
    }

    /// A number from 0 up to and without 1, by SplitMix64 (Steele, Lea and Flood, 2014).
    pub fn fraction(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The same, but seldom near an end: the mean of three.
    pub fn middling(&mut self) -> f64 {
        (self.fraction() + self.fraction() + self.fraction()) / 3.0
    }

    /// A place among so many, the first ones oftener than the last.
    pub fn place(&mut self, among: usize) -> usize {
        let drawn = self.fraction();
        ((drawn * drawn * among as f64) as usize).min(among.saturating_sub(1))
    }

    /// A number from one to another, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        let span = most.saturating_sub(least) + 1;
        least + ((self.fraction() * span as f64) as usize).min(span - 1)
    }

    /// A word of so many characters at most; a letter where there is none.
    pub fn word(&mut self, length: usize) -> &'a str {
        let short = |word: &&&str| word.chars().count() <= length;
        let fitting: Vec<&&str> = self.words.iter().filter(short).collect();
        let place = self.place(fitting.len());
        fitting.get(place).map_or("A", |word| **word)
    }

    /// Some words, of so many characters at most.
    pub fn text(&mut self, length: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.between(3, 9) {
            let word = self.word(length);
            let longer = text.chars().count() + 1 + word.chars().count();
            if !text.is_empty() && longer > length {
                break;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text += word;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::TrialDraw;

    #[test]
    fn the_same_seed_draws_the_same_and_every_draw_is_within_its_bounds() {
        let words = ["samen", "buiten spelen", "rust"];
        let drawn = |seed| {
            let mut draw = TrialDraw::new(seed, &words);
            (0..50).map(|_| draw.text(20)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
        assert!(
            drawn(7)
                .iter()
                .all(|text| text.chars().count() <= 20 && !text.is_empty())
        );
        let mut draw = TrialDraw::new(1, &words);
        for _ in 0..1_000 {
            assert!((0.0..1.0).contains(&draw.middling()));
            assert!(draw.place(4) < 4);
            assert!((2..=5).contains(&draw.between(2, 5)));
        }
        assert_eq!(draw.word(2), "A");
    }

    #[test]
    fn the_first_of_some_places_are_drawn_oftener_and_none_is_left_out() {
        let mut draw = TrialDraw::new(3, &[]);
        let mut counts = [0; 5];
        (0..1_000).for_each(|_| counts[draw.place(5)] += 1);
        assert!(counts.is_sorted_by(|more, less| more > less), "{counts:?}");
        assert!(counts[4] > 50, "{counts:?}");
    }
}
