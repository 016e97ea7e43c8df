//! The two decks that this was made for, made by changes alone, as somebody makes them by forms.

use shared::deck::edit::{DeckEdit, DeckText, SettingValue, SlideEdit};
use shared::deck::grammar::read;

const WORKSHOP: &str = include_str!("../../../../decks/workshop.md");
const WEBINAR: &str = include_str!("../../../../decks/webinar.md");

/// Who fills in forms.
struct FormAuthor {
    deck: DeckText,
    changes: usize,
}

impl FormAuthor {
    fn begins() -> Self {
        Self {
            deck: DeckText::read(""),
            changes: 0,
        }
    }

    fn does(&mut self, edit: DeckEdit) {
        let (change, after) = self
            .deck
            .edit(&edit)
            .unwrap_or_else(|wrong| panic!("{wrong:?}: {edit:?}\n{}", self.deck.text()));
        assert!(!change.is_empty(), "{edit:?}");
        let adds = matches!(
            edit,
            DeckEdit::Insert { .. }
                | DeckEdit::Slide {
                    edit: SlideEdit::AddItems { .. },
                    ..
                }
        );
        if !adds {
            let (again, _) = after.edit(&edit).unwrap();
            assert!(again.is_empty(), "{edit:?}");
        }
        self.deck = after;
        self.changes += 1;
    }

    fn sets(&mut self, key: &str, value: SettingValue) {
        let (key, value) = (key.to_owned(), Some(value));
        self.does(DeckEdit::SetHead { key, value });
    }

    /// Adds a slide behind the last.
    fn adds(&mut self, kind: &str, title: &str) {
        let at = self.deck.slides().len();
        let (kind, title) = (kind.to_owned(), title.to_owned());
        self.does(DeckEdit::Insert { at, kind, title });
    }

    fn of_the_last(&mut self, edit: SlideEdit) {
        let at = self.deck.slides().len() - 1;
        self.does(DeckEdit::Slide { at, edit });
    }

    fn with(&mut self, settings: &[(&str, &str)]) {
        for (key, value) in settings {
            let (key, value) = ((*key).to_owned(), Some(SettingValue::text(*value)));
            self.of_the_last(SlideEdit::Set { key, value });
        }
    }

    fn with_value(&mut self, key: &str, value: SettingValue) {
        let (key, value) = (key.to_owned(), Some(value));
        self.of_the_last(SlideEdit::Set { key, value });
    }

    fn named(&mut self, id: &str) {
        let at = self.deck.slides().len() - 1;
        self.does(DeckEdit::Rename { at, id: id.into() });
    }

    fn writes(&mut self, text: &str) {
        let (language, text) = (None, text.to_owned());
        self.of_the_last(SlideEdit::Body { language, text });
    }

    fn lists(&mut self, items: &[&str]) {
        for (item, label) in items.iter().enumerate() {
            let (label, marks) = label.split_once(" {").unwrap_or((label, ""));
            let labels = vec![label.to_owned()];
            self.of_the_last(SlideEdit::AddItems { item, labels });
            if !marks.is_empty() {
                let marks = vec![format!("{{{marks}")];
                self.of_the_last(SlideEdit::Marks { item, marks });
            }
        }
    }
}

fn pole(label: &str, note: &str, image: &str) -> SettingValue {
    let entries = [("label", label), ("note", note), ("image", image)];
    let entries = entries.into_iter();
    SettingValue::Map(
        entries
            .map(|(key, text)| (key.to_owned(), SettingValue::text(text)))
            .collect(),
    )
}

/// The deck that was made says the same as another text, and is warned of as that is.
fn is_as(author: &FormAuthor, text: &str) {
    let made = read(author.deck.text()).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    assert_eq!(made, read_without_lines(text, &made));
    println!("{} changes", author.changes);
}

/// Warnings stand at lines, which are others.
fn read_without_lines(
    text: &str,
    made: &shared::deck::grammar::Reading,
) -> shared::deck::grammar::Reading {
    let mut reading = read(text).unwrap();
    assert_eq!(reading.warnings.len(), made.warnings.len());
    for (warning, made) in reading.warnings.iter_mut().zip(&made.warnings) {
        warning.line = made.line;
    }
    reading
}

