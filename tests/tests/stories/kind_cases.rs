//! Every kind by its cases, over HTTP: what a page without a socket posts, what comes of it, and
//! the results that the organiser fetches.

use serde_json::{Value, json};
use tests::{Peil, Presenter, SampleQuestion, frame_of, sample};

fn opens(peil: &Peil, kind: SampleQuestion) -> Presenter {
    let presenter = peil.organiser().starts(&sample([kind]));
    presenter.opens(&kind.id());
    presenter
}

/// The results as a file of cases has them.
fn results(presenter: &Presenter, kind: SampleQuestion) -> Value {
    let results = presenter.results(&kind.id());
    let mut fields = results.fields.clone();
    fields.insert("kind".into(), json!(results.kind));
    fields.insert("voters".into(), json!(results.voters()));
    // The moment at which somebody wrote is no part of a case.
    let texts = fields.get_mut("answers").and_then(Value::as_array_mut);
    for answer in texts.into_iter().flatten() {
        answer.as_object_mut().expect("an answer").remove("at");
    }
    Value::Object(fields)
}

#[test]
fn what_phones_post_comes_to_the_results_of_the_file() {
    let peil = Peil::starts();
    for kind in SampleQuestion::ALL {
        let (presenter, cases) = (opens(&peil, kind), kind.cases());
        for (number, answer) in cases["answers"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let mut phone = peil.phone(&format!("{kind:?} {number}"));
            phone.opens(presenter.code());
            let reply = phone.posts_frame(&frame_of(&kind.id(), &answer["fields"]));
            assert_eq!(reply.status, 200, "{kind:?}: {answer}: {reply:?}");
        }
        assert_eq!(results(&presenter, kind), cases["results"], "{kind:?}");
    }
}

#[test]
fn what_can_not_be_right_is_refused_by_its_code_and_counts_nothing() {
    let peil = Peil::starts();
    for kind in SampleQuestion::ALL {
        let (presenter, cases) = (opens(&peil, kind), kind.cases());
        let mut anna = peil.phone("Anna");
        anna.opens(presenter.code());
        for refused in cases["refused"].as_array().into_iter().flatten() {
            let reply = anna.posts_frame(&frame_of(&kind.id(), &refused["fields"]));
            assert_eq!(reply.json()["code"], refused["code"], "{kind:?}: {refused}");
        }
        assert_eq!(presenter.results(&kind.id()).voters(), 0, "{kind:?}");
    }
}
