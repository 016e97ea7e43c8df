//! What organisers read. Each sentence stands here once, in all languages side by side: one that is
//! missing or empty does not compile.

macro_rules! texts {
    ($(#[$doc:meta])* $kind:ident; $($name:ident: $nl:literal, $en:literal;)*) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $kind {
            $(pub $name: &'static str,)*
        }

        static NL: $kind = $kind { $($name: $nl,)* };
        static EN: $kind = $kind { $($name: $en,)* };

        const _: () = {
            $(assert!(!$nl.is_empty() && !$en.is_empty(), concat!("the text `", stringify!($name), "` is empty"));)*
        };

        impl $kind {
            /// The sentences in one language.
            pub fn of(language: crate::language::Language) -> &'static Self {
                match language {
                    crate::language::Language::Nl => &NL,
                    crate::language::Language::En => &EN,
                }
            }
        }

        #[cfg(test)]
        pub(in crate::texts) static EACH: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en),)*];
    };
}

pub mod checkup;
pub mod counted;
pub mod date;
pub mod deck;
pub mod entrance;
pub mod kind;
pub mod moderating;
pub mod notice;
pub mod privacy;
pub mod removing;
pub mod room;
pub mod sessions;
pub mod sign_in;
pub mod takeover;
pub mod undo;

#[cfg(test)]
mod tests;

/// What stands around every page, and the first page.
pub mod home {
    texts! {
        /// Sentences without anything to fill in.
        Home;

        // Around every page.
        skip_link: "Naar de inhoud", "To the content";
        desk: "Werkplek", "Desk";
        privacy: "Privacy", "Privacy";
        join: "Doe mee", "Join in";
        pages: "Pagina’s", "Pages";
        sign_out: "Meld je af", "Sign out";
        language: "Taal", "Language";

        // The lists.
        decks: "Presentaties", "Decks";
        no_decks:
            "Nog geen presentaties. Plak er hieronder een, of kies een bestand.",
            "No decks yet. Paste one below, or choose a file.";
        rooms: "Bijeenkomsten", "Rooms";
        no_rooms:
            "Nog geen bijeenkomsten. Je start er een vanuit een presentatie.",
            "No rooms yet. You start one from a deck.";
        untitled: "Zonder titel", "Untitled";
        page_before: "Vorige pagina", "Previous page";
        page_after: "Volgende pagina", "Next page";
        start_room: "Start bijeenkomst", "Start a room";
        control: "Bedien", "Control";
        look: "Bekijk", "View";

        // How a room stands.
        ready: "Klaar", "Ready";
        live: "Loopt", "Live";
        ended: "Afgelopen", "Ended";
        idle: "Niet in gebruik", "Not in use";
        damaged: "Beschadigd", "Damaged";
        damaged_hint:
            "peil kan deze bijeenkomst niet lezen. De opdracht ‘peil doctor’ zegt wat er mis is.",
            "peil can’t read this room. The command ‘peil doctor’ says what is wrong.";

        // A new deck.
        new_deck: "Nieuwe presentatie", "New deck";
        new_deck_hint:
            "Een presentatie is een tekstbestand. Plak de tekst, of kies een bestand.",
            "A deck is a text file. Paste the text, or choose a file.";
        text: "Tekst", "Text";
        example: "---\ntitle: Mijn middag\nlanguage: nl\n---\n\n# Welkom", "---\ntitle: My afternoon\nlanguage: en\n---\n\n# Welcome";
        file: "Of een bestand", "Or a file";
        file_hint:
            "Kies je een bestand, dan telt de tekst hierboven niet mee.",
            "If you choose a file, the text above is not used.";
        save: "Bewaar presentatie", "Save deck";
    }
}

pub use home::Home;
