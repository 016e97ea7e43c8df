//! Where the words of a cloud stand: the most frequent in the middle, none turned, none dropped.
//!
//! Words are placed one by one, as they come in, on a plane for each shape of screen; see [`plane`]. A word once placed stays where it is,
//! and goes away when its place is needed for a more frequent one. Where one that is given more often can't be written larger without others
//! moving, it waits: at every beat a few move. The picture shows the part of the plane where words stand, and steps back as they get
//! more; see [`window`]. What has no room is the page's to list.
//!
//! A cloud is part of a room's fold, and beats are told by the times of its records, so that every page that shows it, and shows it again,
//! shows the same. The same steps give the same cloud on every machine. Knows no colours and no page.

use serde::{Deserialize, Serialize};

use crate::ids::Millis;
use crate::question::spellings::{Spellings, Standing};
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

/// From one beat to the next, in milliseconds: as long as words need to move, and an eye to follow.
const BEAT_MS: Millis = 500;
/// So many beats are caught up with at a time; a cloud that nobody adds to has settled by then.
const BEATS: u32 = 40;

/// The cloud of one question, on both shapes of screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clouds {
    /// Nothing as long as nobody gave a word: most questions of most rooms.
    planes: Option<Box<[Plane; 2]>>,
    /// The time of what was told last, of the last beat, and of the next one where there is something to do in it.
    at: Millis,
    last: Option<Millis>,
    due: Option<Millis>,
}

impl Clouds {
    /// It is that late by now; `entries` is how all words stand.
    pub fn catch_up(&mut self, at: Millis, entries: &Spellings) {
        self.at = self.at.max(at);
        for _ in 0..BEATS {
            let Some(due) = self.due.filter(|due| *due <= self.at) else { return };
            let planes = self.planes.iter_mut().flat_map(|planes| planes.iter_mut());
            planes.filter(|plane| plane.is_unsettled()).for_each(|plane| plane.settle(entries));
            (self.last, self.due) = (Some(due), self.is_unsettled().then_some(due + BEAT_MS));
        }
    }

    /// Takes note of how a word stands now.
    pub fn tell(&mut self, key: &str, now: &Standing) {
        let planes =
            self.planes.get_or_insert_with(|| Box::new([WIDE, TALL].map(|(width, height)| Plane::new(width, height))));
        planes.iter_mut().for_each(|plane| plane.tell(key, now));
    }

    /// Takes note of how all words stand, once the last one is told.
    pub fn look(&mut self, entries: &Spellings) {
        let all = entries.shown();
        self.planes.iter_mut().flat_map(|planes| planes.iter_mut()).for_each(|plane| plane.look(all));
        if all == 0 && self.keys().is_empty() {
            *self = Self::default();
        }
        if self.due.is_none() && self.is_unsettled() {
            self.due = Some(self.last.map_or(self.at, |last| self.at.max(last + BEAT_MS)));
        }
        self.catch_up(self.at, entries);
    }

    fn is_unsettled(&self) -> bool {
        self.planes.iter().flat_map(|planes| planes.iter()).any(Plane::is_unsettled)
    }

    /// When, after `now`, it may look otherwise by time alone.
    pub fn next_beat(&self, now: Millis) -> Option<Millis> {
        let due = self.due?;
        let next = due + now.saturating_add(1).saturating_sub(due).div_ceil(BEAT_MS) * BEAT_MS;
        (next < due + u64::from(BEATS) * BEAT_MS).then_some(next)
    }

    /// The keys of all words that have a place, or had one before they were hidden.
    pub fn keys(&self) -> Vec<String> {
        let planes = self.planes.iter().flat_map(|planes| planes.iter());
        let mut keys: Vec<String> = planes.flat_map(Plane::keys).cloned().collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// The cloud as pages show it at that moment; `entries` is how all words stand.
    pub fn view(&self, now: Millis, entries: &Spellings) -> Cloud {
        if self.due.is_some_and(|due| due <= now) {
            let mut later = self.clone();
            later.catch_up(now, entries);
            return later.shown();
        }
        self.shown()
    }

    fn shown(&self) -> Cloud {
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