#[test]
fn the_workshop_is_made_by_changes_alone() {
    let mut author = FormAuthor::begins();
    author.adds("content", "Welkom");
    author.sets("title", SettingValue::text("Groepenwerkplaats"));
    author.sets("language", SettingValue::text("nl"));
    author.sets("groups", SettingValue::text("8"));
    author.writes(
        "Een middag over samen werken aan mentale gezondheid.\n\n| tijd | wat |\n| --- | --- |\n\
         | 13.00 | Welkom en kennismaken |\n| 13.30 | Waar sta jij? |\n| 14.30 | Pauze |\n\
         | 14.45 | Onze waarden |\n| 15.30 | Een proef ontwerpen |\n| 16.20 | Afsluiting |",
    );
    author.adds("instructions", "Doe mee");
    author.adds("spectrum", "Hoe neem jij beslissingen?");
    author.named("beslissen");
    author.with(&[
        ("at", "13.30"),
        ("left", "ik zoek zekerheid 🛟"),
        ("right", "ik ben een gokker 🎲"),
    ]);
    author.with_value("stops", SettingValue::texts(["ergens ertussenin"]));
    author.adds("spectrum", "Hoe zit jij in elkaar bij verandering?");
    author.named("veranderen");
    author.with(&[("left", "polderaar"), ("right", "activist ✊")]);
    author.writes("Van overleg en compromis, tot spandoek en vuist op tafel.");
    author.adds("choice", "Werken in groepen: welke plek past bij jou?");
    author.named("kennis");
    author.lists(&[
        "Ik werk zelf met groepen en weet er alles van",
        "Ik geef geen groepen, maar weet er veel van",
        "Ik weet er nog niets van",
    ]);
    let long = "In hoeverre geloof jij dat een aanbod in groepen het mentaal welzijn in onze \
                regio aanzienlijk zal verbeteren?";
    author.adds("spectrum", long);
    author.named("geloof-vooraf");
    author.with_value("left", pole("poes", "het zal wel weer mislukken", "🐱"));
    author.with_value("right", pole("hond", "daar mag je mij aan houden", "🐶"));
    author.writes("De kat haalt de schouders op. De hond kwispelt al.");
    author.adds("break", "Pauze");
    author.with(&[("at", "14.30"), ("minutes", "15")]);
    author.adds("words", "Waaraan denk je bij 'waarden'?");
    author.with(&[("at", "14.45"), ("entries", "3")]);
    author.adds(
        "open",
        "Welke groepen zijn laaghangend fruit voor een proef?",
    );
    author.with(&[("at", "15.30"), ("entries", "3"), ("votes", "3")]);
    author.adds("open", "Ontwerp samen een proef");
    author.with(&[("by", "group"), ("layout", "columns"), ("entries", "3")]);
    author.writes("Een antwoord per kop, per groep.");
    author.lists(&["Voor wie", "Wat", "Eerste stap"]);
    author.adds("scale", "Hoe kijk je naar de proef?");
    author.with(&[
        ("from", "1"),
        ("to", "5"),
        ("low", "helemaal niet"),
        ("high", "helemaal wel"),
    ]);
    author.lists(&[
        "Ik snap wat de bedoeling is",
        "Ik zie wat ik zelf kan bijdragen",
        "We kunnen hier volgende maand mee beginnen",
    ]);
    author.adds("spectrum", &format!("En nu? {long}"));
    author.with(&[
        ("left", "poes 🐱"),
        ("right", "hond 🐶"),
        ("compare", "geloof-vooraf"),
    ]);
    author.adds("words", "Met welk gevoel ga je naar huis?");
    author.with(&[("at", "16.20"), ("entries", "1")]);
    author.with_value("reactions", SettingValue::texts(["❤️"]));
    author.adds("form", "Evaluatie");
    author.with(&[("pace", "after")]);
    author.lists(&[
        "Welk cijfer geef je deze middag? {rating 1-10}",
        "Wat nam je mee? {long optional}",
        "Wil je het verslag ontvangen? {email report optional}",
    ]);
    is_as(&author, WORKSHOP);
}

#[test]
fn the_webinar_is_made_by_changes_alone() {
    let mut author = FormAuthor::begins();
    author.adds("content", "Handig om te weten");
    author.sets("title", SettingValue::text("Webinar sociale benadering"));
    author.sets("language", SettingValue::text("nl"));
    author.sets("qa", SettingValue::text("moderated"));
    author.writes(
        "- Zet je microfoon uit.\n- Stel je vraag in **Vragen**; de moderator legt hem voor.\n\
         - De presentatie wordt na afloop gedeeld.",
    );
    author.adds("instructions", "Doe mee");
    author.adds("choice", "Wat is je functie?");
    author.named("functie");
    author.lists(&[
        "Zorgverlener",
        "Welzijn of sociaal werk",
        "Beleid of bestuur",
        "Ervaringsdeskundige of naaste",
        "Anders {other}",
    ]);
    author.adds("qa", "Vragen aan de sprekers");
    author.adds("open", "Wat ga je morgen doen?");
    author.with(&[
        ("length", "200"),
        ("votes", "3"),
        ("split", "functie"),
        ("promise", "yes"),
    ]);
    author.writes("Eén concrete stap.");
    author.adds("open", "Wat heb je daarvoor nodig?");
    author.with(&[("length", "200")]);
    author.adds("form", "Evaluatie");
    author.with(&[("pace", "after")]);
    author.lists(&[
        "Welk cijfer geef je deze bijeenkomst? {rating 1-10}",
        "Wat nam je mee? {long optional}",
        "Wil je het verslag ontvangen? {email report optional}",
    ]);
    is_as(&author, WEBINAR);
}
