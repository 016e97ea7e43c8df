//! Pages as their owners set them up: in colours of their own, with large letters, with little
//! motion. And nothing jumps, breaks, or is pushed into something else.

use tests::browser::{Browser, Theme, WindowSize, assert_none};
use tests::{
    ControlPress, Peil, Presenter, SampleQuestion, filled_in, number, option, place, sample, text,
    values, words,
};

use crate::looks::fills;
use crate::voting::SEND;

fn alive(browser: &Browser) {
    browser.lives("[data-alive]");
}

/// In colours that the person chose, light and dark: takes a picture, and fails with every control
/// that can't be seen.
fn is_seen(browser: &Browser, name: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        browser
            .forces_colours(theme, true)
            .takes_a_picture(&format!("forced-{name}-{}", theme.name()));
        assert_eq!(browser.unseen(), [""; 0], "{name}, {}", theme.name());
    }
}

#[test]
fn in_colours_that_people_chose_every_control_of_a_phone_is_seen() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    phone.goes("/");
    is_seen(&phone, "start");
    for scripts in [true, false] {
        if !scripts {
            phone.switches_scripts_off();
        }
        for (question, answer) in [
            ("pet", option(1)),
            ("words", words(["rust"])),
            ("ideas", text("Een moestuin")),
            ("statements", values([Some(4), Some(2)])),
            ("belief", place(20)),
            ("how-many", number("1.250")),
            ("evaluation", filled_in(&[(1, "8")], &[])),
        ] {
            presenter.goes(question);
            presenter.resets();
            phone.goes(&format!("/{}", presenter.code())).is_welcome();
            let name = format!("{question}-{scripts}");
            is_seen(&phone, &name);
            fills(&phone, question);
            phone.sends(&SEND).sees("Opgeslagen");
            is_seen(&phone, &format!("{name}-saved"));
            let mut bram = peil.phone("Bram");
            bram.opens(presenter.code()).votes(answer);
            if question == "ideas" {
                given_votes_are_seen(&phone, &presenter);
            }
            presenter.closes();
            phone.goes(&format!("/{}", presenter.code())).is_welcome();
            is_seen(&phone, &format!("{name}-closed"));
        }
    }
}

/// A vote that was given is filled, and its tick is of another colour than what it lies on.
fn given_votes_are_seen(phone: &Browser, presenter: &Presenter) {
    peil_votes(phone, presenter);
    let colours = "const of = (name, what) => getComputedStyle(document.querySelector(name))[what];
        const pressed = '.upvote [aria-pressed=true]';
        return [of(pressed, 'backgroundColor'), of(pressed, 'color'), of(pressed + ' .sign', 'backgroundColor'),
                of('.card', 'backgroundColor')].join('|')";
    for theme in [Theme::Light, Theme::Dark] {
        phone.forces_colours(theme, true);
        let found = phone.asks_its_page(colours, serde_json::Value::Null);
        let found: Vec<&str> = found.as_str().unwrap_or_default().split('|').collect();
        let [button, words, tick, card] = found[..] else {
            panic!("{found:?}")
        };
        assert!(
            button != card && button != words && tick == words,
            "{found:?}"
        );
        phone.takes_a_picture(&format!("forced-votes-{}", theme.name()));
    }
}

fn peil_votes(phone: &Browser, presenter: &Presenter) {
    phone
        .goes(&format!("/{}", presenter.code()))
        .sees("Een moestuin")
        .presses(&["Stem"]);
    tests::until("the vote is given", || {
        (phone.counts(".upvote [aria-pressed=true]") > 0).then_some(())
    });
}

