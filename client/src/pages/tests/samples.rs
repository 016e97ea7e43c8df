//! A participant's page in each of its states, as a workshop would meet them.

use std::collections::BTreeMap;

use shared::code::JoinCode;
use shared::ids::{AnswerId, Key, SlideId};
use shared::phase::Phase;
use shared::protocol::view::{PartView, PastQuestion, PhoneView, QuestionView, SlideView, Votable};
use shared::protocol::{Own, OwnAdded};
use shared::question::choice::{ChoiceInput, ChoiceLayout, InputOption, OptionVotes, Pick};
use shared::question::open::{OpenAnswer, OpenInput, OpenLayout};
use shared::question::scale::ScaleInput;
use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout};
use shared::question::words::{WordsInput, WordsLayout};
use shared::question::{Fields, Input, Results, choice, open};
use shared::refusal::Refusal;

use crate::language::Language;
use crate::phone::{ParticipantState, PhoneNotice};

pub(super) fn choice_input(labels: &[&str], pick: Pick) -> Input {
    let option = |label: &&str| InputOption {
        label: (*label).to_owned(),
        other: *label == "Anders",
        image: None,
    };
    Input::Choice(ChoiceInput {
        options: labels.iter().map(option).collect(),
        pick,
        shuffle: false,
        layout: ChoiceLayout::default(),
    })
}

pub(super) fn words_input(entries: u32) -> Input {
    Input::Words(WordsInput {
        entries,
        length: 25,
        layout: WordsLayout::default(),
    })
}

pub(super) fn open_input(entries: u32, votes: u32) -> Input {
    Input::Open(OpenInput {
        entries,
        length: 200,
        votes,
        layout: OpenLayout::default(),
        columns: Vec::new(),
    })
}

pub(super) fn scale_input(statements: &[&str]) -> Input {
    Input::Scale(ScaleInput {
        statements: statements.iter().map(|text| (*text).to_owned()).collect(),
        from: 1,
        to: 5,
        low: Some("helemaal niet".to_owned()),
        high: Some("helemaal wel".to_owned()),
    })
}

pub(super) fn spectrum_input(
    left: (&str, &str, &str),
    right: (&str, &str, &str),
    stops: &[&str],
) -> Input {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let pole = |(label, note, image): (&str, &str, &str)| Pole {
        label: label.into(),
        note: some(note),
        image: some(image),
    };
    Input::Spectrum(SpectrumInput {
        left: pole(left),
        right: pole(right),
        stops: stops.iter().map(|text| (*text).to_owned()).collect(),
        layout: SpectrumLayout::default(),
    })
}

pub(super) fn cat_and_dog() -> Input {
    spectrum_input(
        ("poes", "het zal wel weer mislukken", "🐱"),
        ("hond", "daar mag je mij aan houden", "🐶"),
        &[],
    )
}

pub(super) fn slide(id: &str, prompt: &str, body: &str, part: PartView) -> SlideView {
    let kind = match &part {
        PartView::Content => "content",
        PartView::Instructions => "instructions",
        PartView::Break { .. } => "break",
        PartView::Question(_) => "question",
        PartView::Later => "rank",
    };
    SlideView {
        id: id.into(),
        number: 3,
        kind: kind.into(),
        prompt: prompt.into(),
        body: body.into(),
        part,
    }
}

/// An open question.
pub(super) fn asked(id: &str, prompt: &str, input: Input) -> SlideView {
    slide(
        id,
        prompt,
        "",
        PartView::Question(Box::new(QuestionView {
            round: 1,
            open: true,
            voting: false,
            change: true,
            holds: false,
            required: false,
            countdown_ends: None,
            grace_ends: None,
            evaluation: false,
            groups: None,
            rules: shared::rules::Rules::LATEST,
            input,
            results: None,
            split: None,
            results_round: None,
            rounds: None,
            cloud: None,
            votable: None,
            voters: None,
            shown: None,
            moderable: None,
            typed: None,
        })),
    )
}

pub(super) fn with(mut slide: SlideView, change: impl FnOnce(&mut QuestionView)) -> SlideView {
    if let PartView::Question(question) = &mut slide.part {
        change(question);
    }
    slide
}

pub(super) fn closed(slide: SlideView) -> SlideView {
    with(slide, |question| question.open = false)
}

