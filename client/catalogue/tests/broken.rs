//! A catalogue that is not whole is not built, and whoever broke it reads where.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where a file can't be written"
)]

use std::fs;
use std::path::PathBuf;

/// A folder with two languages; `files` are put over what is whole there. Nothing is left out; an
/// empty text takes a file away.
fn locales(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("catalogues")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    let locale = |name: &str| format!("own-name = {name}\ndirection = ltr\n");
    let (nl, en) = (locale("Nederlands"), locale("English"));
    let whole = [
        (
            "settings",
            "pages: nl\nprograms: en\nphone: locale phone\nhost: stage\n",
        ),
        ("nl/locale.ftl", &nl),
        ("en/locale.ftl", &en),
        (
            "nl/phone.ftl",
            "# Said first.\nhello = Hallo\n\nleft =\n    { $count ->\n        [one] nog { $count }\n       *[other] nog { $count } meer\n    }\n",
        ),
        (
            "en/phone.ftl",
            "hello = Hello\nleft = { NUMBER($count) } left\n",
        ),
        ("nl/stage.ftl", "by = door { $name }\n"),
        ("en/stage.ftl", "by = by { $name }\n"),
        ("nl/desk.ftl", "desk = Werkplek\n"),
        ("en/desk.ftl", "desk = Desk\n"),
    ];
    for (path, text) in whole.iter().chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if text.is_empty() {
            fs::remove_file(path).unwrap()
        } else {
            fs::write(path, text).unwrap()
        }
    }
    root
}

fn faults(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let root = locales(name, files);
    let faults = catalogue::read(&root).err().unwrap_or_default();
    faults
        .iter()
        .map(|fault| {
            fault
                .to_string()
                .replace(&format!("{}/", root.display()), "")
        })
        .collect()
}

#[test]
fn what_is_whole_is_built() {
    let catalogue = catalogue::read(&locales("whole", &[])).unwrap();
    let tags: Vec<&str> = catalogue
        .languages
        .iter()
        .map(|language| language.tag.as_str())
        .collect();
    assert_eq!(tags, ["nl", "en"], "the pages' own comes first");
    let code = catalogue.languages() + &catalogue.code();
    for line in [
        "pub hello: &'static str,",
        "pub fn left(language: Language, count: impl Into<ShownNumber>) -> String {",
        "pub fn by<'a>(language: Language, name: impl Into<MessageArgument<'a>>) -> String {",
        "pub const TAGS: [&str; 2] = [\"nl\", \"en\"];",
    ] {
        assert!(code.contains(line), "{line}: {code}");
    }
    for word in ["Hallo", "Hello", "Werkplek", "nog"] {
        assert!(!code.contains(word), "functions hold no text: {word}");
    }
}

#[test]
fn a_browser_loads_the_messages_of_its_bundle_by_the_same_numbers() {
    let catalogue = catalogue::read(&locales("bundles", &[])).unwrap();
    let (nl, all) = (
        &catalogue.languages[0],
        catalogue.data(&catalogue.languages[0]),
    );
    let bundles = catalogue.bundled(nl);
    let names: Vec<&str> = bundles.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["phone", "host"]);
    for ((_, data), (count, last)) in bundles
        .iter()
        .zip([(4, "nog \u{1}0 meer\u{5}"), (5, "door \u{1}0")])
    {
        assert!(all.starts_with(data.as_str()), "{data:?} of {all:?}");
        assert_eq!(data.split('\u{1e}').count(), count);
        assert!(data.ends_with(last), "{data:?}");
    }
    assert!(
        all.ends_with("Werkplek"),
        "what only the server says comes last: {all:?}"
    );
}

