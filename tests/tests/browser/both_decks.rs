//! Both decks of this project from signing in to the export, by what is visible alone: roles and
//! names, and the words on the pages.

use std::fs;

use tests::browser::{Browser, WindowSize};
use tests::{Peil, WEBINAR, WORKSHOP};

const LINE: &str = "Waar sta jij";

/// Who is there: the organiser, who leads from the same laptop, the screen, and two phones.
struct LedRoom {
    host: Browser,
    stage: Browser,
    anna: Browser,
    bob: Browser,
    remote: String,
    moderator: String,
}

impl LedRoom {
    /// The deck is stored: a room is started, the screen shows it, the phones come in by its code.
    fn begins(peil: &Peil, host: Browser) -> Self {
        host.taps("button", "Start bijeenkomst")
            .meets("heading", "Nog niet begonnen");
        let (remote, moderator) = (host.reads("Afstandsbediening"), host.reads("Moderator"));
        let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
        stage.goes(&host.reads("Scherm")).sees("en typ de code");
        let code = code_on(&stage.text());
        let phone = |name: &str| {
            let phone = Browser::opens(name, WindowSize::Phone, peil.address());
            phone
                .goes("/")
                .writes("", &code)
                .taps("button", "Doe mee")
                .meets("heading", "Je bent binnen");
            phone
        };
        let (anna, bob) = (phone("Anna"), phone("Bob"));
        stage.sees("2 deelnemers doen mee");
        host.goes(&remote);
        let room = Self {
            host,
            stage,
            anna,
            bob,
            remote,
            moderator,
        };
        room.comes_to("Begin", room.first());
        room
    }

    fn first(&self) -> &'static str {
        if self.stage.text().contains("Groepenwerkplaats") {
            "Welkom"
        } else {
            "Handig om te weten"
        }
    }

    fn all(&self) -> [&Browser; 4] {
        [&self.host, &self.stage, &self.anna, &self.bob]
    }

    /// The host presses, and everybody is at that slide.
    fn comes_to(&self, button: &str, heading: &str) {
        self.host.taps("button", button);
        for page in self.all() {
            page.meets("heading", heading);
        }
    }

    fn goes_on_to(&self, heading: &str) {
        self.comes_to("Volgende", heading);
    }

    fn closes(&self) {
        self.host.taps("button", "Sluit").sees("gesloten");
        self.anna.meets("heading", "Zo antwoordden we");
        self.bob.meets("heading", "Zo antwoordden we");
    }

    /// Both stand somewhere on the line between two poles, and the screen says in words where.
    fn stand(&self, at: (usize, usize), sentence: &str) {
        sends(self.anna.slides_to(LINE, at.0));
        sends(self.bob.slides_to(LINE, at.1));
        self.stage.sees("2 van 2 hebben meegedaan");
        let description = self.stage.is_told_of("image").join(" / ");
        assert!(
            description.contains(sentence),
            "{sentence:?} is not in {description}"
        );
    }

    /// The moderator hides something; it goes from the screen, and the host leads on.
    fn hides(&self, text: &str) {
        self.stage.sees(text);
        self.host
            .goes(&self.moderator)
            .taps("button", &format!(": {text}"))
            .sees("Zet terug");
        tests::until("it is gone from the screen", || {
            (!self.stage.text().contains(text)).then_some(())
        });
        self.host.goes(&self.remote);
    }

    /// Both write one, and then vote for what the other wrote.
    fn write_and_vote(&self, texts: (&str, &str)) {
        sends(self.anna.writes("Je antwoord", texts.0));
        sends(self.bob.writes("Je antwoord", texts.1));
        self.stage.sees(texts.0).sees(texts.1);
        self.host.taps("button", "Stemfase").sees("stemfase");
        for phone in [&self.anna, &self.bob] {
            phone
                .sees("Stem nu op wat jij belangrijk vindt")
                .taps("button", "Stem");
        }
        self.stage.sees("2 stemmen op 2 antwoorden");
    }

    /// Both fill in the evaluation: nothing of it is on the screen or in the answers.
    fn evaluates(&self, text: &str) {
        self.goes_on_to("Evaluatie");
        sends(self.anna.taps("radio", "8").writes("Wat nam je mee?", text));
        sends(self.bob.taps("radio", "9"));
        self.stage.sees("2 van 2 ingevuld");
        assert!(
            !self.stage.text().contains(text),
            "the screen shows no form"
        );
    }

    /// From the desk: the end, and the answers to take home.
    fn ends(&self) -> String {
        self.host
            .goes("/desk")
            .taps("link", "Bedien")
            .lives("[data-alive]")
            .taps("DisclosureTriangle", "Scherm, deur, links en einde")
            .taps("DisclosureTriangle", "Beëindig deze bijeenkomst");
        self.host
            .taps("button", "Ja, beëindig de bijeenkomst")
            .meets("heading", "De bijeenkomst is afgelopen");
        for page in [&self.stage, &self.anna, &self.bob] {
            page.meets("heading", "Bedankt voor het meedoen");
        }
        self.host.downloads("link", "CSV, een rij per antwoord")
    }
}

/// The code as people read it: two groups of four digits.
fn code_on(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let four = |word: &str| word.len() == 4 && word.chars().all(|c| ('1'..='9').contains(&c));
    let pair = words.windows(2).find(|pair| four(pair[0]) && four(pair[1]));
    pair.unwrap_or_else(|| panic!("no code on the screen: {text}"))
        .concat()
}

fn signs_in(peil: &Peil) -> Browser {
    let host = Browser::opens("the organiser", WindowSize::Laptop, peil.address());
    host.goes(peil.sign_in().expect("a link while there is no owner"))
        .meets("heading", "Werkplek");
    host
}

