//! The typed functions: a module per file, a field for each message that is whole, a function for
//! each that something is filled into.
//!
//! They hold numbers and no text.

use std::fmt::Write;

use crate::message::MessagePart;
use crate::{Catalogue, LanguageTexts, MessageEntry};

/// Words that Rust keeps for itself and that messages may be called all the same.
const KEYWORDS: [&str; 12] = [
    "as", "break", "else", "for", "if", "in", "loop", "match", "move", "ref", "type", "where",
];

impl Catalogue {
    /// What is known of the languages themselves, to be included where pages choose one.
    pub fn languages(&self) -> String {
        let mut code = String::new();
        let tags: Vec<&str> = self
            .languages
            .iter()
            .map(|language| language.tag.as_str())
            .collect();
        let programs = tags
            .iter()
            .position(|tag| *tag == self.settings.programs)
            .unwrap_or_default();
        code += &format!(
            "/// The languages there are, the default first.\npub const TAGS: [&str; {}] = {tags:?};\n",
            tags.len()
        );
        code += &format!(
            "/// Which of them logs, the command line and the API speak.\npub const PROGRAMS: u8 = {programs};\n"
        );
        let names: Vec<String> = self
            .languages
            .iter()
            .map(|language| self.of_itself(language, "own-name"))
            .collect();
        code += &format!(
            "/// What each calls itself.\npub const OWN_NAMES: [&str; {}] = {names:?};\n",
            tags.len()
        );
        let turned: Vec<bool> = self
            .languages
            .iter()
            .map(|language| self.of_itself(language, "direction") == "rtl")
            .collect();
        code += &format!(
            "/// Whether its lines run from right to left.\npub const RIGHT_TO_LEFT: [bool; {}] = {turned:?};\n",
            tags.len()
        );
        code
    }

    /// The code, to be included where `Language`, `ShownNumber`, `MessageArgument`, `say` and
    /// `text` are in scope.
    pub fn code(&self) -> String {
        let mut code = String::new();
        code += &format!(
            "/// How many messages there are.\npub const COUNT: usize = {};\n\n",
            self.messages.len()
        );
        code += &self.names();
        let mut files: Vec<&str> = self
            .messages
            .iter()
            .map(|message| message.file.as_str())
            .collect();
        files.dedup();
        for file in files {
            code += &self.module(file);
        }
        code
    }

    /// What tests look up by a message's number: its name, and which of its arguments are numbers.
    fn names(&self) -> String {
        let numbers = |message: &MessageEntry| {
            message
                .arguments
                .iter()
                .map(|argument| argument.is_number)
                .collect::<Vec<_>>()
        };
        let line = |message: &MessageEntry| {
            format!(
                "    (\"{}.ftl {}\", &{:?}),\n",
                message.file,
                message.name,
                numbers(message)
            )
        };
        let lines: String = self.messages.iter().map(line).collect();
        format!(
            "/// Each message's name and file, and which of its arguments are numbers.\n#[cfg(test)]\n\
             pub(crate) static ALL: [(&str, &[bool]); COUNT] = [\n{lines}];\n\n"
        )
    }

    /// A message of `locale.ftl` that is text alone.
    fn of_itself(&self, language: &LanguageTexts, name: &str) -> String {
        let place = self
            .messages
            .iter()
            .position(|message| message.file == "locale" && message.name == name);
        match place
            .and_then(|place| language.texts.get(place))
            .map(Vec::as_slice)
        {
            Some([MessagePart::Text(text)]) => text.clone(),
            _ => String::new(),
        }
    }

    fn module(&self, file: &str) -> String {
        let numbered = self
            .messages
            .iter()
            .enumerate()
            .filter(|(_, message)| message.file == file);
        let (whole, filled): (Vec<_>, Vec<_>) =
            numbered.partition(|(_, message)| message.arguments.is_empty());
        let mut code = format!(
            "/// `{file}.ftl`.\npub mod {} {{\n    use super::*;\n\n",
            identifier(file)
        );
        code += &table(file, &whole);
        for (number, message) in filled {
            code += &function(number, message);
        }
        code + "}\n\n"
    }
}

/// The messages that are whole, as a struct of texts.
fn table(file: &str, whole: &[(usize, &MessageEntry)]) -> String {
    if whole.is_empty() {
        return String::new();
    }
    let (kind, count) = (texts_of(file), whole.len());
    let each = |line: &dyn Fn(&(usize, &MessageEntry)) -> String| {
        whole.iter().map(line).collect::<String>()
    };
    let fields =
        each(&|(_, message)| format!("        pub {}: &'static str,\n", identifier(&message.name)));
    let read = each(&|(number, message)| {
        format!(
            "                {}: whole(language, {number}),\n",
            identifier(&message.name)
        )
    });
    let names = each(&|(number, message)| {
        format!(
            "({:?}, {number}), ",
            identifier(&message.name).trim_start_matches("r#")
        )
    });
    let mut code = String::new();
    write!(
        code,
        "    /// Sentences without anything to fill in.\n    #[derive(Debug)]\n    pub struct {kind} {{\n{fields}    }}\n\n\
         \u{20}   impl {kind} {{\n        /// The sentences in one language.\n        pub fn of(language: Language) -> &'static Self {{\n\
         \u{20}           static EACH: Each<{kind}> = Each::new();\n            EACH.of(language, |language| Self {{\n{read}            }})\n        }}\n    }}\n\n\
         \u{20}   /// Their names and numbers.\n    pub const NAMED: [(&str, usize); {count}] = [{names}];\n\n\
         \u{20}   /// The sentence of that name, where there is one.\n    pub fn named(language: Language, name: &str) -> Option<&'static str> {{\n\
         \u{20}       find(language, &NAMED, name)\n    }}\n\n",
    )
    .expect("a text takes more");
    code
}

fn function(number: usize, message: &MessageEntry) -> String {
    let name = identifier(&message.name);
    let takes = |is_number: bool| {
        if is_number {
            "ShownNumber"
        } else {
            "MessageArgument<'a>"
        }
    };
    let parameters: String = message
        .arguments
        .iter()
        .map(|argument| {
            format!(
                ", {}: impl Into<{}>",
                identifier(&argument.name),
                takes(argument.is_number)
            )
        })
        .collect();
    let value = |name: &str, is_number: bool| match is_number {
        true => format!("MessageArgument::Number({name}.into())"),
        false => format!("{name}.into()"),
    };
    let values: Vec<String> = message
        .arguments
        .iter()
        .map(|argument| value(&identifier(&argument.name), argument.is_number))
        .collect();
    let lifetime = if message.arguments.iter().all(|argument| argument.is_number) {
        ""
    } else {
        "<'a>"
    };
    format!(
        "    pub fn {name}{lifetime}(language: Language{parameters}) -> String {{\n        say(language, {number}, &[{}])\n    }}\n\n",
        values.join(", ")
    )
}

/// `join-at` is `join_at` in code.
fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// The type of a file's whole messages: `SignInTexts` of `sign-in`.
fn texts_of(file: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| first.to_ascii_uppercase())
            .into_iter()
            .chain(letters)
            .collect::<String>()
    };
    let words: String = file.split(['-', '_']).map(part).collect();
    words + "Texts"
}