#[test]
fn in_colours_that_people_chose_every_control_of_hosts_and_the_desk_is_seen() {
    let peil = Peil::starts();
    let desk = Browser::opens("the desk", WindowSize::Laptop, peil.address());
    desk.goes(
        peil.sign_in()
            .unwrap_or_else(|| panic!("there is no owner yet")),
    );
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample(SampleQuestion::ALL));
    let presenter = organiser.starts_again(&deck);
    presenter.opens("words");
    peil.phone("Bram")
        .opens(presenter.code())
        .votes(words(["rust", "ruimte"]));
    presenter.resets();
    peil.phone("Bram")
        .opens(presenter.code())
        .votes(words(["rust", "ruimte"]));
    let started = &presenter.started;
    for (name, place, screen) in [
        ("desk", "/desk", WindowSize::Laptop),
        (
            "deck",
            &format!("/desk/decks/{}", deck.deck),
            WindowSize::Laptop,
        ),
        (
            "room",
            &format!("/desk/rooms/{}", started.room),
            WindowSize::Laptop,
        ),
        (
            "mail",
            &format!("/desk/rooms/{}/mail", started.room),
            WindowSize::Laptop,
        ),
        ("sessions", "/desk/sessions", WindowSize::Phone),
        ("privacy", "/privacy", WindowSize::Phone),
        ("remote", &started.remote_url, WindowSize::Phone),
        ("moderator", &started.moderator_url, WindowSize::Phone),
        ("stage", &started.stage_url, WindowSize::Stage),
        ("presenter", &started.presenter_url, WindowSize::Laptop),
    ] {
        desk.becomes(screen).goes(place).is_welcome();
        if ["remote", "moderator", "stage", "presenter"].contains(&name) {
            alive(&desk);
        }
        is_seen(&desk, name);
    }
    desk.becomes(WindowSize::Stage).goes(&started.stage_url);
    alive(&desk);
    desk.keys("?").sees("nieuwe ronde");
    is_seen(&desk, "stage-keys");
}

/// An agenda and other tables, a scale whose last step has two digits, and long words beside
/// numbers.
const NUMBERS: &str = "---\ntitle: Cijfers\nlanguage: nl\n---\n\n# Agenda\n\n| tijd | wat |\n| --- | --- |\n| 13.00 | Welkom door de \
    vrijwilligerscoördinator van de buurt |\n| 13.45 | Samen aan het werk in groepen |\n\n---\nid: prices\n---\n\n# Prijzen\n\n| wat het is en voor wie | wanneer | kosten |\n| --- \
    | --- | --- |\n| Vrijwilligersbijeenkomst | 13.00 | € 12,50 |\n| Eten met de buurt op het plein | 17.30 | 100% |\n\n---\nask: \
    scale\nid: grade\nfrom: 0\nto: 10\n---\n\n# Welk cijfer geef je?\n\n---\nask: scale\nid: seven\nfrom: 1\nto: 7\n---\n\n# Hoe vaak?\n\n- Samen \
    eten\n\n---\nask: scale\nid: below\nfrom: -3\nto: 3\n---\n\n# Meer of minder?\n\n---\nask: choice\nid: choose\n---\n\n# Hoeveel?\n\n- Minstens 10 \
    uur per week\n- Hoogstens 2,5 uur\n\n---\nshow: break\nuntil: 14.45\n---\n\n# Pauze\n\n---\nshow: instructions\n---\n\n# Doe mee\n";

