//! What a participant and an answer cost, in bytes of memory and of the journal, counted by the
//! allocator itself; and that what is made of the answers costs no more where there are more of
//! them. docs/scale.md has the table that this prints.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use allocation_counter::measure;
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::host::HostRole;
use shared::ids::{AnswerId, Key, ParticipantId, ProducerId, SlideId};
use shared::limits::RULES;
use shared::protocol::view::Around;
use shared::question::{Fields, QuestionSpec, Tally};
use shared::room::{Clouds, Outcome, Room};
use shared::rules::Rules;

const DECK: &str = "---\nphones: shown\n---\nask: choice\nid: group\npick: 1-2\n---\n# Welke plek past bij jou?\n\n- een\n- twee\n- anders {other}\n\n\
    ---\nask: words\nid: words\n---\n# Waaraan denk je?\n\n---\nask: open\nid: story\nvotes: 3\n---\n# Wat ga je doen?\n\n\
    ---\nask: scale\nid: scale\n---\n# Hoe kijk je?\n\n- a\n- b\n- c\n- d\n- e\n\n---\nask: spectrum\nid: line\nleft: poes\nright: hond\n---\n# Waar sta je?\n";
const QUESTIONS: [&str; 5] = ["group", "words", "story", "scale", "line"];
const PEOPLE: u128 = 20_000;
/// Events in one record, as in a room in which everybody answers at once.
const TOGETHER: usize = 100;
/// Different words that the room thinks of.
const WORDS: u128 = 1_000;

/// A room and how many records it has.
struct AccountedRoom {
    room: Room,
    records: u64,
}

/// What something costs each time, in bytes.
#[derive(Clone, Copy, Debug)]
struct Cost {
    memory: i64,
    journal: i64,
}

impl AccountedRoom {
    /// The room of the deck with all questions open.
    fn begins() -> Self {
        let deck = Box::new(grammar::read(DECK).unwrap().deck);
        let created = batch(
            1,
            vec![Event::Created {
                room: "avond".into(),
                deck,
                rules: Rules::LATEST,
                moderates: true,
                groups: true,
                own_pace: true,
                trial: false,
            }],
        );
        let mut room_under_account = Self {
            room: Room::begin(1, 1, &created).unwrap(),
            records: 1,
        };
        room_under_account.takes(
            QUESTIONS
                .map(|id| Event::Opened {
                    question: id.into(),
                    after: None,
                })
                .to_vec(),
        );
        room_under_account
    }

    /// Stores these, which must all be accepted; gives the bytes of the record.
    fn takes(&mut self, events: Vec<Event>) -> usize {
        self.records += 1;
        let batch = batch(self.records, events);
        let outcomes = self.room.apply(self.records, self.records, &batch);
        let refused = outcomes
            .iter()
            .find(|outcome| !matches!(outcome, Outcome::Accepted(_)));
        assert!(refused.is_none(), "{refused:?}");
        serde_json::to_vec(&batch).unwrap().len()
    }

    /// Lets everybody do this.
    fn everybody(&mut self, people: u128, does: impl Fn(&Room, u128) -> Event) -> Cost {
        let mut journal = 0;
        let counted = measure(|| {
            let mut person = 1;
            while person <= people {
                let some = person..=people.min(person + TOGETHER as u128 - 1);
                person = some.end() + 1;
                let events = some.map(|person| does(&self.room, person)).collect();
                journal += self.takes(events);
            }
        });
        let each = |bytes: i64| bytes / people as i64;
        Cost {
            memory: each(counted.bytes_current),
            journal: each(journal as i64),
        }
    }

    /// Allocations and bytes of a view of each sort, as it is sent.
    fn views(&mut self, question: &str) -> Vec<(u64, usize)> {
        self.takes(vec![Event::Moved {
            to: question.into(),
            looks_back: false,
            after: None,
        }]);
        let room = &self.room;
        let mut clouds = Clouds::default();
        clouds.advance(room, room.at);
        let seen = |role| clouds.host_view(room, role, room.at, Around::default()).0;
        let host = |role| serde_json::to_string(&seen(role)).unwrap();
        let phone = || serde_json::to_string(&room.phone_view(room.at)).unwrap();
        let sizes = [
            phone().len(),
            host(HostRole::Stage).len(),
            host(HostRole::Moderator).len(),
        ];
        let allocations = [
            measure(|| drop(room.phone_view(room.at))).count_total,
            measure(|| drop(seen(HostRole::Stage))).count_total,
            measure(|| drop(seen(HostRole::Moderator))).count_total,
        ];
        allocations.into_iter().zip(sizes).collect()
    }
}

