//! The agenda of a deck: the first table whose rows begin with times, or else the slides that say
//! at what time their part begins; and which part a slide belongs to.

use super::markdown::{self, RowMark};
use super::{Deck, Part};

/// A part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AgendaPart {
    /// The time of day at which it begins, `13:30`.
    pub at: String,
    /// What it is.
    pub text: String,
}

/// Rows of an agenda that the stage has room for.
const ROWS: usize = 8;

impl Deck {
    /// The parts of the agenda, in order of the table or of the slides; none without any time.
    pub fn agenda(&self) -> Vec<AgendaPart> {
        let part = |(at, text): (Option<String>, String)| Some(AgendaPart { at: at?, text });
        self.agenda_rows().into_iter().filter_map(part).collect()
    }

    /// What a slide shows that shows the agenda, with its part marked; `whole`, or as much as the
    /// stage has room for around the part that runs.
    pub(crate) fn agenda_html(&self, place: usize, whole: bool) -> String {
        let Some(table) = self.agenda_table() else {
            return String::new();
        };
        let rows = self.agenda_rows();
        let timed = rows.iter().enumerate().filter(|(_, (at, _))| at.is_some());
        let timed: Vec<usize> = timed.map(|(row, _)| row).collect();
        let now = self
            .part_at(&self.agenda(), place)
            .and_then(|part| timed.get(part).copied());
        // The row before the one that runs stays in sight.
        let first = now.unwrap_or(0).saturating_sub(1);
        let first = first.min(rows.len().saturating_sub(ROWS));
        let marks = (0..rows.len()).map(|row| match now {
            _ if !whole && !(first..first + ROWS).contains(&row) => RowMark::Out,
            Some(now) if row < now => RowMark::Past,
            Some(now) if row == now => RowMark::Now,
            _ => RowMark::None,
        });
        markdown::agenda_html(&table, &marks.collect::<Vec<_>>())
    }

    /// The part after the one that the slide at a place belongs to.
    pub(crate) fn next_part(&self, place: Option<usize>) -> Option<AgendaPart> {
        let parts = self.agenda();
        let now = place.and_then(|place| self.part_at(&parts, place));
        let next = now.map_or(0, |now| now + 1);
        parts.into_iter().nth(next)
    }

    /// Which part the slide at a place belongs to: the one that the last slide with a time began.
    fn part_at(&self, parts: &[AgendaPart], place: usize) -> Option<usize> {
        let began = self.slides.get(..=place)?.iter().rev();
        let at = began.filter_map(|slide| slide.at.as_deref()).next()?;
        let same = parts.iter().position(|part| part.at == at);
        // `13:30` and such compare as text.
        same.or_else(|| parts.iter().rposition(|part| part.at.as_str() <= at))
    }

    fn agenda_rows(&self) -> Vec<(Option<String>, String)> {
        let table = self.agenda_table();
        table
            .map(|table| markdown::agenda(&table))
            .unwrap_or_default()
    }

    fn agenda_table(&self) -> Option<String> {
        let mut texts = self.slides.iter().map(|slide| slide.body.as_str());
        if let Some(body) =
            texts.find(|body| body.contains('|') && !markdown::agenda(body).is_empty())
        {
            return Some(body.to_owned());
        }
        // A slide that only shows the agenda is a part of it where it says what that is.
        let timed = self.slides.iter();
        let timed = timed.filter(|slide| slide.part != Part::Agenda || !slide.heading().is_empty());
        let rows: Vec<String> = timed
            .filter_map(|slide| {
                let text = markdown::cell(slide.heading());
                Some(format!("| {} | {text} |\n", slide.at.as_deref()?))
            })
            .collect();
        (!rows.is_empty()).then(|| format!("| | |\n| --- | --- |\n{}", rows.concat()))
    }
}

#[cfg(test)]
mod tests {
    use crate::deck::{Deck, grammar};

    fn read(text: &str) -> Deck {
        grammar::read(text).expect("the deck is right").deck
    }

    const TABLE: &str = "# Welkom

| tijd | wat | wie |
| --- | --- | --- |
| 13.00 | Welkom | Anna |
| 13.30–14.30 uur | Waar sta jij? | Bram |
| 14.30 | Pauze | |

---
show: agenda
---

# Programma

---
at: 13.30
---

# Waar sta jij?

---

# Verder

---
show: break
at: 14.40
minutes: 10
---
";