#[test]
fn no_number_is_broken_in_two_on_a_small_page_or_with_large_letters() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(NUMBERS);
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    let mut wrong = Vec::new();
    let looks = |name: &str| {
        let mut wrong = Vec::new();
        for screen in [
            WindowSize::Phone,
            WindowSize::SmallPhone,
            WindowSize::LargeLetters,
        ] {
            phone
                .becomes(screen)
                .goes(&format!("/{}", presenter.code()))
                .is_welcome();
            let broken = phone
                .broken_numbers()
                .into_iter()
                .map(|broken| format!("{name} on {screen:?}: {broken}"));
            wrong.extend(broken);
            let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let over = phone.measures(over);
            if over >= 1.0 {
                wrong.push(format!("{name} on {screen:?} is {over} pixels too wide"));
            }
            phone.takes_a_picture(&format!("numbers-{name}-{}", screen.name()));
        }
        wrong
    };
    for slide in ["agenda", "prices", "pauze", "doe-mee"] {
        presenter.goes(slide);
        wrong.extend(looks(slide));
    }
    for (question, answer) in [
        ("grade", values([Some(10)])),
        ("seven", values([Some(7)])),
        ("below", values([Some(-3)])),
        ("choose", option(1)),
    ] {
        presenter.opens(question);
        wrong.extend(looks(question));
        for name in ["Bram", "Cor"] {
            peil.phone(name)
                .opens(presenter.code())
                .votes(answer.clone());
        }
        presenter.closes();
        wrong.extend(looks(&format!("{question}-closed")));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_long_title_takes_two_lines_of_a_page_with_a_question_and_is_whole_where_nothing_else_is() {
    let peil = Peil::starts();
    for title in [
        "Kort",
        "Samen bouwen aan een buurt waarin iedereen meedoet, met mantelzorgers, vrijwilligers en professionals uit de hele regio van noord tot zuid",
        &"Vrijwilligerscoördinatorenbijeenkomst".repeat(3),
        &"نلتقي معا لنبني حيا يشارك فيه الجميع من كبار وصغار ".repeat(2),
        &"A B C D E F G H ".repeat(8),
        &"Ons dorp 🏡🌳 ".repeat(10),
    ] {
        let title = title.trim();
        let deck = sample([SampleQuestion::Choice])
            .replace("title: Proefzaal", &format!("title: \"{title}\""));
        let presenter = peil.organiser().starts(&deck);
        let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
        let cut = "const it = document.querySelector('.room-title'); return it.scrollHeight - it.clientHeight";
        for screen in [WindowSize::Phone, WindowSize::SmallPhone] {
            phone
                .becomes(screen)
                .goes(&format!("/{}", presenter.code()))
                .is_welcome();
            assert!(
                phone.measures(cut) < 2.0,
                "{title} stands there whole while nothing is asked"
            );
        }
        presenter.opens("pet");
        for screen in [WindowSize::Phone, WindowSize::SmallPhone] {
            phone
                .becomes(screen)
                .goes(&format!("/{}", presenter.code()))
                .is_welcome();
            let lines = "const it = document.querySelector('.room-title'); return it.clientHeight / parseFloat(getComputedStyle(it).lineHeight)";
            assert!(phone.measures(lines) < 2.2, "{title} on {screen:?}");
            assert!(
                phone
                    .is_told_of("StaticText")
                    .iter()
                    .any(|text| text == title),
                "all of {title} is heard"
            );
        }
        phone.takes_a_picture("long-title");
    }
}

#[test]
fn a_page_moves_a_little_and_for_who_wants_that_not_at_all() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    let moving = "const of = name => { const it = document.querySelector(name); if (!it) return name; const style = getComputedStyle(it);
        return style.animationName + ' ' + style.animationDuration; }; return of('main') + ', ' + of('.drawn')";
    let pressed =
        "const it = document.querySelector('.send button'); it.scrollIntoView(); const at = it.getBoundingClientRect();
        return [at.left + at.width / 2, at.top + at.height / 2]";
    let moved = "return getComputedStyle(document.querySelector('.send button')).transform";
    for (moves, seen, felt) in [
        (true, "rise 0.16s, draw 0.3s", true),
        (false, "none 0s, none 0s", false),
    ] {
        let _set = if moves {
            phone.lets_things_move()
        } else {
            phone.turns(Theme::Light)
        };
        for question in ["pet", "belief"] {
            presenter.goes(question);
            presenter.resets();
            phone.goes(&format!("/{}", presenter.code())).is_welcome();
            alive(&phone);
            if question == "pet" {
                phone.chooses("Hond")
            } else {
                phone.places(60)
            };
            let at = phone.places_of(pressed);
            phone.puts_the_mouse_down(at[0], at[1]);
            let is_moved = || phone.asks_its_page(moved, serde_json::Value::Null) != "none";
            if felt {
                tests::until("the press is felt", || is_moved().then_some(()));
            } else {
                assert!(!is_moved(), "nothing moves");
            }
            phone.lets_the_mouse_up(at[0], at[1]).sees("Opgeslagen");
            assert_eq!(
                phone.asks_its_page(moving, serde_json::Value::Null),
                seen,
                "{question}"
            );
        }
    }
}

#[test]
fn nothing_moves_under_the_thumb_of_who_holds_the_remote() {
    let peil = Peil::starts_where_join(2, 0.001);
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    presenter.opens("pet");
    let remote = Browser::opens("the remote", WindowSize::Phone, peil.address());
    for screen in [WindowSize::Phone, WindowSize::SmallPhone] {
        remote
            .becomes(screen)
            .goes(&presenter.started.remote_url)
            .is_welcome();
        alive(&remote);
        let buttons = "return [...document.querySelectorAll('.move button, .controls button')].map(it => Math.round(it.getBoundingClientRect().top + scrollY))";
        let before = remote.places_of(buttons);
        assert!(before.len() > 4, "{before:?}");
        let stays =
            |what: &str| assert_eq!(remote.places_of(buttons), before, "{what} on {screen:?}");
        if screen == WindowSize::Phone {
            for name in ["Anna", "Bram"] {
                peil.phone(name).opens(presenter.code()).votes(option(1));
            }
        }
        let mut late: Vec<_> = ["Cor", "Dina", "Els"]
            .iter()
            .map(|name| peil.phone(name))
            .collect();
        tests::until("the remote says who waits", || {
            for phone in &mut late {
                phone.opens_and_waits(presenter.code());
            }
            remote.text().contains("vanaf één netwerk").then_some(())
        });
        remote.takes_a_picture(&format!("remote-waiting-{}", screen.name()));
        stays("somebody waits");
        remote.presses(&["Sluit"]).sees("Zet terug");
        stays("something can be taken back");
        remote.presses(&["Zet terug"]);
        tests::until("it is open again", || {
            presenter.room().is_open("pet").then_some(())
        });
    }
}

