//! What participants read on their phones.

use shared::question::choice::Pick;
use shared::refusal::Refusal;

use super::{Book, Readership, say};
use crate::messages;
use crate::model::doubt::Doubt;
use crate::model::message::MessageKind;
use crate::texts::phone;

pub(super) fn chapters(book: &mut Book) {
    book.chapter("Phones", Readership::Everybody);
    book.table(&messages::phone::NAMED);
    counted(book);
    numbers(book);
    for emoji in ["❤️", "👍", "☀️", "👌", "👏"] {
        book.add(&format!("phone::reaction({emoji:?})"), |language| {
            phone::reaction(language, emoji)
                .unwrap_or_default()
                .to_owned()
        });
    }
    book.chapter("Pages that say one thing", Readership::Everybody);
    book.table(&messages::message_pages::NAMED);
    for what in MessageKind::ALL {
        book.add(&format!("phone::message::message({what:?})"), |language| {
            phone::message::message(language, what)
        });
    }
    book.chapter("Refusals", Readership::Everybody);
    book.table(&messages::refusals::NAMED);
    said_refusals(book);
    book.chapter("Privacy", Readership::Everybody);
    book.table(&messages::privacy::NAMED);
    say! { book;
        desk::privacy::lead();
        desk::privacy::days(1);
        desk::privacy::days(400);
    }
}

fn numbers(book: &mut Book) {
    use crate::messages::{MessageArgument, phone as say};
    for count in [1, 3] {
        book.add(&format!("phone::qa_new({count})"), |language| {
            say::qa_new(language, count)
        });
    }
    for limit in [5, 50] {
        book.add(&format!("phone::qa_full({limit})"), |language| {
            say::qa_full(language, limit)
        });
    }
    let value = MessageArgument::Phrase("3,5");
    book.add("phone::your_number_in(\"km\")", |language| {
        say::your_number_in(language, "km")
    });
    book.add("phone::number_between(0, 20)", |language| {
        say::number_between(language, 0, 20)
    });
    book.add("phone::number_from(0)", |language| {
        say::number_from(language, 0)
    });
    book.add("phone::number_to(20)", |language| {
        say::number_to(language, 20)
    });
    book.add("phone::no_number(\"3,5\")", |language| {
        say::no_number(language, value)
    });
    book.add("phone::number_out_of_range(…)", |language| {
        let range = say::number_between(language, 0, 20);
        say::number_out_of_range(language, MessageArgument::Phrase(&range))
    });
    book.add("phone::number_with_unit(\"km\", \"3,5\")", |language| {
        say::number_with_unit(language, "km", value)
    });
    book.add("phone::field_too_long(200)", |language| {
        say::field_too_long(language, 200)
    });
    for voters in [1, 12] {
        book.add(&format!("results::filled_in({voters})"), |language| {
            crate::messages::results::filled_in(language, voters)
        });
        book.add(&format!("stage::of_filled_in(168, {voters})"), |language| {
            crate::messages::stage::of_filled_in(language, 168, voters)
        });
    }
}

fn counted(book: &mut Book) {
    let latin = "te lang om waar te zijn";
    say! { book;
        phone::group_name(3, None);
        phone::group_change_to("Rood");
        phone::group_for("Rood");
        phone::own_progress(3, 12);
        phone::ready_planned("12 december om 13.30 uur");
        phone::ended_page("28 december 2026");
        phone::plurals::pick(Pick { min: 1, max: 1 }, 4);
        phone::plurals::pick(Pick { min: 1, max: 2 }, 4);
        phone::plurals::pick(Pick { min: 2, max: 2 }, 4);
        phone::plurals::pick(Pick { min: 1, max: 3 }, 4);
        phone::plurals::pick(Pick { min: 1, max: 4 }, 4);
        phone::plurals::pick(Pick { min: 2, max: 4 }, 4);
        phone::plurals::left(0);
        phone::plurals::left(1);
        phone::plurals::left(25);
        phone::plurals::over(1);
        phone::plurals::over(12);
        phone::plurals::other("Anders");
        phone::plurals::words(1, 25);
        phone::plurals::words(3, 25);
        phone::plurals::word(2, 3);
        phone::plurals::open(1, false, 200);
        phone::plurals::open(3, false, 200);
        phone::plurals::open(1, true, 200);
        phone::plurals::open(2, true, 200);
        phone::plurals::votes_left(0, 1);
        phone::plurals::votes_left(1, 1);
        phone::plurals::votes_left(0, 3);
        phone::plurals::votes_left(1, 3);
        phone::plurals::votes(0);
        phone::plurals::votes(1);
        phone::plurals::votes(7);
        phone::plurals::too_long(latin, 23, 15);
        phone::plurals::too_long(latin, 230, 200);
        phone::plurals::where_between("ik zoek zekerheid", "ik ben een gokker");
        phone::plurals::where_between("קפה", "תה");
        phone::plurals::between(0.0, "poes", "hond");
        phone::plurals::between(50.0, "poes", "hond");
        phone::plurals::between(73.5, "ik loop leeg", "ik loop over");
        phone::plurals::between(100.0, "poes", "hond");
        phone::plurals::pole(0, "poes");
        phone::plurals::you_are_at(73.5);
        phone::plurals::of_round(2);
        phone::plurals::minutes(1);
        phone::plurals::minutes(15);
        phone::plurals::clock("14:45");
        phone::plurals::seconds_left(0);
        phone::plurals::seconds_left(1);
        phone::plurals::seconds_left(30);
        phone::plurals::seconds_left(125);
        phone::plurals::you(None);
        phone::plurals::you(Some("73,5"));
        phone::plurals::decimal(12.5);
        phone::plurals::written("3.5");
        phone::plurals::doubt(&Doubt::Unanswered { statements: vec![1] });
        phone::plurals::doubt(&Doubt::Unanswered { statements: vec![1, 3] });
        phone::plurals::doubt(&Doubt::Unanswered { statements: vec![1, 2, 3] });
        phone::plurals::doubt(&Doubt::Fewer { given: 1, of: 3 });
        phone::plurals::doubt(&Doubt::Unchosen { label: "Anders".into() });
    }
    for number in 1..=10 {
        book.add(&format!("phone::plurals::ordinal({number})"), |language| {
            phone::plurals::ordinal(language, number)
        });
    }
    book.add("phone::plurals::end(1)", |_| {
        phone::plurals::end(1, "helemaal niet")
    });
}

/// Every refusal, with more than one number where that changes the sentence.
pub(in crate::texts) fn refusals() -> impl Iterator<Item = Refusal> {
    Refusal::ALL.into_iter().flat_map(|refusal| {
        let numbers: &[u32] = match refusal {
            Refusal::StaleRound { .. } | Refusal::TooFew { .. } => &[2],
            Refusal::TooLong { .. } => &[25],
            _ if refusal.clone().with_number(1) != refusal => &[1, 3],
            _ => &[0],
        };
        numbers
            .iter()
            .map(move |number| refusal.clone().with_number(*number))
    })
}

fn said_refusals(book: &mut Book) {
    for refusal in refusals() {
        let name = format!("refusal::refusal({refusal:?})");
        book.add(&name, |language| {
            crate::texts::refusal::refusal(language, &refusal)
        });
    }
}