    fn parts(deck: &Deck) -> Vec<(String, String)> {
        let parts = deck.agenda().into_iter();
        parts.map(|part| (part.at, part.text)).collect()
    }

    #[test]
    fn the_agenda_is_the_table_of_times_and_says_what_comes_next() {
        let deck = read(TABLE);
        let named = [
            ("13:00", "Welkom"),
            ("13:30", "Waar sta jij?"),
            ("14:30", "Pauze"),
        ];
        assert_eq!(
            parts(&deck),
            named.map(|(at, text)| (at.to_owned(), text.to_owned()))
        );
        let next = |place| deck.next_part(place).map(|part| part.text);
        assert_eq!(
            next(None).as_deref(),
            Some("Welkom"),
            "before the first slide"
        );
        assert_eq!(
            next(Some(1)).as_deref(),
            Some("Welkom"),
            "no slide has begun a part"
        );
        assert_eq!(next(Some(2)).as_deref(), Some("Pauze"));
        assert_eq!(next(Some(3)).as_deref(), Some("Pauze"), "within the part");
        assert_eq!(
            next(Some(4)),
            None,
            "later than planned is the last part all the same"
        );
    }

    #[test]
    fn the_part_that_runs_is_marked_and_those_before_it_are_past() {
        let html = read(TABLE).agenda_html(3, true);
        assert!(
            html.contains("<tr class=\"past\"><th scope=\"row\" class=\"short\">13.00"),
            "{html}"
        );
        assert!(
            html.contains("<tr class=\"now\" aria-current=\"step\">"),
            "{html}"
        );
        assert_eq!(html.matches("<tr class=").count(), 2, "{html}");
        assert!(!html.contains("<h2>"), "the table alone: {html}");
        let before = read(TABLE).agenda_html(0, true);
        assert!(!before.contains("<tr class="), "{before}");
    }

    #[test]
    fn a_row_without_a_time_is_of_the_part_before_it() {
        let text = TABLE.replace(
            "| 14.30 | Pauze | |\n",
            "| | Koffie staat klaar | |\n| 14u30 | Pauze | |\n",
        );
        let deck = read(&text);
        assert_eq!(parts(&deck), parts(&read(TABLE)));
        let html = deck.agenda_html(4, true);
        assert_eq!(html.matches("class=\"past\"").count(), 3, "{html}");
    }

    /// However long the day is, the part that runs is in sight.
    #[test]
    fn the_stage_shows_the_rows_around_the_part_that_runs() {
        let rows: Vec<String> = (8..20)
            .map(|hour| format!("| {hour}.00 | deel {hour} |\n"))
            .collect();
        let head = "| tijd | wat |\n| --- | --- |\n";
        for (at, first, last) in [(8, 8, 15), (9, 8, 15), (12, 11, 18), (19, 12, 19)] {
            let text = format!(
                "# Dag\n\n{head}{}\n---\nshow: agenda\nat: {at}.00\n---\n",
                rows.concat()
            );
            let html = read(&text).agenda_html(1, false);
            let shown: Vec<u32> = (8..20)
                .filter(|hour| html.contains(&format!("deel {hour}<")))
                .collect();
            assert_eq!(shown, (first..=last).collect::<Vec<_>>(), "{at}: {html}");
            assert_eq!(html.matches("class=\"now\"").count(), 1, "{at}");
            assert_eq!(
                read(&text).agenda_html(1, true).matches("<td>deel").count(),
                12
            );
        }
    }

    #[test]
    fn without_a_table_it_is_the_slides_that_begin_parts() {
        let deck = read(
            "---\ntitle: Dag\n---\n\n# Begin\n\n---\nat: 9.05\n---\n\n# Eén | twee\n\n---\nshow: agenda\nat: 10.00\n---\n\n---\nat: 10.30\n---\n\n# Drie\n",
        );
        assert_eq!(
            parts(&deck),
            [("09:05", "Eén | twee"), ("10:30", "Drie")]
                .map(|(at, text)| (at.to_owned(), text.to_owned()))
        );
        assert_eq!(read("# Niets\n").agenda(), []);
        assert_eq!(
            read("# Niets\n\n---\nshow: agenda\n---\n").agenda_html(1, true),
            ""
        );
    }
}