#[test]
fn the_name_of_a_round_stands_beside_the_prompt_in_one_line() {
    let peil = Peil::starts();
    let long = "Wat vind je ervan als we volgend jaar met de hele buurt samen één groot feest geven op het plein bij de oude kerk?";
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    let apart = "const of = name => document.querySelector(name), range = document.createRange(); range.selectNodeContents(of('h1'));
        const tag = of('.earlier, .clock'), at = tag.getBoundingClientRect(), lines = [...range.getClientRects()];
        const meets = lines.some(line => line.right > at.left && line.left < at.right && line.bottom > at.top && line.top < at.bottom);
        return meets ? 0 : at.height / parseFloat(getComputedStyle(tag).lineHeight)";
    for prompt in [
        "Welk huisdier?",
        "Samen verder?",
        long,
        &long[..70],
        &"Vrijwilligerscoördinator ".repeat(6),
        "مرحبا بكم جميعا في هذا المساء الجميل",
    ] {
        let deck = sample([SampleQuestion::Choice]).replace("Welk huisdier?", prompt.trim());
        let presenter = peil.organiser().starts(&deck);
        presenter.opens("pet");
        presenter.resets();
        presenter.does(ControlPress::new("show").of("pet").on("stage").round(1));
        for screen in [WindowSize::Stage, WindowSize::Beamer] {
            stage
                .becomes(screen)
                .goes(&presenter.started.stage_url)
                .sees("Ronde 1");
            let lines = stage.measures(apart);
            assert!(
                (0.9..1.2).contains(&lines),
                "{prompt} on {screen:?}: {lines}"
            );
            stage.takes_a_picture(&format!("round-{}", screen.name()));
        }
    }
}

#[test]
fn a_screen_that_waits_finds_its_room_with_scripts_and_without_and_stays_calm() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    for scripts in [true, false] {
        let screen = Browser::opens("somebody's laptop", WindowSize::Stage, peil.address());
        if !scripts {
            screen.switches_scripts_off();
        }
        screen.goes("/stage").sees("Dit scherm is klaar");
        if scripts {
            alive(&screen);
            screen.asks_its_page("window.same = true", serde_json::Value::Null);
            let looked = "return performance.getEntriesByType('resource').filter(it => new URL(it.name).pathname === '/stage').length";
            tests::until("it has looked twice", || {
                (screen.measures(looked) >= 2.0).then_some(())
            });
            assert_eq!(
                screen.asks_its_page("return window.same === true", serde_json::Value::Null),
                true,
                "and is the same page"
            );
        }
        let link = "return document.querySelector('a.qr').href";
        let link = screen.asks_its_page(link, serde_json::Value::Null);
        let link = link.as_str().and_then(|link| {
            link.strip_prefix(&peil.address().origin())
                .map(str::to_owned)
        });
        let mut phone = peil
            .visitor("the presenter's phone")
            .with_origin(&peil.address().origin());
        phone.goes(&presenter.started.remote_url).expects(200);
        phone.goes(&link.expect("the code leads here")).expects(200);
        let form = phone
            .page()
            .forms()
            .into_iter()
            .find(|form| form.filled("room") == [presenter.started.room.as_str()]);
        phone
            .sends(&form.expect("the room can be chosen"))
            .expects(200);
        if !scripts {
            screen.presses(&["Kijk opnieuw"]);
        }
        screen.sees("Proefzaal");
    }
}

#[test]
fn with_large_letters_every_page_of_a_phone_is_as_wide_as_its_window() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let phone = Browser::opens("Anna", WindowSize::LargeLetters, peil.address());
    let mut wrong = phone
        .goes("/")
        .is_looked_at("large-start", &[WindowSize::LargeLetters]);
    for question in SampleQuestion::ALL.map(SampleQuestion::id) {
        presenter.opens(&question);
        phone.goes(&format!("/{}", presenter.code())).is_welcome();
        wrong.extend(phone.is_looked_at(&format!("large-{question}"), &[WindowSize::LargeLetters]));
    }
    assert_none(&wrong);
}