#[test]
fn what_is_broken_names_its_file_and_line() {
    let phone = "nl/phone.ftl";
    let rest = "left = { NUMBER($count) } meer\n";
    let mut wrong = Vec::new();
    let say = |text: &str| format!("hello = Hallo\n{text}");
    for (name, path, text, fault) in [
        (
            "missing",
            phone,
            rest.to_owned(),
            "en/phone.ftl:1: `nl` has no message `hello`",
        ),
        (
            "missing-in-the-other",
            "en/phone.ftl",
            "\nleft = { NUMBER($count) } left\n".to_owned(),
            "en/phone.ftl:1: the message `hello` is missing",
        ),
        (
            "surplus",
            "en/phone.ftl",
            "hello = Hello\nleft = { NUMBER($count) } left\n\nhullo = Hi\n".to_owned(),
            "en/phone.ftl:4: `nl` has no message `hullo`",
        ),
        (
            "missing-argument",
            phone,
            say("left = meer\n"),
            "nl/phone.ftl:2: `left` does not use `$count`, which `en` has",
        ),
        (
            "unknown-argument",
            phone,
            say("left = { NUMBER($count) } { $more }\n"),
            "en/phone.ftl:2: `left` does not use `$more`, which `nl` has",
        ),
        (
            "unknown-category",
            phone,
            say(
                "left =\n    { $count ->\n        [one] nog een\n        [few] nog wat\n       *[other] nog veel\n    }\n",
            ),
            "nl/phone.ftl:5: `nl` has no plural category `few`; it has one, other",
        ),
        (
            "no-category",
            phone,
            say("left =\n    { $count ->\n        [one] nog een\n       *[many] nog veel\n    }\n"),
            "nl/phone.ftl:5: `nl` has no plural category `many`; it has one, other",
        ),
        (
            "other-kind",
            phone,
            say("left =\n    { $count ->\n        [red] rood\n       *[blue] blauw\n    }\n"),
            "en/phone.ftl:2: `$count` is something else in `nl`",
        ),
        (
            "no-default",
            phone,
            say("left =\n    { $count ->\n        [one] nog een\n    }\n"),
            "nl/phone.ftl:5: this is no Fluent",
        ),
        (
            "not-closed",
            phone,
            say("left = { $count\nmore = meer\n"),
            "nl/phone.ftl:3: this is no Fluent",
        ),
        (
            "no-name",
            phone,
            format!("hello = Hallo\n\n= meer\n{rest}"),
            "nl/phone.ftl:3: this is no Fluent",
        ),
        (
            "twice",
            phone,
            format!("hello = Hallo\n{rest}hello = Hoi\n"),
            "nl/phone.ftl:3: `hello` stands here twice",
        ),
        (
            "empty",
            phone,
            format!("hello =\n{rest}"),
            "nl/phone.ftl:1: this is no Fluent",
        ),
        (
            "attribute",
            phone,
            format!("hello = Hallo\n    .title = Hoi\n{rest}"),
            "nl/phone.ftl:2: `hello` has an attribute, and nothing reads those",
        ),
        (
            "function",
            phone,
            say("left = { DATETIME($count) }\n"),
            "nl/phone.ftl:2: the only function is `NUMBER($argument)`",
        ),
        (
            "options",
            phone,
            say("left = { NUMBER($count, style: \"percent\") }\n"),
            "nl/phone.ftl:2: the only function is `NUMBER($argument)`",
        ),
        (
            "term",
            phone,
            say("left = { NUMBER($count) } { -meer }\n"),
            "nl/phone.ftl:2: there is no term `-meer` in this file",
        ),
        (
            "message",
            phone,
            say("left = { NUMBER($count) } { hello }\n"),
            "nl/phone.ftl:2: `hello`: messages are not put into messages; a term `-name` can be",
        ),
        (
            "control",
            phone,
            say("left = { NUMBER($count) } \u{2}\n"),
            "nl/phone.ftl:2: a control character stands in the text",
        ),
        (
            "file",
            "en/stage.ftl",
            String::new(),
            "en/stage.ftl:1: this file is missing",
        ),
        (
            "bundled",
            "settings",
            "pages: nl\nprograms: en\nphone: locale phones\n".to_owned(),
            "nl/phones.ftl:1: this file is missing",
        ),
        (
            "setting",
            "settings",
            "pages: nl\nprograms\n".to_owned(),
            "settings:2: a line is `name: words`",
        ),
        (
            "default",
            "settings",
            "pages: fr\nprograms: en\n".to_owned(),
            "settings:1: there is no language `fr`",
        ),
        (
            "direction",
            "en/locale.ftl",
            "own-name = English\n\ndirection = up\n".to_owned(),
            "en/locale.ftl:3: the direction is `ltr` or `rtl`, not `up`",
        ),
        (
            "own-name",
            "en/locale.ftl",
            "direction = ltr\n".to_owned(),
            "en/locale.ftl:1: a language says its `own-name`",
        ),
        (
            "tag",
            "x_y z/phone.ftl",
            "hello = X\n".to_owned(),
            "x_y z:1: `x_y z` is no BCP 47 language tag",
        ),
    ] {
        let found = faults(name, &[(path, &text)]);
        if !found.iter().any(|found| found.starts_with(fault)) {
            wrong.push((name, fault, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_language_has_its_own_categories() {
    let locale = "own-name = Polski\ndirection = ltr\n";
    let text = "hello = Cześć\nleft =\n    { $count ->\n        [one] { $count } raz\n        [few] { $count } razy\n        [many] { $count } razów\n       *[other] { $count } razu\n    }\n";
    let polish = [
        ("pl/locale.ftl", locale),
        ("pl/phone.ftl", text),
        ("pl/stage.ftl", "by = { $name }\n"),
        ("pl/desk.ftl", "desk = Biurko\n"),
    ];
    assert_eq!(faults("polish", &polish), [""; 0]);
}
