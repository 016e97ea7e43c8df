//! What of the plane the picture shows, and how much it enlarges it. The window stays as long as all words are in it and it isn't far too large:
//! while a cloud grows the picture steps back now and then, as a whole.

/// How much the picture enlarges the plane, step by step.
const ZOOMS: [f64; 11] = [5.5, 4.6, 3.8, 3.2, 2.7, 2.25, 1.9, 1.6, 1.35, 1.15, 1.0];
/// The largest letters of the picture, in its units: few words are large, and no word is a wall.
pub const LETTERS_MAX: f64 = 190.0;
/// A window is far too large when that many steps closer would do.
const FAR: usize = 3;

/// A rectangle of the plane, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Bounds {
    /// The least that holds both.
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// What is to be seen, in which picture.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// What all words take.
    pub bounds: Bounds,
    /// The largest letters on the plane.
    pub largest: u32,
    /// The picture's width and height.
    pub picture: (u32, u32),
    /// The middle of the plane, which is as large as the smallest picture.
    pub middle: (i32, i32),
}

/// What the picture shows of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The middle.
    pub x: i32,
    pub y: i32,
    step: usize,
}

impl Window {
    /// How much the picture enlarges the plane.
    pub fn zoom(self) -> f64 {
        ZOOMS[self.step]
    }

    /// The window from now on, after this one.
    pub fn follow(before: Option<Self>, seen: Seen) -> Self {
        let best = Self::best(seen);
        match before {
            Some(before) if before.holds(seen) && before.step < best.step + FAR => before,
            _ => best,
        }
    }

    /// The closest one, around the middle of all words.
    fn best(seen: Seen) -> Self {
        let Bounds { left, top, right, bottom } = seen.bounds;
        let at = |step: usize| Self { x: i32::midpoint(left, right), y: i32::midpoint(top, bottom), step };
        let last = ZOOMS.len() - 1;
        // From furthest away all of the plane is seen, and so nothing moves any more.
        let all = Self { x: seen.middle.0, y: seen.middle.1, step: last };
        (0..last).map(at).find(|window| window.holds(seen)).unwrap_or(all)
    }

    fn holds(self, seen: Seen) -> bool {
        let (width, height) = seen.picture;
        let reach = |length: u32| f64::from(length) / 2.0 / self.zoom();
        let within = |from: i32, to: i32, middle: i32, reach: f64| {
            f64::from(middle - from) <= reach && f64::from(to - middle) <= reach
        };
        let Bounds { left, top, right, bottom } = seen.bounds;
        within(left, right, self.x, reach(width))
            && within(top, bottom, self.y, reach(height))
            && f64::from(seen.largest) * self.zoom() <= LETTERS_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(width: i32, height: i32) -> Seen {
        let bounds =
            Bounds { left: 700 - width / 2, top: 300 - height / 2, right: 700 + width / 2, bottom: 300 + height / 2 };
        Seen { bounds, largest: 34, picture: (1600, 520), middle: (650, 260) }
    }

    #[test]
    fn the_picture_steps_back_only_when_words_leave_it_and_comes_back_only_from_afar() {
        let first = Window::follow(None, seen(400, 100));
        assert_eq!((first.x, first.y, first.zoom()), (700, 300, 3.8));
        assert_eq!(Window::follow(Some(first), seen(300, 90)), first);
        let back = Window::follow(Some(first), seen(430, 130));
        assert_eq!(back.zoom(), 3.2);
        assert_eq!(Window::follow(Some(back), seen(380, 100)), back);
        assert_eq!(Window::follow(Some(back), seen(200, 60)).zoom(), 5.5);
    }

    #[test]
    fn no_letters_are_too_large_and_none_smaller_than_on_the_plane() {
        let large = Seen { largest: 84, ..seen(300, 80) };
        assert_eq!(Window::follow(None, large).zoom(), 2.25);
        assert_eq!(Window::follow(None, seen(1600, 520)).zoom(), 1.0);
    }

    #[test]
    fn from_furthest_away_nothing_moves_whatever_comes_at_an_edge() {
        let full = Seen { picture: (1300, 520), ..seen(1290, 500) };
        let window = Window::follow(None, full);
        assert_eq!((window.x, window.y, window.zoom()), (650, 260, 1.0));
        let more = Seen { bounds: Bounds { left: 0, top: 0, right: 1300, bottom: 520 }, ..full };
        assert_eq!(Window::follow(Some(window), more), window);
        assert!(window.holds(more), "all of the plane is seen");
    }
}
