//! The report of an afternoon, with all that a report can hold. The tests of other writers read it
//! too.

use shared::report::{
    KeyFigure, Report, ReportFigure, ReportPart, ReportQuote, ReportSection, ReportTable,
    ReportText,
};

pub const PAGE_OF: &str = "{page} van {pages}";

/// What people tried to have run, or read as marks.
pub const SLY: [&str; 6] = [
    "<w:p><w:r><w:t>sly</w:t></w:r></w:p>",
    "a & b &amp; c ]]> d <!-- e",
    "=HYPERLINK(\"http://kwaad.example\")",
    "{ INCLUDETEXT \"C:\\\\geheim.txt\" } {page}",
    "{language} <?xml version=\"1.0\"?>",
    "</w:body></w:document>",
];

fn text(text: &str) -> ReportText {
    ReportText {
        text: text.to_owned(),
    }
}

pub fn paragraph(words: &str) -> ReportPart {
    ReportPart::Paragraph(text(words))
}

pub fn note(words: &str) -> ReportPart {
    ReportPart::Note(text(words))
}

pub fn heading(words: &str) -> ReportPart {
    ReportPart::Heading(text(words))
}

pub fn quote(words: &str, note: Option<&str>) -> ReportPart {
    ReportPart::Quote(ReportQuote {
        text: words.to_owned(),
        note: note.map(str::to_owned),
    })
}

pub fn figure(question: &str, description: &str) -> ReportPart {
    ReportPart::Figure(ReportFigure {
        question: question.into(),
        round: 1,
        description: description.to_owned(),
        svg: String::new(),
    })
}

pub fn table(caption: &str, head: &[&str], rows: &[&[&str]]) -> ReportPart {
    let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    ReportPart::Table(ReportTable {
        caption: caption.to_owned(),
        head: cells(head),
        rows: rows.iter().map(|row| cells(row)).collect(),
    })
}

pub fn section(heading: &str, parts: Vec<ReportPart>) -> ReportSection {
    ReportSection {
        question: None,
        heading: heading.to_owned(),
        parts,
    }
}

fn key(value: &str, label: &str) -> KeyFigure {
    KeyFigure {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}

fn spectrum() -> ReportSection {
    section(
        "Geloof jij dat groepen het welzijn verbeteren?",
        vec![
            paragraph(
                "Aan het begin stonden we gemiddeld op 61, aan het eind op 72. Van de 142 \
                 deelnemers schoven er 117 naar hond en 12 naar poes; 13 bleven staan.",
            ),
            figure("belief", "Van poes naar hond: eerst gemiddeld 61, nu 72."),
            note(
                "Elke lijn is één deelnemer: blauw schoof naar hond, paars naar poes, grijs \
                 minder dan 2 punten. Oranje is het gemiddelde.",
            ),
        ],
    )
}

fn words() -> ReportSection {
    section(
        "Waaraan denk je bij ‘waarden’?",
        vec![
            table(
                "De elf meest genoemde woorden",
                &["Woord", "Keer genoemd", "Deelnemers"],
                &[
                    &["vertrouwen", "34", "34"],
                    &["respect", "27", "26"],
                    &["samen", "25", "25"],
                    &["eerlijk", "1.017", "15"],
                    &["naar elkaar luisteren, ook wanneer het schuurt", "9", "9"],
                ],
            ),
            note("214 woorden van 97 deelnemers; elf getoond"),
        ],
    )
}

fn choice() -> ReportSection {
    section(
        "Welke groepen zijn laaghangend fruit voor een proef?",
        vec![
            heading("Ronde 1"),
            figure(
                "fruit",
                "Staven: Samen bewegen 34, Samen eten 27, Jongeren 17.",
            ),
            table(
                "",
                &["Groep", "Stemmen"],
                &[&["Samen bewegen", "34"], &["Samen eten", "27"]],
            ),
            table("", &["Groep", "Aandeel"], &[&["Jongeren", "17 %"]]),
            heading("Ronde 2"),
            figure(
                "drawn-by-nobody",
                "Staven zonder plaatje: Rouw en verlies 11.",
            ),
            note("121 antwoorden in zes thema’s; 3 staan los"),
        ],
    )
}

fn ideas() -> ReportSection {
    let sly = SLY.map(|words| quote(words, None));
    let said = [
        quote(
            "Een wandelgroep bij de huisarts om de hoek.",
            Some("38 stemmen"),
        ),
        quote(
            "Eén keer per week samen eten in het buurthuis.",
            Some("31 stemmen"),
        ),
        quote("مجموعة للمشي في الحي، 3 مرات!", Some("7 stemmen")),
        quote("Zij zei שלום en lachte 😀👩‍👩‍👧", None),
        quote("毎週一緒に食べる\ntwee regels", Some("1 stem")),
    ];
    section("Je beste idee?", said.into_iter().chain(sly).collect())
}

pub fn afternoon() -> Report {
    Report {
        language: "nl".to_owned(),
        kind: "Impressieverslag".to_owned(),
        date: "28 november".to_owned(),
        title: "Groepenwerkplaats".to_owned(),
        lead: vec![
            "Een middag over samen werken aan mentale gezondheid. We kwamen twijfelend binnen en \
             gingen met meer geloof, en met zes ideeën voor een proef, naar huis."
                .to_owned(),
        ],
        key_figures: vec![
            key("163", "deelnemers"),
            key("9", "vragen"),
            key("1.310", "antwoorden"),
            key("8,1", "cijfer, gemiddeld van 74"),
        ],
        sections: vec![spectrum(), words(), choice(), ideas()],
        next_heading: "Hoe nu verder".to_owned(),
        next: vec![
            "De proef met wandelgroepen begint in januari.".to_owned(),
            "Wie mee wil ontwerpen, meldt zich voor 11 december.".to_owned(),
            "In maart komen we terug en peilen we opnieuw.".to_owned(),
        ],
        footer: "Gemaakt met peil op peil.example.org. We vroegen geen naam.".to_owned(),
    }
}
