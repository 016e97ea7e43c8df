//! What controls switch at a question: open or closed, its countdown, and what of it is shown to
//! whom.

use crate::event::Audience;
use crate::ids::{Millis, Round};
use crate::limits::{COUNTDOWN_MAX_MS, COUNTDOWN_SLACK_MS};

/// What controls do to a question, and what can be taken back of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Switches {
    /// The place of the round under way; behind it are only rounds that were taken back.
    pub(super) current: usize,
    pub(super) switch: Switch,
    pub(super) voting: bool,
    pub(super) countdown: Countdown,
    pub(super) grace_deadline: Option<Millis>,
    pub(super) after: OpenAfter,
    pub(super) stage: Display,
    pub(super) phones: Display,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    Untouched,
    Open,
    ClosedByHand,
}

/// Whether a question takes answers without regard to the stage, since it is part of the
/// evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OpenAfter {
    /// It goes with the stage.
    Never,
    /// The evaluation has begun.
    Always,
    /// The room has ended.
    Until(Millis),
}

/// A countdown of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Countdown {
    /// It has not begun, or there is none.
    Fresh,
    /// It is at nought at that moment, slack included.
    Until(Millis),
    /// It had begun when the opening was taken back; so much is left of it, in milliseconds.
    Left(Millis),
}

/// What an audience was given to see by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Display {
    /// Shown or hidden; nothing where nobody said.
    pub(super) shown: Option<bool>,
    /// The round; nothing for the one under way.
    pub(super) round: Option<Round>,
}

impl Switches {
    /// Those of a round that has just begun and that nobody has touched.
    pub(super) fn new(current: usize) -> Self {
        let (switch, countdown) = (Switch::Untouched, Countdown::Fresh);
        let (stage, phones) = (Display::default(), Display::default());
        Self {
            current,
            switch,
            voting: false,
            countdown,
            grace_deadline: None,
            after: OpenAfter::Never,
            stage,
            phones,
        }
    }

    pub(super) fn display(&self, audience: Audience) -> &Display {
        match audience {
            Audience::Stage => &self.stage,
            Audience::Phones => &self.phones,
        }
    }

    pub(super) fn is_open(&self, at: Millis) -> bool {
        self.switch == Switch::Open && self.deadline().is_none_or(|deadline| at < deadline)
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        let open = self.switch == Switch::Open;
        let after = match self.after {
            OpenAfter::Until(deadline) => Some(deadline),
            OpenAfter::Never | OpenAfter::Always => None,
        };
        [self.countdown.deadline(), self.grace_deadline, after]
            .into_iter()
            .flatten()
            .min()
            .filter(|_| open)
    }

    /// Whether it takes answers at that moment as part of the evaluation.
    pub(super) fn evaluates(&self, at: Millis) -> bool {
        self.after != OpenAfter::Never && self.is_open(at)
    }

    /// When these, which have taken the place of others, stopped taking answers to their round;
    /// nothing while they take them.
    fn stopped_at(&self, done_at: Millis, at: Millis) -> Option<Millis> {
        match self.switch {
            Switch::Open => self.deadline().filter(|deadline| *deadline <= at),
            Switch::Untouched | Switch::ClosedByHand => Some(done_at),
        }
    }

    /// The countdown of these at the moment `at`, when what `since` did from `done_at` on is taken
    /// back.
    pub(super) fn countdown_after(&self, since: &Self, done_at: Millis, at: Millis) -> Countdown {
        let cut_off = if since.current == self.current {
            since.stopped_at(done_at, at)
        } else {
            Some(done_at)
        };
        match (self.countdown, cut_off) {
            (Countdown::Until(deadline), Some(stopped)) if self.is_open(done_at) => {
                Countdown::Until(at.saturating_add(left(deadline, stopped)))
            }
            (Countdown::Fresh | Countdown::Left(_), _) if since.current == self.current => {
                since.countdown.left(at)
            }
            (countdown, _) => countdown,
        }
    }
}

impl Countdown {
    /// When the figure on the screen is at nought: before the deadline by its slack.
    pub(super) fn ends(self) -> Option<Millis> {
        self.deadline()
            .map(|deadline| deadline.saturating_sub(COUNTDOWN_SLACK_MS))
    }

    /// It begins, with so many seconds or with what was left of it.
    pub(super) fn started(self, at: Millis, seconds: Option<u32>) -> Self {
        match (self, seconds) {
            (Self::Left(left), _) if left > 0 => Self::Until(at.saturating_add(left)),
            (_, Some(seconds)) => {
                Self::Until(at.saturating_add(u64::from(seconds) * 1000 + COUNTDOWN_SLACK_MS))
            }
            (_, None) => Self::Fresh,
        }
    }

    /// The same for longer, at that moment, as long as one may.
    pub(super) fn extended(self, at: Millis, seconds: u32) -> Self {
        match self {
            Self::Until(deadline) => {
                let longest = at.saturating_add(COUNTDOWN_MAX_MS + COUNTDOWN_SLACK_MS);
                let later = deadline.saturating_add(u64::from(seconds) * 1000);
                Self::Until(later.min(longest).max(deadline))
            }
            Self::Fresh | Self::Left(_) => self,
        }
    }

    fn deadline(self) -> Option<Millis> {
        match self {
            Self::Until(deadline) => Some(deadline),
            Self::Fresh | Self::Left(_) => None,
        }
    }

    pub(super) fn is_out(self, at: Millis) -> bool {
        match self {
            Self::Fresh => false,
            Self::Until(deadline) => deadline <= at,
            Self::Left(left) => left == 0,
        }
    }

    /// What is left of it where the opening that began it is taken back.
    fn left(self, at: Millis) -> Self {
        match self {
            Self::Until(deadline) => Self::Left(left(deadline, at)),
            Self::Fresh | Self::Left(_) => self,
        }
    }
}

/// What is left of a countdown; nothing once only its slack is.
fn left(deadline: Millis, at: Millis) -> Millis {
    Some(deadline.saturating_sub(at))
        .filter(|left| *left > COUNTDOWN_SLACK_MS)
        .unwrap_or_default()
}
