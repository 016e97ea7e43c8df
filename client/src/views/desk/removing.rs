//! Who joined when, removing those who came in some minutes, and returning them. One form that asks
//! once more on the next page.

use leptos::prelude::*;

use crate::texts::desk::removing::{self as say_removing, RemovingTexts};
use crate::views::desk::erasing::minute;
use crate::views::desk::{DeskRoom, MinuteRow, RemovedRow};

/// The section with the minutes, the form, and who was removed.
pub(super) fn removing(room: &DeskRoom) -> AnyView {
    let say = RemovingTexts::of(room.language());
    let minutes = &room.removing.minutes;
    let form = if let Some(asked) = &room.removing.asked {
        question(room, asked)
    } else if minutes.is_empty() {
        view! { <p class="empty">{say.nobody}</p> }.into_any()
    } else {
        view! { {table(room)} {form(room)} }.into_any()
    };
    view! {
        <section class="section" id="participants">
            <h2>{say.heading}</h2>
            <p class="hint">{say.meaning}</p>
            <div class="stack">{form} {removed(room)}</div>
        </section>
    }
    .into_any()
}

fn table(room: &DeskRoom) -> AnyView {
    let say = RemovingTexts::of(room.language());
    let row = |each: &MinuteRow| {
        view! {
            <tr>
                <td><time datetime=each.at.clone()>{minute(&each.at)}</time></td>
                <td>{say_removing::ago(room.language(), each.ago)}</td>
                <td>{each.people.to_string()}</td>
            </tr>
        }
    };
    let rows = room.removing.minutes.iter().map(row).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="joined">
            <table class="table">
                <caption id="joined">{say.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" colspan="2">{say.minute}</th>
                        <th scope="col">{say.joined}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn form(room: &DeskRoom) -> AnyView {
    let say = RemovingTexts::of(room.language());
    view! {
        <form class="stack" method="post" action=room.at("participants")>
            <input type="hidden" name="do" value="remove" />
            {choice(room, "from", say.from)}
            {choice(room, "to", say.to)}
            <p class="actions"><button class="button quiet" type="submit">{say.remove}</button></p>
        </form>
    }
    .into_any()
}

/// A minute of those in which people joined; first the one in which most did.
fn choice(room: &DeskRoom, name: &'static str, label: &'static str) -> AnyView {
    let minutes = &room.removing.minutes;
    let fullest = minutes
        .iter()
        .rev()
        .max_by_key(|each| each.people)
        .map(|each| each.at.clone());
    let option = |each: &MinuteRow| {
        let text = say_removing::choice(room.language(), &minute(&each.at), each.ago, each.people);
        view! {
            <option value=each.at.clone() selected=Some(&each.at) == fullest.as_ref()>
                {text}
            </option>
        }
    };
    let options = minutes.iter().map(option).collect_view();
    view! {
        <p>
            <label for=name>{label}</label>
            " "
            <select class="field" id=name name=name>{options}</select>
        </p>
    }
    .into_any()
}

fn removed(room: &DeskRoom) -> Option<AnyView> {
    let say = RemovingTexts::of(room.language());
    let rows = room
        .removing
        .removed
        .iter()
        .map(|each| gone(room, each))
        .collect_view();
    let list = view! {
        <h3>{say.removed}</h3>
        <ul class="stack" role="list">{rows}</ul>
    };
    (!room.removing.removed.is_empty()).then(|| list.into_any())
}

fn gone(room: &DeskRoom, each: &RemovedRow) -> AnyView {
    let say = RemovingTexts::of(room.language());
    let language = room.language();
    let again = each.people - each.returning.min(each.people);
    let summary = say_removing::gone(
        language,
        (&minute(&each.from), &minute(&each.to)),
        each.people,
        each.answers,
    );
    let joined_again = match (again, each.returning) {
        (0, _) => None,
        (_, 0) => Some(say.all_again.to_owned()),
        (again, _) => Some(say_removing::again(language, again)),
    };
    let back = (each.returning > 0).then(|| {
        view! {
            <form method="post" action=room.at("participants")>
                <input type="hidden" name="do" value="return" />
                {between(each)}
                <button class="button quiet small" type="submit">
                    {say.put_back}
                    <span class="visually-hidden">{say_removing::of_them(language, each.returning)}</span>
                </button>
            </form>
        }
    });
    view! { <li><p>{summary} " " {joined_again}</p>{back}</li> }.into_any()
}

fn between(each: &RemovedRow) -> AnyView {
    view! {
        <input type="hidden" name="joined_from" value=each.from.clone() />
        <input type="hidden" name="joined_to" value=each.to.clone() />
    }
    .into_any()
}

/// Whether they may really be removed.
fn question(room: &DeskRoom, asked: &RemovedRow) -> AnyView {
    let say = RemovingTexts::of(room.language());
    let times = (minute(&asked.from), minute(&asked.to));
    let summary = say_removing::asked(
        room.language(),
        (&times.0, &times.1),
        asked.people,
        asked.answers,
    );
    view! {
        <section class="confirm asks" aria-labelledby="sure-remove">
            <form method="post" action=room.at("participants")>
                <h3 id="sure-remove">{say.question}</h3>
                <p>{summary}</p>
                <input type="hidden" name="do" value="remove" />
                <input type="hidden" name="confirm" value="1" />
                {between(asked)}
                <p class="actions">
                    <button class="button danger" type="submit">{say.yes}</button>
                    <a class="button quiet" href=room.address()>{say.no}</a>
                </p>
            </form>
        </section>
    }
    .into_any()
}
