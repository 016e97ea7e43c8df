//! The actors of the black-box stories: a running peil, an organiser, phones, browsers and the ways
//! to hurt a machine.
//!
//! Nothing in here knows how peil is built. It reads what people and scripts can read: pages, the
//! API, exit codes, files. The actors look synchronous, so that a story reads from top to bottom
//! and a failure names the line of the story.

mod address;
mod answer;
pub mod before;
pub mod browser;
mod command;
mod cookies;
mod crowd;
mod deadline;
mod decks;
mod dice;
mod disk;
mod folder;
mod kind_cases;
pub mod load;
mod lossy_phones;
mod netns;
mod organiser;
mod page;
mod peil;
mod phone;
pub mod power;
mod relay;
mod reply;
mod runtime;
mod socket;
mod steady;
mod strace;
mod stranger;
mod table;
mod wires;

pub use address::Address;
pub use answer::{
    FilledAnswer, filled_in, number, option, options, other, place, text, under_heading, values,
    words,
};
pub use command::{CommandOutput, Terminal};
pub use crowd::{Crowd, at_once};
pub use deadline::{comes, until, until_within};
pub use decks::{WEBINAR, WORKSHOP, sample};
pub use dice::Dice;
pub use disk::SmallDisk;
pub use folder::{Folder, copy_of, files_holding, flip_what_changed};
pub use kind_cases::{SampleQuestion, frame_of, is_added};
pub use lossy_phones::{Journey, LAST_SLIDE, lossy_phones};
pub use netns::{Netns, Water};
pub use organiser::{
    ControlPress, DeckLineError, Organiser, Presenter, QuestionJson, RoomJson, RoomState,
    SlideJson, Started, Uploaded,
};
pub use page::Page;
pub use peil::{METRICS_TOKEN, Peil, Setup, TOKEN};
pub use phone::{HtmlForm, Phone, Visitor};
pub use relay::{Manner, Relay};
pub use reply::{Lost, ProblemDetails, Reply};
pub use reqwest::Method;
pub use runtime::wait;
pub use socket::{Opening, Socket};
pub use steady::{Delays, Steady};
pub use strace::{Call, Trace};
pub use stranger::{Ended, Stranger};
pub use table::Table;
pub use wires::{TEXT, Wires, masked};
