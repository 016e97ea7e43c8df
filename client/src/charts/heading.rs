//! How much height a question's heading leaves to a figure of HTML, in units of which a 1080-high screen has
//! 1080. The prompt's sizes are those of the style.

use super::measure::wrap;

/// Room below a prompt of one line.
const ROOM: f64 = 616.0;
/// What is left at least, however long a prompt is.
const ROOM_MIN: f64 = 150.0;
/// A line of a prompt of ordinary size.
const LINE: f64 = 84.0;
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
    /// The height that is left.
    pub fn room(self) -> f64 {
        let (size, line, measure) = match self.prompt.chars().count() {
            0..=LARGE => (76.0, LINE, 1660.0),
            n if n <= MIDDLE => (57.0, 65.0, 1744.0),
            _ => (48.0, 57.0, 1744.0),
        };
        let prompt = wrap(self.prompt, size, 800, measure, usize::MAX).len() as f64 * line;
        (ROOM + LINE - prompt - self.description()).max(ROOM_MIN)
    }

    /// About as high as the text of the description is when its tags are gone.
    fn description(self) -> f64 {
        let mut inside = false;
        let text: String = self
            .body
            .chars()
            .filter(|c| {
                inside = *c == '<' || (inside && *c != '>');
                !inside && *c != '>'
            })
            .collect();
        let lines = wrap(&text, 36.0, 400, 1744.0, usize::MAX).len().max(self.body.matches("<li").count());
        if text.trim().is_empty() { 0.0 } else { 10.0 + lines as f64 * 46.8 }
    }
}
