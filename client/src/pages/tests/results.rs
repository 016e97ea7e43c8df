//! What came out of a room, with a question of every kind.

use shared::ids::{AnswerId, SlideId};
use shared::instant::LocalMoment;
use shared::protocol::view::{QaOrigin, QaQuestion, QaState};
use shared::publish::is_enough;
use shared::question::{FieldCount, FieldTotals};
use shared::room::Room;

use super::desk::parsed;
use super::desk_samples::{home, room};
use super::*;
use crate::kinds::tests::rooms;
use crate::pages::{after_page as page_after, no_after_page};
use crate::results::{QuestionRounds, RoundResults, published};
use crate::views::after_page::{AfterPage, NoAfterPage};
use crate::views::desk::after_page::{
    AfterPageDesk, AfterPageNotice, AfterPageStatus, PageQuestion,
};
use crate::views::desk::remote::RemoteState;
use crate::views::desk::report::{ReportChoice, ReportDesk};
use crate::views::desk::results::{DeskResults, FoundAnswers};
use crate::views::desk::retention::AnswersKept;
use crate::views::desk::{AnswerRow, DeskHome, DeskRoom};

/// The page of a room with a question of every kind, the first of them once more in an earlier
/// round, and the last not asked.
pub(super) fn results(language: Language) -> DeskResults {
    let row = |room: Room| {
        let results = room.results_by_question(None).remove(0);
        QuestionRounds {
            newest: RoundResults {
                cloud: room.cloud_of(&results.id, results.round),
                results,
            },
            earlier: Vec::new(),
            totals: None,
        }
    };
    let mut questions: Vec<QuestionRounds> = rooms().into_iter().map(row).collect();
    let mut before = questions[0].newest.clone();
    before.results.round = 9;
    questions[0].earlier = vec![before];
    let mut unasked = questions[1].clone();
    unasked.newest.results.rounds.clear();
    unasked.newest.results.asked = false;
    questions.push(unasked);
    DeskResults {
        language,
        room: "kamer".into(),
        title: "Groepenwerkplaats".into(),
        ended: true,
        from: LocalMoment::parse("2026-11-28T13:00"),
        until: LocalMoment::parse("2026-11-28T16:21"),
        today: "2026-11-29".into(),
        people: 163,
        answers: 1310,
        splits: vec![
            ("groups".into(), String::new()),
            ("role".into(), "Wat is je functie?".into()),
        ],
        split: None,
        questions,
        qa: vec![
            asked(
                "Kan een groep ook te gezellig zijn?",
                QaState::Answered,
                None,
            ),
            asked(
                "Wie betaalt dit?",
                QaState::Listed,
                Some("Dat weten we in maart."),
            ),
            asked("Mag mijn buurvrouw mee?", QaState::Listed, None),
        ],
        search: None,
        kept: AnswersKept::default(),
        notice: None,
    }
}

fn asked(text: &str, state: QaState, reply: Option<&str>) -> QaQuestion {
    QaQuestion {
        id: AnswerId(text.len() as u64),
        text: text.into(),
        votes: 12,
        state,
        from: QaOrigin::Phone,
        to: None,
        reply: reply.map(str::to_owned),
        at: 0,
        merged: Vec::new(),
    }
}

/// The same with what was looked for.
pub(super) fn search(language: Language) -> DeskResults {
    let row = AnswerRow {
        id: AnswerId(7),
        question: "Wat is jouw idee?".into(),
        text: "Een wandelgroep <b>bij</b> de huisarts".into(),
        at: "2026-11-28T13:52:04.000Z".into(),
    };
    let found = FoundAnswers {
        text: "wandel".into(),
        rows: vec![row],
        total: 12,
    };
    DeskResults {
        search: Some(found),
        ..results(language)
    }
}

