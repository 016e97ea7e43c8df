//! What a form about questions to the speakers asks for, as it comes from a browser without scripts
//! or from one with them.

use shared::ids::AnswerId;
use shared::limits::QA_HOSTS;
use shared::question::Fields;
use shared::room::{QaAction, QaRequest};

/// What was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionsPress {
    /// A question that came from a chat or a hand.
    TypeIn { text: String, to: Option<String> },
    /// Something is done with one, or the same with several.
    Moderate(Vec<(AnswerId, QaRequest)>),
}

/// Nothing where a form says too little: what is merged is ticked, two at least.
pub fn pressed(fields: &Fields) -> Option<QuestionsPress> {
    if let Some(double) = fields.first("apart") {
        let apart = request(QaAction::Merge);
        return Some(QuestionsPress::Moderate(vec![(
            AnswerId::parse(double)?,
            apart,
        )]));
    }
    let given = |name: &str| fields.first(name).map(str::to_owned);
    let (text, to) = (given("text"), given("to"));
    let action = match fields.first("do")? {
        "ask" => {
            let text = text.unwrap_or_default();
            let to = to.filter(|to| !to.is_empty());
            return Some(QuestionsPress::TypeIn { text, to });
        }
        "merge" => return merged(fields).map(QuestionsPress::Moderate),
        "approve" => QaAction::Approve,
        "refuse" => QaAction::Refuse,
        "choose" => QaAction::Choose,
        "answered" => QaAction::Answered,
        "assign" => QaAction::Assign,
        "reply" => QaAction::Reply,
        _ => return None,
    };
    let question = AnswerId::parse(fields.first("question")?)?;
    let request = QaRequest {
        to: to.filter(|_| action == QaAction::Assign),
        text: text.filter(|_| action == QaAction::Reply),
        ..request(action)
    };
    Some(QuestionsPress::Moderate(vec![(question, request)]))
}

fn request(action: QaAction) -> QaRequest {
    QaRequest {
        action,
        into: None,
        to: None,
        text: None,
    }
}

/// What is ticked comes to count as what the form names, else as what was asked first.
fn merged(fields: &Fields) -> Option<Vec<(AnswerId, QaRequest)>> {
    let ticked = fields.all("double").take(QA_HOSTS);
    let mut ticked: Vec<AnswerId> = ticked.filter_map(AnswerId::parse).collect();
    ticked.sort_unstable();
    let into = fields.first("into").and_then(AnswerId::parse);
    let into = into.or(ticked.first().copied())?;
    let others = ticked.into_iter().filter(|double| *double != into);
    let merge = |double| {
        let request = QaRequest {
            into: Some(into),
            ..request(QaAction::Merge)
        };
        (double, request)
    };
    let all: Vec<_> = others.map(merge).collect();
    (!all.is_empty()).then_some(all)
}

/// The code by which a page says what was refused: elsewhere some of them are about words.
pub fn notice_code(refused: &str) -> String {
    match refused {
        "empty" | "too_long" | "full" | "unknown_answer" | "pick_two" => format!("qa_{refused}"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)]) -> Option<QuestionsPress> {
        let fields = fields.iter();
        let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        pressed(&Fields(fields.collect()))
    }

    fn moderates<const N: usize>(all: [(u64, QaRequest); N]) -> Option<QuestionsPress> {
        let all = all.map(|(question, request)| (AnswerId(question), request));
        Some(QuestionsPress::Moderate(all.to_vec()))
    }

    #[test]
    fn a_button_is_about_its_own_question_and_takes_its_own_field_alone() {
        for (word, action) in [
            ("approve", QaAction::Approve),
            ("refuse", QaAction::Refuse),
            ("choose", QaAction::Choose),
            ("answered", QaAction::Answered),
        ] {
            let said = of(&[("question", "a7"), ("do", word), ("text", "x"), ("to", "y")]);
            assert_eq!(said, moderates([(7, request(action))]));
        }
        let reply = QaRequest {
            text: Some("Begin klein.".to_owned()),
            ..request(QaAction::Reply)
        };
        let said = [
            ("question", "a7"),
            ("do", "reply"),
            ("text", "Begin klein."),
        ];
        assert_eq!(of(&said), moderates([(7, reply)]));
        let to = QaRequest::assign(Some(String::new()));
        let said = [("question", "a7"), ("do", "assign"), ("to", "")];
        assert_eq!(of(&said), moderates([(7, to)]));
        let wrong = [("question", "kat"), ("do", "approve")];
        assert_eq!((of(&wrong), of(&[("do", "dance")])), (None, None));
    }

    #[test]
    fn what_is_ticked_is_merged_into_what_was_asked_first_or_what_the_form_names() {
        let into = |into| QaRequest {
            into: Some(AnswerId(into)),
            ..request(QaAction::Merge)
        };
        let ticked = [("double", "a9"), ("double", "a3"), ("double", "a12")];
        let with = |more: &[(&'static str, &'static str)]| {
            let mut all = ticked.to_vec();
            all.extend(more);
            of(&all)
        };
        assert_eq!(
            with(&[("do", "merge"), ("into", "")]),
            moderates([(9, into(3)), (12, into(3))])
        );
        assert_eq!(
            with(&[("into", "a9"), ("do", "merge")]),
            moderates([(3, into(9)), (12, into(9))])
        );
        assert_eq!(of(&[("double", "a9"), ("do", "merge")]), None);
        let one = [("double", "a9"), ("into", "a2"), ("do", "merge")];
        assert_eq!(of(&one), moderates([(9, into(2))]));
        assert_eq!(
            of(&[("apart", "a9")]),
            moderates([(9, request(QaAction::Merge))])
        );
    }

    #[test]
    fn what_a_host_types_in_is_a_question_for_all_or_for_somebody() {
        let asked = |to: &str| of(&[("do", "ask"), ("text", "Waarom?"), ("to", to)]);
        let text = "Waarom?".to_owned();
        let for_all = QuestionsPress::TypeIn {
            text: text.clone(),
            to: None,
        };
        assert_eq!(asked(""), Some(for_all));
        let to = Some("dr. De Wit".to_owned());
        assert_eq!(
            asked("dr. De Wit"),
            Some(QuestionsPress::TypeIn { text, to })
        );
    }
}