fn sends(phone: &Browser) {
    phone.taps("button", "Verstuur").sees("✓ Opgeslagen");
}

fn assert_holds(file: &str, texts: &[&str]) {
    for text in texts {
        assert!(
            file.contains(text),
            "{text:?} is not in the export:\n{file}"
        );
    }
}

#[test]
fn the_workshop_by_what_is_visible_alone() {
    let peil = Peil::starts();
    let host = signs_in(&peil);
    host.writes("Tekst", WORKSHOP)
        .taps("button", "Bewaar presentatie")
        .meets("heading", "Groepenwerkplaats");
    let room = LedRoom::begins(&peil, host);
    room.goes_on_to("Doe mee");

    room.goes_on_to("Hoe neem jij beslissingen?");
    room.stand(
        (20, 80),
        "1 kiest meer voor ‘ik ben een gokker’, 1 voor ‘ik zoek zekerheid’",
    );
    room.goes_on_to("Hoe zit jij in elkaar bij verandering?");
    room.stand(
        (10, 30),
        "2 kiezen meer voor ‘polderaar’, niemand voor ‘activist’",
    );
    room.goes_on_to("Werken in groepen");
    sends(room.anna.taps("radio", "Ik geef geen groepen"));
    sends(room.bob.taps("radio", "Ik weet er nog niets van"));
    room.stage.sees("2 van 2 hebben gestemd");
    room.anna
        .does_not_see("Verstuur je wijziging")
        .taps("radio", "Ik weet er nog niets van");
    room.anna
        .taps("button", "Verstuur je wijziging")
        .sees("✓ Opgeslagen");
    room.closes();
    room.goes_on_to("In hoeverre geloof jij");
    room.stand((30, 40), "2 kiezen meer voor ‘poes’");

    room.goes_on_to("Pauze");
    room.goes_on_to("Waaraan denk je bij");
    sends(
        room.anna
            .writes("Woord 1 van 3", "rust")
            .writes("Woord 2 van 3", "lariekoek"),
    );
    sends(room.bob.writes("Woord 1 van 3", "Rust"));
    room.hides("lariekoek");
    room.host.taps("button", "Nieuwe ronde").sees("ronde 2");
    sends(
        room.anna
            .sees("Verstuur")
            .writes("Woord 1 van 3", "vertrouwen"),
    );
    room.stage.sees("vertrouwen");
    room.closes();

    room.goes_on_to("Welke groepen zijn laaghangend fruit");
    room.write_and_vote(("Wandelgroep in de wijk", "Samen koken"));
    room.goes_on_to("Ontwerp samen een proef");
    room.goes_on_to("Hoe kijk je naar de proef?");
    for (statement, value) in [
        ("Ik snap wat", "5"),
        ("Ik zie wat ik zelf", "4"),
        ("We kunnen hier", "2"),
    ] {
        room.anna.taps_in(&[("group", statement), ("radio", value)]);
        room.bob.taps_in(&[("group", statement), ("radio", value)]);
    }
    sends(&room.anna);
    sends(&room.bob);
    room.goes_on_to("En nu? In hoeverre geloof jij");
    room.stand((60, 90), "Gemiddeld schoven we 40 punten naar ‘hond’");
    room.goes_on_to("Met welk gevoel ga je naar huis?");
    sends(room.anna.writes("Je woord", "hoopvol"));
    room.host.taps("button", "Sluit").sees("gesloten");
    room.evaluates("Heldere uitleg");

    let file = room.ends();
    assert_holds(
        &file,
        &[
            "Ik weet er nog niets van",
            "vertrouwen",
            "Wandelgroep in de wijk",
            "Samen koken",
            "hoopvol",
        ],
    );
}

#[test]
fn the_webinar_by_what_is_visible_alone() {
    let peil = Peil::starts();
    let host = signs_in(&peil);
    let folder = tempfile::tempdir().expect("a new folder");
    let deck = folder.path().join("webinar.md");
    fs::write(&deck, WEBINAR).expect("a new file");
    host.hands_in("Of een bestand", &deck)
        .taps("button", "Bewaar presentatie");
    host.meets("heading", "Webinar sociale benadering");
    let room = LedRoom::begins(&peil, host);
    room.goes_on_to("Doe mee");

    room.goes_on_to("Wat is je functie?");
    sends(room.anna.taps("radio", "Zorgverlener"));
    sends(
        room.bob
            .taps("radio", "Anders")
            .writes("Anders, namelijk", "vrijwilliger"),
    );
    room.stage.sees("2 van 2 hebben gestemd");
    room.closes();

    room.goes_on_to("Vragen aan de sprekers");
    room.anna
        .writes("Jouw vraag", "Wie belt er terug?")
        .taps("button", "Stel je vraag");
    room.anna.sees("Wie belt er terug?");
    room.goes_on_to("Wat ga je morgen doen?");
    room.write_and_vote(("Ik bel de buurvrouw", "Koffie met de gemeente"));
    room.goes_on_to("Wat heb je daarvoor nodig?");
    sends(room.anna.writes("Je antwoord", "Een rustig uur"));
    sends(room.bob.writes("Je antwoord", "Reclame voor mijn bedrijf"));
    room.hides("Reclame voor mijn bedrijf");
    room.closes();
    room.evaluates("Ik durf het nu aan");

    let file = room.ends();
    assert_holds(
        &file,
        &[
            "Zorgverlener",
            "vrijwilliger",
            "Ik bel de buurvrouw",
            "Een rustig uur",
        ],
    );
}