/// What is added to the report of that room.
pub(super) fn report_desk(language: Language) -> ReportDesk {
    let choice = |id: &str, prompt: &str, is_form: bool, quotes| ReportChoice {
        id: id.into(),
        prompt: prompt.into(),
        included: !is_form,
        is_form,
        quotes,
    };
    let quotes = vec![
        (
            AnswerId(7),
            "Een wandelgroep bij de huisarts".to_owned(),
            true,
        ),
        (AnswerId(9), "Samen <b>eten</b>".to_owned(), false),
    ];
    ReportDesk {
        language,
        room: "kamer".into(),
        title: "Groepenwerkplaats".into(),
        version: 3,
        saved_at: Some("28 november om 16.30 uur".into()),
        lead: "Een middag over groepen.\n\nMet </textarea> erin.".into(),
        next: "De proef begint in januari.".into(),
        questions: vec![
            choice("ideas", "Wat is jouw idee?", false, quotes),
            choice("evaluation", "Evaluatie", true, Vec::new()),
        ],
        changed: vec![(
            "Wat is jouw idee?".into(),
            "zes antwoorden".into(),
            "vijf antwoorden".into(),
        )],
        saved: true,
        conflict: true,
    }
}

/// What everybody reads of that room afterwards.
pub(super) fn after_page(language: Language) -> AfterPage {
    let totals = FieldTotals {
        label: "Welk cijfer geef je deze middag?".into(),
        kind: "rating".into(),
        answered: 74,
        mean: Some(8.1),
        counts: vec![FieldCount {
            label: "8".into(),
            votes: 41,
        }],
    };
    let mut rows = results(language).questions;
    for row in &mut rows {
        row.newest.results.voters = row.newest.results.voters.max(9);
    }
    let mut questions = published(&rows, None);
    questions[0].totals = vec![totals];
    questions[1].newest = None;
    AfterPage {
        language,
        title: "Groepenwerkplaats".into(),
        date: "28 november 2026".into(),
        until: "28 december 2026".into(),
        text: vec![
            "Dank je wel <b>allemaal</b>.".into(),
            "Tot in maart!".into(),
        ],
        questions,
        evaluation: vec![("Evaluatie".into(), "/89145348?question=evaluatie".into())],
        links: vec![(
            "Dia’s".into(),
            "https://example.org/dias.pdf?a=1&b=2".into(),
        )],
        transcript: vec!["Welkom <allemaal>.".into(), "Fijn dat je er bent.".into()],
        own: "/89145348?past=evaluation".into(),
        is_preview: true,
    }
}

/// What its organiser puts there.
pub(super) fn after_page_desk(language: Language) -> AfterPageDesk {
    let question = |id: &str, prompt: &str, is_form: bool| PageQuestion {
        id: id.into(),
        prompt: prompt.into(),
        included: !is_form,
        is_form,
    };
    let address = "https://peil.example.org/p/groepenwerkplaats-28-november";
    AfterPageDesk {
        language,
        room: "kamer".into(),
        title: "Groepenwerkplaats".into(),
        version: 3,
        status: AfterPageStatus::Open("28 december".into()),
        address: Some((address.into(), "<svg viewBox=\"0 0 9 9\"></svg>".into())),
        open: true,
        until: "2026-12-28".into(),
        slug: "groepenwerkplaats-28-november".into(),
        text: "Dank je wel </textarea> allemaal.".into(),
        transcript: "WEBVTT".into(),
        urls: vec![("Dia’s".into(), "https://example.org/dias.pdf".into())],
        questions: vec![
            question("ideas", "Wat is jouw idee?", false),
            question("evaluation", "Evaluatie", true),
        ],
        notice: Some(AfterPageNotice::Url),
    }
}

fn after_pages(language: Language) -> Vec<(&'static str, String)> {
    let nothing = |why| no_after_page(&assets(), language, &why);
    let over = AfterPageDesk {
        status: AfterPageStatus::Over("28 december".into()),
        notice: Some(AfterPageNotice::Saved),
        ..after_page_desk(language)
    };
    let closed = AfterPageDesk {
        status: AfterPageStatus::Closed,
        address: None,
        notice: Some(AfterPageNotice::Changed),
        ..after_page_desk(language)
    };
    let waiting = AfterPageDesk {
        status: AfterPageStatus::Waiting,
        notice: None,
        ..after_page_desk(language)
    };
    let desk = |page| host::desk_after_page(&assets(), &page);
    let since = Some("28 december".to_owned());
    vec![
        ("after-page", page_after(&assets(), &after_page(language))),
        ("after-page-not-yet", nothing(NoAfterPage::NotYet)),
        ("after-page-closed", nothing(NoAfterPage::Closed { since })),
        ("desk-page", desk(after_page_desk(language))),
        ("desk-page-over", desk(over)),
        ("desk-page-closed", desk(closed)),
        ("desk-page-waiting", desk(waiting)),
    ]
}

