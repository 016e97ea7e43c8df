//! Where the words of a cloud stand: the most frequent in the middle, none turned, none dropped.
//!
//! Words are placed one by one, as they come in, on a plane for each shape of screen; see [`plane`]. A word once placed stays where it is: it
//! moves when it is given so much more often that it gets larger and can't do so in its place, and goes away when its place is needed for a more
//! frequent one. The picture shows the part of the plane where words stand, and steps back as they get more; see [`window`]. What has no
//! room is the page's to list.
//!
//! A cloud is part of a room's fold, so that every page that shows it, and shows it again, shows the same. The same steps give the same
//! cloud on every machine. Knows no colours and no page.

use serde::{Deserialize, Serialize};

use crate::question::spellings::Standing;
use plane::{Plane, Word};

mod grid;
mod letters;
mod plane;
mod slots;
#[cfg(test)]
mod tests;
mod window;

/// Width and height of the picture on wide screens, in its units.
pub const WIDE: (u32, u32) = (1600, 520);
/// The same on 4:3 screens.
pub const TALL: (u32, u32) = (1400, 680);
/// How much narrower the picture is with a list beside it.
pub const LIST_WIDTH: u32 = 300;
/// The edge of a cell, in units of the plane.
const CELL: u32 = 4;

/// The cloud of one question, on both shapes of screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clouds {
    /// Nothing as long as nobody gave a word: most questions of most rooms.
    planes: Option<Box<[Plane; 2]>>,
}

impl Clouds {
    /// Takes note of how a word stands now; `before` is how often it was given and shown when last told.
    pub fn tell(&mut self, key: &str, before: u64, now: &Standing) {
        let planes =
            self.planes.get_or_insert_with(|| Box::new([WIDE, TALL].map(|(width, height)| Plane::new(width, height))));
        planes.iter_mut().for_each(|plane| plane.tell(key, before, now));
    }

    /// Takes note of how many words there are in all, once the last one is told.
    pub fn look(&mut self, all: usize) {
        self.planes.iter_mut().flat_map(|planes| planes.iter_mut()).for_each(|plane| plane.look(all));
        if all == 0 && self.keys().is_empty() {
            self.planes = None;
        }
    }

    /// The keys of all words that have a place, or had one before they were hidden.
    pub fn keys(&self) -> Vec<String> {
        let planes = self.planes.iter().flat_map(|planes| planes.iter());
        let mut keys: Vec<String> = planes.flat_map(Plane::keys).cloned().collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// The cloud as pages show it.
    pub fn view(&self) -> Cloud {
        let Some([wide, tall]) = self.planes.as_deref() else { return Cloud::empty() };
        let only_tall = tall.words().filter(|(key, _)| wide.word(key).is_none());
        let word = |(key, word): (&str, &Word)| CloudWord {
            text: word.text.clone(),
            count: word.count,
            wide: wide.word(key).map(Spot::of),
            tall: tall.word(key).map(Spot::of),
        };
        let words = wide.words().chain(only_tall).map(word).collect();
        Cloud { wide: Picture::of(wide), tall: Picture::of(tall), words }
    }
}

/// A cloud as pages show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cloud {
    /// What wide screens show.
    pub wide: Picture,
    /// What 4:3 screens show.
    pub tall: Picture,
    /// Every word that has a place in one of them.
    pub words: Vec<CloudWord>,
}

impl Cloud {
    fn empty() -> Self {
        let [wide, tall] = [WIDE, TALL].map(|(width, height)| Picture { width, height, x: 0, y: 0, zoom: 1.0 });
        Self { wide, tall, words: Vec::new() }
    }
}

/// What a picture shows of the plane on which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The picture's width, in its units; less where a list stands beside it.
    pub width: u32,
    /// The picture's height.
    pub height: u32,
    /// What is in its middle, in units of the plane.
    pub x: i32,
    /// The same, downwards.
    pub y: i32,
    /// How much the plane is enlarged.
    pub zoom: f64,
}

/// A word that has a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudWord {
    /// Its most frequent spelling.
    pub text: String,
    /// How many people gave it.
    pub count: u64,
    /// Its place on wide screens, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wide: Option<Spot>,
    /// Its place on 4:3 screens, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tall: Option<Spot>,
}

/// Where a word stands, in units of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, i32, i32, u32)", into = "(u32, i32, i32, u32)")]
pub struct Spot {
    /// Its own number as long as it stands; later words get other ones. There are hardly more numbers than words.
    pub slot: u32,
    /// The middle of the word.
    pub x: i32,
    /// The line it stands on.
    pub baseline: i32,
    /// The size of its letters.
    pub size: u32,
}

impl Spot {
    fn of(word: &Word) -> Self {
        let (x, baseline) = word.place();
        Self { slot: word.slot, x, baseline, size: word.size }
    }

    /// The weight of the letters.
    pub fn weight(self) -> u16 {
        letters::weight(self.size)
    }
}

impl From<(u32, i32, i32, u32)> for Spot {
    fn from((slot, x, baseline, size): (u32, i32, i32, u32)) -> Self {
        Self { slot, x, baseline, size }
    }
}

impl From<Spot> for (u32, i32, i32, u32) {
    fn from(Spot { slot, x, baseline, size }: Spot) -> Self {
        (slot, x, baseline, size)
    }
}

impl Picture {
    fn of(plane: &Plane) -> Self {
        let (width, height) = plane.picture();
        let (x, y, zoom) = plane.window().map_or((0, 0, 1.0), |window| (window.x, window.y, window.zoom()));
        Self { width, height, x, y, zoom }
    }
}
