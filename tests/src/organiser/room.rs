//! A room as the API shows it.

use serde::Deserialize;

/// `GET /api/v1/rooms/{room}`.
#[derive(Clone, Debug, Deserialize)]
pub struct RoomJson {
    /// The id of the room.
    pub room: String,
    /// Its code.
    pub code: String,
    /// The title of its deck.
    pub title: String,
    /// How far it is.
    pub state: RoomState,
    /// The slide it shows; none before the first move.
    pub position: Option<String>,
    /// Everyone who joined.
    pub participants: u64,
    /// Connected now.
    pub present: u64,
    /// The sequence of what it knows.
    pub seq: u64,
    /// The number of the last control.
    pub controls: u64,
    /// Its slides, in deck order.
    pub slides: Vec<SlideJson>,
}

/// `ready`: nothing was shown yet; `live`; `ended`: for good.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum RoomState {
    /// Nothing was shown yet.
    Ready,
    /// Under way.
    Live,
    /// Over.
    Ended,
}

/// One slide of a room.
#[derive(Clone, Debug, Deserialize)]
pub struct SlideJson {
    /// Its id.
    pub id: String,
    /// What it is: a question's kind, `content`, `instructions`, `break`.
    pub kind: String,
    /// Its heading.
    #[serde(default)]
    pub prompt: Option<String>,
    /// Whether next and previous pass it.
    pub skip: bool,
    /// The round, from 1.
    #[serde(default)]
    pub round: Option<u64>,
    /// How many rounds there have been.
    #[serde(default)]
    pub rounds: Option<u64>,
    /// Whether it takes answers now.
    #[serde(default)]
    pub open: Option<bool>,
    /// `shown` or `hidden`, on the stage.
    #[serde(default)]
    pub results: Option<String>,
    /// `shown` or `hidden`, on phones.
    #[serde(default)]
    pub phones: Option<String>,
    /// How many voted.
    #[serde(default)]
    pub answers: Option<u64>,
}

impl RoomJson {
    /// The slide with this id.
    #[track_caller]
    pub fn slide(&self, id: &str) -> &SlideJson {
        let slide = self.slides.iter().find(|slide| slide.id == id);
        slide.unwrap_or_else(|| panic!("no slide {id}: {:?}", self.ids()))
    }

    /// Whether a question takes answers now.
    #[track_caller]
    pub fn is_open(&self, id: &str) -> bool {
        let open = self.slide(id).open;
        open.unwrap_or_else(|| panic!("{id} is a question, so it is open or it is not: {self:?}"))
    }

    /// The ids of the slides, in deck order.
    pub fn ids(&self) -> Vec<&str> {
        self.slides.iter().map(|slide| slide.id.as_str()).collect()
    }
}