/// What is said of answers that soon go.
fn going() -> AnswersKept {
    AnswersKept {
        until: Some("2026-12-14".into()),
        never_ended: true,
        forms_until: Some("2026-12-02".into()),
        ended: None,
        today: "2026-11-29".into(),
    }
}

/// What is said of answers that are gone.
fn gone() -> AnswersKept {
    AnswersKept {
        ended: Some("2026-11-14".into()),
        today: "2026-11-29".into(),
        ..AnswersKept::default()
    }
}

/// What that room came to, once its answers are gone.
fn emptied(language: Language) -> DeskResults {
    let mut page = results(language);
    for row in &mut page.questions {
        let of = &mut row.newest.results;
        of.results = of.results.clone().totals(is_enough);
        of.pictured = of.pictured.clone().totals(is_enough);
    }
    DeskResults {
        kept: gone(),
        qa: Vec::new(),
        splits: Vec::new(),
        ..page
    }
}

/// The first page of a desk at which some answers soon go and others are gone.
fn keeping(language: Language) -> DeskHome {
    let mut home = DeskHome { language, ..home() };
    home.rooms.rows[0].kept = going();
    home.rooms.rows[1].kept = gone();
    home
}

/// The page of a room whose answers soon go.
fn room_that_goes(language: Language) -> DeskRoom {
    let room = room();
    let leading = RemoteState {
        language,
        ..room.leading
    };
    let kept = going();
    DeskRoom {
        leading,
        kept,
        ..room
    }
}

/// What else the desk says of answers that go.
pub(super) fn pages_of_rooms(language: Language) -> Vec<(&'static str, String)> {
    let room = host::desk_room(&assets(), &assets(), &room_that_goes(language));
    let home = host::desk_home(&assets(), &keeping(language));
    vec![("desk-home-keeping", home), ("desk-room-going", room)]
}

/// The page as it is and with a search in it, with answers that go and that are gone, and that of
/// the report.
pub(super) fn pages(language: Language) -> Vec<(&'static str, String)> {
    let page = |page| host::desk_results(&assets(), &page);
    let report = host::desk_report(&assets(), &report_desk(language));
    let mut all = vec![
        ("desk-results", page(results(language))),
        ("desk-results-search", page(search(language))),
        (
            "desk-results-going",
            page(DeskResults {
                kept: going(),
                ..results(language)
            }),
        ),
        ("desk-results-emptied", page(emptied(language))),
        ("desk-report", report),
    ];
    all.extend(after_pages(language));
    all
}

#[test]
fn what_everybody_reads_afterwards_asks_nothing_and_tells_of_nobody_alone() {
    for language in Language::ALL {
        let page = after_page(language);
        let text = page_after(&assets(), &page);
        for raw in ["<b>allemaal", "<allemaal>", "&b=2\""] {
            assert!(!text.contains(raw), "{raw}");
        }
        let html = parsed(&text);
        for nothing in ["input", "textarea", "blockquote", "script"] {
            let there = all_of(&html, nothing);
            assert_eq!(there.len(), 0, "{nothing}");
        }
        let forms = all_of(&html, "form:not(.language)");
        assert_eq!(forms.len(), 0, "the language alone is chosen there");
        assert_eq!(all_of(&html, "article").len(), page.questions.len());
        assert!(!all_of(&html, "article svg").is_empty());
        let written = results(language).questions.into_iter();
        let written = written.flat_map(|row| row.newest.results.results.added().to_vec());
        for answer in written {
            assert!(!text.contains(&answer.text), "{}", answer.text);
        }
    }
}

