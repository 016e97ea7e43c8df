//! A disk without room: answers are refused with a sentence, everything else goes on, and room
//! given back is used.

use tests::{ControlPress, Peil, Phone, Presenter, Setup, SmallDisk, text, until};

const DECK: &str = "---\ntitle: Vol\nlanguage: nl\n---\nask: open\nid: full\nentries: 10\nlength: 1000\n---\n\n# Wat past er nog?\n";
const EACH: usize = 10;
const PHONES_AT_MOST: usize = 400;

#[test]
fn a_full_disk_refuses_answers_loses_nothing_and_takes_them_again_once_there_is_room() {
    let disk = SmallDisk::of_mib(16);
    let data = disk.path().join("data");
    let mut peil = Peil::starts_with(Setup {
        data: Some(data),
        ..Setup::default()
    });
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("full");
    let mut acknowledged = Vec::new();
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(text("voor de nood"));
    acknowledged.push("voor de nood".to_owned());
    peil.health().expects(200);

    disk.fills_up();
    let (mut unlucky, refused) = sends_until_refused(&peil, &presenter, &mut acknowledged);
    assert!(peil.runs());
    assert_ne!(
        peil.health().status,
        200,
        "healthy is who can store answers"
    );
    assert_eq!(
        texts(&presenter),
        acknowledged,
        "what is stored can still be read"
    );
    let control = presenter.presses(&ControlPress::new("close"));
    assert!(control.status >= 500, "{control:?}");
    control.problem();
    assert!(
        presenter.room().is_open("full"),
        "a control that was refused did nothing"
    );

    disk.is_freed();
    until("the server notices that there is room again", || {
        (peil.health().status == 200).then_some(())
    });
    let form = unlucky.form();
    assert_eq!(
        form.filled("text"),
        [refused.as_str()],
        "what was typed is still in the form"
    );
    unlucky.sends(&form).assert_stored(presenter.code());
    acknowledged.push(refused);
    assert_eq!(texts(&presenter), acknowledged);
    peil.kill_9();
    peil.start_again();
    assert_eq!(
        texts(&presenter),
        acknowledged,
        "nothing acknowledged was lost"
    );
}

/// Sends texts from phone after phone until one is refused; gives that phone and its text.
fn sends_until_refused(
    peil: &Peil,
    presenter: &Presenter,
    acknowledged: &mut Vec<String>,
) -> (Phone, String) {
    let filler = "volle schijf ".repeat(70);
    for number in 0..PHONES_AT_MOST {
        let mut phone = peil.phone(&format!("phone {number}"));
        phone.opens(presenter.code());
        for entry in 0..EACH {
            let words = format!("{filler}{number}.{entry}");
            let form = phone.looks().filled(&text(&words));
            let reply = phone.sends(&form);
            if reply.status != 303 {
                assert!(
                    reply.status >= 500,
                    "it is not the phone's fault: {reply:?}"
                );
                let code = reply.refusal();
                assert_eq!(phone.sends(&form).refusal(), code, "the code is stable");
                return (phone, words);
            }
            acknowledged.push(words);
        }
    }
    panic!("a full disk took {} answers", acknowledged.len());
}

fn texts(presenter: &Presenter) -> Vec<String> {
    presenter
        .results("full")
        .texts()
        .into_iter()
        .map(|(text, _)| text)
        .collect()
}
