//! How much height a question's heading leaves to a figure, in units of which a 1080-high screen
//! has
//! 1080. The prompt's sizes are those of the style.

use super::frame::{Shape, Surface};
use super::measure::wrap;

/// What is left at least, however long a prompt is.
const ROOM_MIN: f64 = 150.0;
/// A line of a prompt of ordinary size.
const LINE: f64 = 84.0;
/// What a large prompt leaves free at its end.
const AIR: f64 = 84.0;
/// Characters up to which prompts are large, and up to which they are of middle size.
pub const LARGE: usize = 80;
pub const MIDDLE: usize = 110;

/// What stands above a figure.
#[derive(Clone, Copy, Debug)]
pub struct Heading<'a> {
    pub prompt: &'a str,
    /// The description as HTML.
    pub body: &'a str,
}

impl Heading<'_> {
    /// The height that is left on a wide screen, in which it is least.
    pub fn room(self) -> f64 {
        self.room_on(Shape::Wide)
    }

    /// The same on a flat one.
    pub fn room_of_flat(self) -> f64 {
        self.room_on(Shape::Flat)
    }

    fn room_on(self, shape: Shape) -> f64 {
        let (width, room) = shape.room();
        let (size, line, air) = match self.prompt.chars().count() {
            0..=LARGE => (76.0, LINE, AIR),
            n if n <= MIDDLE => (57.0, 65.0, 0.0),
            _ => (48.0, 57.0, 0.0),
        };
        let prompt = wrap(self.prompt, size, 800, width - air, usize::MAX).len() as f64 * line;
        (room + LINE - prompt - self.description(width)).max(ROOM_MIN)
    }

    /// The box of a picture below it.
    pub fn surface(self, shape: Shape) -> Surface {
        Surface::of(shape, self.room_on(shape))
    }

    /// About as high as the text of the description is when its tags are gone.
    fn description(self, width: f64) -> f64 {
        let mut inside = false;
        let text: String = self
            .body
            .chars()
            .filter(|c| {
                inside = *c == '<' || (inside && *c != '>');
                !inside && *c != '>'
            })
            .collect();
        let lines = wrap(&text, 36.0, 400, width, usize::MAX)
            .len()
            .max(self.body.matches("<li").count());
        if text.trim().is_empty() {
            0.0
        } else {
            10.0 + lines as f64 * 46.8
        }
    }
}