#[test]
fn what_is_chosen_is_there_in_its_order_and_forms_only_where_they_are_named() {
    let rows = results(Language::Nl).questions;
    let usual = published(&rows, None);
    let is_form = |id: &SlideId| {
        let row = rows.iter().find(|row| row.newest.results.id == *id);
        row.is_some_and(|row| row.newest.results.kept_apart)
    };
    assert!(usual.iter().all(|question| !is_form(&question.id)));
    let last_first: Vec<SlideId> = usual.iter().rev().map(|it| it.id.clone()).collect();
    let named = published(&rows, Some(&last_first));
    let named: Vec<SlideId> = named.into_iter().map(|it| it.id).collect();
    assert_eq!(named, last_first);
    assert!(published(&rows, Some(&[])).is_empty());
    assert!(published(&rows, Some(&["elsewhere".into()])).is_empty());
}

#[test]
fn what_an_organiser_adds_is_in_the_form_as_it_was_typed() {
    let html = host::desk_report(&assets(), &report_desk(Language::Nl));
    assert!(!html.contains("<b>eten</b>"));
    let html = parsed(&html);
    let lead = all_of(&html, "textarea[name=lead]");
    let lead: String = lead.iter().flat_map(|area| area.text()).collect();
    assert_eq!(lead, report_desk(Language::Nl).lead);
    let ticked = all_of(&html, "input[checked]");
    let ticked: Vec<_> = ticked.iter().filter_map(|tick| tick.attr("name")).collect();
    assert_eq!(ticked, ["in-ideas", "quote-ideas"]);
    assert_eq!(all_of(&html, "input[name=quote-ideas]").len(), 2);
    assert_eq!(
        all_of(&html, "ul li").len(),
        6,
        "the changed one, the quotes, the ways out"
    );
}

#[test]
fn answers_that_go_can_be_saved_before_and_of_those_that_are_gone_the_totals_are_there() {
    let page = |page| parsed(&host::desk_results(&assets(), &page));
    let soon = page(DeskResults {
        kept: going(),
        ..results(Language::Nl)
    });
    let said = text(&soon, "[data-code=answers_end] p");
    for part in ["Op 14 december", "nooit afgesloten", "Op 2 december"] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(all_of(&soon, "[data-code=answers_end] a").len(), 3);
    assert_eq!(all_of(&page(results(Language::Nl)), "[data-code]").len(), 0);
    let after = page(emptied(Language::Nl));
    assert_eq!(
        text(&after, "[data-code=answers_ended]"),
        "De antwoorden zijn op 14 november gewist; de totalen blijven."
    );
    let sections = |page: &Html| all_of(page, "section.one-result").len();
    assert_eq!(
        sections(&after) + 1,
        sections(&soon),
        "what people asked the speakers is gone, and no question"
    );
    assert!(all_of(&after, "input[name=find], a[href*=moderator]").is_empty());
    let away = all_of(&after, "form[action='/desk/rooms/kamer/delete']");
    assert_eq!(away.len(), 1, "what is left can be thrown away");
    assert!(!after.html().contains("wandelgroep"));
}

#[test]
fn every_answered_question_has_a_section_and_the_others_are_named_below() {
    for language in Language::ALL {
        let page = results(language);
        let html = parsed(&host::desk_results(&assets(), &page));
        let sections = all_of(&html, "section.one-result");
        let answered = page.questions.iter();
        let answered = answered.filter(|row| !row.newest.results.rounds.is_empty());
        assert_eq!(
            sections.len(),
            answered.count() + 1,
            "and those to the speakers"
        );
        assert_eq!(all_of(&html, "details.earlier-round").len(), 1);
        assert_eq!(all_of(&html, ".rest li").len(), 1);
        assert_eq!(all_of(&html, "p.reply").len(), 1);
        let ids: Vec<_> = all_of(&html, "[id]")
            .iter()
            .filter_map(|element| element.attr("id").map(str::to_owned))
            .collect();
        let different: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "ids are there once: {ids:?}");
    }
}

#[test]
fn what_was_found_is_text_and_can_be_erased() {
    let html = host::desk_results(&assets(), &search(Language::Nl));
    assert!(!html.contains("<b>bij</b>"));
    let html = parsed(&html);
    let erase = all_of(&html, "form[action='/desk/rooms/kamer/erase']");
    assert_eq!(erase.len(), 1);
    assert_eq!(all_of(&html, "section.one-result").len(), 0);
}