fn batch(counter: u64, events: Vec<Event>) -> Batch {
    Batch {
        rules: RULES,
        producer: ProducerId::from("0123456789abcdef"),
        counter,
        events,
        by: Default::default(),
    }
}

/// As ids are: anywhere in 128 bits, so that no two follow each other.
fn who(person: u128) -> ParticipantId {
    ParticipantId(person.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

fn answers(room: &Room, person: u128, question: &str, turn: u64, fields: &Fields) -> Event {
    let question = SlideId::from(question);
    let answer = Some(
        room.deck
            .question(&question)
            .unwrap()
            .ask
            .read(fields, Rules::LATEST)
            .unwrap(),
    );
    Event::Answered {
        participant: who(person),
        question,
        round: 1,
        turn: Some(turn),
        answer,
        held: Vec::new(),
    }
}

fn fields<const N: usize>(given: [(&str, String); N]) -> Fields {
    Fields(given.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn option(number: impl ToString) -> Fields {
    fields([("option", number.to_string())])
}

fn place(person: u128) -> Fields {
    fields([("value", (person % 101).to_string())])
}

fn values(last: impl ToString) -> Fields {
    let [one, two, three] = ["1", "2", "3"].map(str::to_owned);
    fields([
        ("value-1", one.clone()),
        ("value-2", two),
        ("value-3", three),
        ("skip-4", one),
        ("value-5", last.to_string()),
    ])
}

fn tells(person: u128, text: String) -> Event {
    let key = Key(format!("{:022x}", who(person).0 >> 40));
    Event::Added {
        participant: who(person),
        question: "story".into(),
        round: 1,
        key,
        turn: Some(1),
        text: Some(text),
        held: false,
    }
}

fn word(number: u128) -> String {
    format!("woord{:04}", number % WORDS)
}

/// A hundred characters of nobody else.
fn story(person: u128) -> String {
    format!("{person:06} {}", "wat er morgen anders gaat ".repeat(4))
        .chars()
        .take(100)
        .collect()
}

#[test]
fn what_a_participant_and_an_answer_cost_is_known() {
    let words = |room: &Room, person: u128| {
        let entries =
            [word(person), word(person * 7 + 1), word(person * 13 + 2)].map(|word| ("entry", word));
        answers(room, person, "words", 1, &fields(entries))
    };
    let own_word = |room: &Room, person: u128, turn| {
        answers(
            room,
            person,
            "words",
            turn,
            &fields([("entry", format!("van mij {person:06}"))]),
        )
    };
    let votes = |person: u128| Event::Upvoted {
        participant: who(person),
        question: "story".into(),
        answer: AnswerId(((person + 1) % PEOPLE + 1) as u64),
        on: true,
    };
    let mut rows: Vec<(&str, Cost, Cost)> = Vec::new();
    let mut row = |what, cost, memory, journal| rows.push((what, cost, Cost { memory, journal }));

    let mut room_under_account = AccountedRoom::begins();
    let joined = room_under_account.everybody(PEOPLE, |_, person| Event::Joined {
        participant: who(person),
    });
    row("a participant", joined, 90, 75);
    let added = room_under_account.everybody(PEOPLE, |_, person| tells(person, story(person)));
    row("an open answer of 100 characters", added, 700, 270);
    row(
        "an upvote",
        room_under_account.everybody(PEOPLE, |_, person| votes(person)),
        40,
        130,
    );
    let value = |person: u128| option(1 + person % 3);
    let chosen = room_under_account.everybody(PEOPLE, |room, person| {
        answers(room, person, "group", 1, &value(person))
    });
    row("a choice", chosen, 410, 165);
    let changed = room_under_account.everybody(PEOPLE, |room, person| {
        answers(room, person, "group", 2, &value(person + 1))
    });
    row("the same, changed", changed, 8, 165);
    let placed = |room: &Room, person| answers(room, person, "line", 1, &place(person));
    row(
        "a place between two poles",
        room_under_account.everybody(PEOPLE, placed),
        410,
        170,
    );
    let valued = |room: &Room, person| answers(room, person, "scale", 1, &values(5));
    row(
        "a scale of five statements",
        room_under_account.everybody(PEOPLE, valued),
        460,
        175,
    );
    row(
        "three words of a thousand",
        room_under_account.everybody(PEOPLE, words),
        680,
        290,
    );

    let mut room_under_account = AccountedRoom::begins();
    let other = |room: &Room, person: u128| {
        answers(
            room,
            person,
            "group",
            1,
            &fields([
                ("option", "3".to_owned()),
                ("other", format!("van mij {person:06}")),
            ]),
        )
    };
    room_under_account.everybody(PEOPLE, |_, person| Event::Joined {
        participant: who(person),
    });
    row(
        "a choice with a text of nobody else",
        room_under_account.everybody(PEOPLE, other),
        1400,
        225,
    );
    row(
        "a word of nobody else",
        room_under_account.everybody(PEOPLE, |room, person| own_word(room, person, 1)),
        1450,
        215,
    );

    rows.iter()
        .for_each(|(what, cost, _)| println!("| {what} | {} | {} |", cost.memory, cost.journal));
    for (what, cost, bound) in &rows {
        assert!(
            cost.memory <= bound.memory && cost.journal <= bound.journal,
            "{what}: {cost:?}, and not {bound:?}"
        );
    }
}

/// The room has more of everything; what of it is shown is made with as many allocations and as
/// many bytes, but for longer numbers.
#[test]
fn a_view_costs_the_same_with_twenty_times_the_answers() {
    for question in QUESTIONS {
        let [few, many] = [1_000, PEOPLE].map(|people| {
            let mut room_under_account = AccountedRoom::begins();
            room_under_account.everybody(people, |room, person| match question {
                "group" => answers(room, person, question, 1, &option(1 + person % 2)),
                "words" => answers(
                    room,
                    person,
                    question,
                    1,
                    &fields([("entry", word(person))]),
                ),
                "story" => tells(person, story(person)),
                "scale" => answers(room, person, question, 1, &values(person % 5 + 1)),
                _ => answers(room, person, question, 1, &place(person)),
            });
            room_under_account.views(question)
        });
        for ((few, short), (many, long)) in few.into_iter().zip(many) {
            assert!(
                as_much(question, few, many),
                "allocations for a view of `{question}`: {few}, and {many}"
            );
            assert!(
                long <= short + short / 4,
                "a view of `{question}` has {short} bytes, and {long}"
            );
        }
    }
}

/// A thousand and not fewer: below some hundreds every place between two poles is shown by itself.
#[test]
fn a_sum_costs_the_same_with_a_thousand_and_a_million_answers() {
    let deck = grammar::read(DECK).unwrap().deck;
    for question in ["group", "words", "scale", "line"] {
        let ask = &deck.question(&question.into()).unwrap().ask;
        let read = |number: usize| {
            let fields = match question {
                "group" => option(1 + number % 2),
                "words" => fields([("entry", word(number as u128))]),
                "scale" => values(number % 5 + 1),
                _ => place(number as u128),
            };
            ask.read(&fields, Rules::LATEST).unwrap()
        };
        let some: Vec<_> = (0..WORDS as usize).map(read).collect();
        let [few, many] = [1_000, 1_000_000].map(|answers| {
            let mut tally = Tally::new(ask);
            let held = measure(|| {
                some.iter()
                    .cycle()
                    .take(answers)
                    .for_each(|answer| tally.add(answer))
            });
            (
                held.bytes_current,
                measure(|| show(ask, &tally)).count_total,
            )
        });
        let same =
            as_much(question, few.0 as u64, many.0 as u64) && as_much(question, few.1, many.1);
        assert!(
            same,
            "bytes of a sum of `{question}` and allocations to show it: {few:?}, and {many:?}"
        );
    }
}

/// Exactly as much; but of a cloud it depends on how often each word was given how many have room.
fn as_much(question: &str, few: u64, many: u64) -> bool {
    if question == "words" {
        many <= few + few / 4
    } else {
        many == few
    }
}

fn show(ask: &QuestionSpec, tally: &Tally) {
    match (ask, tally) {
        (QuestionSpec::Choice(choice), Tally::Choice(tally)) => drop(choice.page(tally)),
        (QuestionSpec::Scale(scale), Tally::Scale(tally)) => drop(scale.results(tally)),
        (_, Tally::Words(tally)) => drop(tally.page()),
        (_, Tally::Spectrum(tally)) => drop(tally.page()),
        other => panic!("nothing is shown of {other:?}"),
    }
}
