//! The sizes and themes that pages are looked at in.

/// A window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowSize {
    /// A phone of today.
    Phone,
    /// The smallest phone that counts.
    SmallPhone,
    /// A low one.
    LowPhone,
    /// A phone of today whose owner made everything twice as large.
    LargeLetters,
    /// A tablet, held upright.
    Tablet,
    /// A projector.
    Stage,
    /// An old 4:3 beamer.
    Beamer,
    /// A very wide screen.
    Wide,
    /// A low window on a laptop.
    Low,
    /// The organiser's laptop.
    Laptop,
    /// A window beside another one.
    Window,
    /// The narrowest window that somebody drags.
    SmallWindow,
}

impl WindowSize {
    /// Both phones.
    pub const PHONES: [Self; 2] = [Self::Phone, Self::SmallPhone];
    /// Both projectors.
    pub const STAGES: [Self; 2] = [Self::Stage, Self::Beamer];

    /// Width and height in CSS pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::SmallPhone => (320, 640),
            Self::LowPhone => (360, 640),
            Self::LargeLetters => (195, 422),
            Self::Tablet => (768, 1024),
            Self::Stage => (1920, 1080),
            Self::Beamer => (1024, 768),
            Self::Wide => (3440, 1440),
            Self::Low => (1280, 600),
            Self::Laptop => (1280, 900),
            Self::Window => (900, 700),
            Self::SmallWindow => (500, 800),
        }
    }

    /// `390x844`, for the names of pictures.
    pub fn name(self) -> String {
        let (width, height) = self.size();
        format!("{width}x{height}")
    }

    /// Whether fingers touch it.
    pub fn is_phone(self) -> bool {
        matches!(
            self,
            Self::Phone | Self::SmallPhone | Self::LowPhone | Self::LargeLetters
        )
    }
}

/// What the owner of a window prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// As in `prefers-color-scheme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