pub(super) fn at(slide: Option<SlideView>) -> ParticipantState {
    ParticipantState {
        language: Language::Nl,
        code: JoinCode::parse("8914 5348").unwrap(),
        seq: 41,
        view: PhoneView {
            title: "Groepenwerkplaats".into(),
            language: "nl".into(),
            phase: if slide.is_some() {
                Phase::Live
            } else {
                Phase::Ready
            },
            slide,
            last: false,
            trial: false,
            own_pace: false,
            late: Vec::new(),
            asked: Vec::new(),
            qa: None,
            page: None,
            page_day: None,
            reactions: Vec::new(),
            groups: Vec::new(),
        },
        own: BTreeMap::new(),
        shown: None,
        group: None,
        finished: false,
        at: None,
        offered: None,
        key: Key::from("k7"),
        you: Some("00000000000000000000000000000001".into()),
        notice: None,
        about_qa: false,
        typed: None,
        saved: false,
        address: "peil.example.org".into(),
        planned: None,
        asked_until: None,
        now: 0,
        live: None,
    }
}

/// What somebody filled in.
pub(super) fn fields(given: &[(&str, &str)]) -> Fields {
    Fields(
        given
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

/// The same with an answer stored to the slide that is shown.
pub(super) fn answered(slide: SlideView, fields: Fields) -> ParticipantState {
    let id = slide.id.clone();
    let mut state = at(Some(slide));
    state.own.insert(
        id,
        Own {
            round: 1,
            turn: 1,
            fields: Some(fields),
            ..Own::default()
        },
    );
    state.saved = true;
    state
}

pub(super) fn refused(
    mut state: ParticipantState,
    notice: PhoneNotice,
    typed: &[(&str, &str)],
) -> ParticipantState {
    let id = state
        .view
        .slide
        .as_ref()
        .map(|slide| slide.id.to_string())
        .unwrap_or_default();
    let mut fields = vec![
        ("question".to_owned(), id),
        ("round".to_owned(), "1".to_owned()),
    ];
    fields.extend(
        typed
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    state.notice = Some(notice);
    state.typed = Some(fields);
    state
}

pub(super) fn added(number: u64, key: &str, text: Option<&str>) -> OwnAdded {
    OwnAdded {
        id: AnswerId(number),
        key: key.into(),
        turn: 1,
        text: text.map(str::to_owned),
        others: false,
    }
}

fn history(mut state: ParticipantState) -> ParticipantState {
    let earlier = [
        (
            "deciding",
            "Hoe neem jij beslissingen?",
            spectrum_input(
                ("ik zoek zekerheid", "", "🛟"),
                ("ik ben een gokker", "", "🎲"),
                &["ergens ertussenin"],
            ),
            fields(&[("value", "70")]),
        ),
        (
            "values",
            "Waaraan denk je bij ‘waarden’?",
            words_input(3),
            fields(&[("entry", "samen"), ("entry", "dignity of risk")]),
        ),
        (
            "outlook",
            "Hoe kijk je naar de proef?",
            scale_input(&STATEMENTS),
            fields(&[("value-1", "4"), ("skip-2", "1"), ("value-3", "2")]),
        ),
    ];
    for (id, prompt, input, fields) in earlier {
        state.view.asked.push(PastQuestion {
            id: id.into(),
            prompt: prompt.into(),
            input,
        });
        state.own.insert(
            id.into(),
            Own {
                round: 1,
                turn: 1,
                fields: Some(fields),
                ..Own::default()
            },
        );
    }
    state
}

const STATEMENTS: [&str; 3] = [
    "Ik snap wat de bedoeling is",
    "Ik zie wat ik zelf kan bijdragen",
    "We kunnen hier volgende maand mee beginnen",
];
const JOBS: [&str; 5] = [
    "Zorgverlener",
    "Welzijn of sociaal werk",
    "Beleid of bestuur",
    "Ervaringsdeskundige of naaste",
    "Anders",
];
const ONE: Pick = Pick { min: 1, max: 1 };
const BELIEF: &str = "In hoeverre geloof jij dat een aanbod in groepen het mentaal welzijn in onze regio aanzienlijk zal verbeteren?";
const AGENDA: &str = "<p>Een middag over samen werken aan mentale gezondheid.</p><table><thead><tr><th>tijd</th><th>wat</th></tr></thead><tbody><tr><td>13.00</td><td>Welkom en kennismaken</td></tr><tr class=\"now\" aria-current=\"step\"><td>13.30</td><td>Waar sta jij?</td></tr><tr><td>14.30</td><td>Pauze</td></tr><tr><td>14.45</td><td>Onze waarden</td></tr></tbody></table>";

fn jobs() -> SlideView {
    asked("job", "Wat is je functie?", choice_input(&JOBS, ONE))
}

fn values() -> SlideView {
    asked("values", "Waaraan denk je bij ‘waarden’?", words_input(3))
}

fn trial() -> SlideView {
    asked(
        "trial",
        "Welke groepen zijn laaghangend fruit voor een proef?",
        open_input(3, 3),
    )
}

fn outlook() -> SlideView {
    asked(
        "outlook",
        "Hoe kijk je naar de proef?",
        scale_input(&STATEMENTS),
    )
}

fn belief() -> SlideView {
    let mut slide = asked("belief", BELIEF, cat_and_dog());
    slide.body = "<p>De kat haalt de schouders op. De hond kwispelt al.</p>".into();
    slide
}

fn votable() -> Vec<Votable> {
    let texts = [
        (1, "Wandelgroep voor mantelzorgers in de Noordwijk"),
        (2, "Wie wacht op een intake"),
        (
            3,
            "De eetclub van het buurthuis: die bestaat al en heeft plek.",
        ),
        (4, "Jongvolwassenen die net het huis uit zijn"),
        (5, "سوف نجرب شيئا جديدا"),
    ];
    texts
        .map(|(number, text)| Votable {
            id: AnswerId(number),
            text: text.into(),
        })
        .into()
}

fn with_own_answers(slide: SlideView) -> ParticipantState {
    let id = slide.id.clone();
    let mut state = at(Some(slide));
    let own = Own {
        round: 1,
        added: vec![
            added(4, "k1", Some("Jongvolwassenen die net het huis uit zijn")),
            added(9, "k2", None),
        ],
        upvotes: vec![AnswerId(2)],
        ..Own::default()
    };
    state.own.insert(id, own);
    state
}

pub(super) fn job_results() -> Results {
    let votes = [61, 44, 18, 31, 9];
    let option = |(label, votes): (&&str, u64)| OptionVotes {
        label: (*label).to_owned(),
        votes,
    };
    Results::Choice(choice::ChoiceResults {
        voters: 163,
        options: JOBS.iter().zip(votes).map(option).collect(),
        others: Some(Vec::new()),
    })
}

fn open_results() -> Results {
    let answer = |votable: Votable| OpenAnswer {
        id: votable.id,
        text: votable.text,
        votes: 7,
        at: 0,
    };
    Results::Open(open::OpenResults {
        voters: 5,
        total: 5,
        votes: 35,
        answers: votable().into_iter().map(answer).collect(),
    })
}

fn too_long() -> PhoneNotice {
    PhoneNotice::Refused(Refusal::TooLong { limit: 25 })
}

/// Every state with its name.
pub(super) fn all() -> Vec<(&'static str, ParticipantState)> {
    let mut all = waiting();
    all.extend(choices());
    all.extend(words());
    all.extend(opens());
    all.extend(scales_and_spectra());
    all.extend(super::qa::samples());
    all
}

/// States in which there is nothing to do but wait.
pub(super) fn waiting() -> Vec<(&'static str, ParticipantState)> {
    let slide = |prompt: &str, body: &str, part| Some(slide("s", prompt, body, part));
    let pause = |minutes, until: Option<&str>| PartView::Break {
        minutes,
        until: until.map(str::to_owned),
        began_at: 0,
    };
    let mut ended = at(None);
    ended.view.phase = Phase::Ended;
    let mut fixed = answered(
        with(jobs(), |question| question.change = false),
        fields(&[("option", "2")]),
    );
    fixed.saved = false;
    let results = with(closed(jobs()), |question| {
        question.results = Some(job_results())
    });
    let alone = with(trial(), |question| {
        question.voting = true;
        question.votable = Some(Vec::new());
    });
    let mut erased = at(Some(closed(values())));
    erased.own.insert(
        SlideId::from("values"),
        Own {
            round: 1,
            erased: true,
            ..Own::default()
        },
    );
    vec![
        ("ready", at(None)),
        (
            "content",
            history(at(slide("Welkom", AGENDA, PartView::Content))),
        ),
        ("content-empty", at(slide("", "", PartView::Content))),
        (
            "instructions",
            at(slide("Doe mee", "", PartView::Instructions)),
        ),
        (
            "break-until",
            history(at(slide("Pauze", "", pause(None, Some("14:45"))))),
        ),
        ("break-minutes", at(slide("", "", pause(Some(15), None)))),
        ("later", at(slide("Zet op volgorde", "", PartView::Later))),
        ("ended", history(ended.clone())),
        ("ended-without", ended),
        ("fixed", fixed),
        (
            "closed-results",
            answered(
                results,
                fields(&[("option", "2"), ("option", "5"), ("other", "buurman")]),
            ),
        ),
        ("closed-without", at(Some(closed(values())))),
        ("closed-erased", erased),
        ("voting-alone", at(Some(alone))),
        ("closed-open", with_own_answers(closed(trial()))),
    ]
}

fn choices() -> Vec<(&'static str, ParticipantState)> {
    let groups = [
        "Jongeren",
        "Mantelzorgers",
        "Ouderen in de wijk",
        "Nog geen",
        "Anders",
    ];
    let some = choice_input(&groups, Pick { min: 1, max: 3 });
    let picked = fields(&[
        ("option", "2"),
        ("option", "3"),
        ("option", "5"),
        ("other", "Dagbesteding op de boerderij"),
    ]);
    let late = refused(
        at(Some(closed(jobs()))),
        PhoneNotice::Refused(Refusal::Closed),
        &[("option", "3"), ("other", "")],
    );
    let mut results = answered(
        with(jobs(), |question| question.results = Some(job_results())),
        fields(&[("option", "2")]),
    );
    results.saved = false;
    vec![
        (
            "choice",
            at(Some(with(jobs(), |question| question.change = false))),
        ),
        ("choice-saved", answered(jobs(), fields(&[("option", "2")]))),
        (
            "choice-several",
            answered(
                asked("teams", "Met welke groepen werk je nu al?", some),
                picked,
            ),
        ),
        ("choice-results", results),
        (
            "choice-cookies",
            refused(at(Some(jobs())), PhoneNotice::Cookies, &[("option", "2")]),
        ),
        ("choice-too-late", late),
    ]
}

fn words() -> Vec<(&'static str, ParticipantState)> {
    let long = "elkaar de ruimte geven om fouten te maken";
    let typed = [("entry", "samen"), ("entry", long), ("entry", "")];
    let feeling = asked(
        "feeling",
        "Met welk gevoel ga je naar huis?",
        words_input(1),
    );
    vec![
        (
            "words",
            at(Some(with(values(), |question| {
                question.countdown_ends = Some(1)
            }))),
        ),
        (
            "words-refused",
            refused(at(Some(values())), too_long(), &typed),
        ),
        (
            "words-one",
            answered(feeling, fields(&[("entry", "opgelucht 🙂")])),
        ),
    ]
}

fn opens() -> Vec<(&'static str, ParticipantState)> {
    let grace = with(trial(), |question| question.grace_ends = Some(1));
    let mut late = at(Some(slide("s", "Welkom", AGENDA, PartView::Content)));
    late.shown = Some(grace);
    let both = with(trial(), |question| question.votable = Some(votable()));
    let voting = with(both.clone(), |question| {
        question.voting = true;
        question.results = Some(open_results());
    });
    let edit = [("key", "k1"), ("text", "Jongvolwassenen, en hun ouders <3")];
    let closed_late = refused(
        with_own_answers(closed(trial())),
        PhoneNotice::Refused(Refusal::Closed),
        &[("key", "k9"), ("text", "Wie wacht\nop een intake")],
    );
    let mut voted = at(Some(both.clone()));
    voted.own.insert(
        "trial".into(),
        Own {
            round: 1,
            upvotes: vec![AnswerId(2)],
            ..Own::default()
        },
    );
    voted.saved = true;
    vec![
        ("open-too-late", closed_late),
        ("open-voted", voted),
        ("open", at(Some(trial()))),
        ("open-late", late),
        ("open-lists", with_own_answers(both.clone())),
        ("open-voting", with_own_answers(voting)),
        (
            "open-busy",
            refused(
                at(Some(trial())),
                PhoneNotice::TryAgain,
                &[("key", "k3"), ("text", "Wie wacht")],
            ),
        ),
        (
            "open-edit",
            refused(with_own_answers(both), too_long(), &edit),
        ),
    ]
}

fn scales_and_spectra() -> Vec<(&'static str, ParticipantState)> {
    let mut many = scale_input(&["Een collega meenemen"]);
    if let Input::Scale(ScaleInput { from, to, .. }) = &mut many {
        (*from, *to) = (0, 10);
    }
    let likely = asked("nps", "Een collega meenemen", many);
    let decide = spectrum_input(
        ("ik zoek zekerheid", "", ""),
        ("ik ben een gokker", "", "🎲"),
        &["ergens ertussenin"],
    );
    let decide = asked("deciding", "Hoe neem jij beslissingen?", decide);
    vec![
        (
            "scale",
            refused(
                at(Some(outlook())),
                PhoneNotice::CannotStore,
                &[("value-1", "4"), ("skip-3", "1")],
            ),
        ),
        (
            "scale-saved",
            answered(
                outlook(),
                fields(&[("value-1", "4"), ("skip-2", "1"), ("value-3", "2")]),
            ),
        ),
        ("scale-many", answered(likely, fields(&[("value-1", "8")]))),
        ("spectrum", at(Some(belief()))),
        (
            "spectrum-saved",
            answered(belief(), fields(&[("value", "73")])),
        ),
        (
            "spectrum-stops",
            answered(decide, fields(&[("value", "50")])),
        ),
    ]
}
