//! One file of one language: its messages as pieces of text, arguments and choices.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::Entries;
use crate::fault::Fault;

/// The plural categories of CLDR.
const CATEGORIES: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MessagePart {
    Text(String),
    Argument(String),
    /// The last variant stands for everything else.
    Select(String, Vec<(String, Vec<MessagePart>)>),
}

/// How an argument is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It is shown, whatever it is.
    Shown,
    /// A plural or a number format depends on it.
    Number,
    /// One of several words is looked for.
    Word,
}

/// A message as one language says it.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub line: usize,
    pub pieces: Vec<MessagePart>,
    /// Arguments by their names, with the line of a use that decides what they are.
    pub uses: BTreeMap<String, (Use, usize)>,
}

/// The categories that this language distinguishes; nothing where it is no language tag.
pub(crate) fn categories(tag: &str) -> Option<Vec<&'static str>> {
    let locale: Locale = tag.parse().ok()?;
    let rules = PluralRules::try_new_cardinal((&locale).into()).ok()?;
    let has = |category| rules.categories().any(|known| known == category);
    Some(
        CATEGORIES
            .into_iter()
            .filter(|(_, category)| has(*category))
            .map(|(name, _)| name)
            .collect(),
    )
}

/// Reads a file.
pub(crate) fn entries(tag: &str, path: &Path) -> Result<Entries, Vec<Fault>> {
    let text =
        fs::read_to_string(path).map_err(|error| vec![Fault::of(path, 1, error.to_string())])?;
    let line_at = |offset: usize| {
        text.bytes()
            .take(offset)
            .filter(|byte| *byte == b'\n')
            .count()
            + 1
    };
    let resource = parse(text.as_str()).map_err(|(_, errors)| {
        let fault = |error: &fluent_syntax::parser::ParserError| {
            Fault::of(
                path,
                line_at(error.pos.start),
                format!("this is no Fluent: {}", error.kind),
            )
        };
        errors.iter().map(fault).collect::<Vec<_>>()
    })?;
    let mut reader = MessageReader {
        tag,
        path,
        text: &text,
        faults: Vec::new(),
        terms: BTreeMap::new(),
    };
    let mut entries: Entries = Vec::new();
    for entry in &resource.body {
        if let Entry::Term(term) = entry {
            reader.terms.insert(term.id.name, &term.value);
        }
    }
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let name = message.id.name;
        let again = entries.iter().any(|(known, _)| known == name);
        let parsed = reader.message(message, again);
        entries.extend(parsed.map(|parsed| (name.to_owned(), parsed)));
    }
    if reader.faults.is_empty() {
        Ok(entries)
    } else {
        Err(reader.faults)
    }
}

struct MessageReader<'a> {
    tag: &'a str,
    path: &'a Path,
    text: &'a str,
    faults: Vec<Fault>,
    terms: BTreeMap<&'a str, &'a Pattern<&'a str>>,
}

impl<'a> MessageReader<'a> {
    /// The line of a piece of the file's own text.
    fn line(&self, piece: &str) -> usize {
        let offset = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text
            .as_bytes()
            .iter()
            .take(offset)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1
    }

    fn fault(&mut self, line: usize, what: String) {
        self.faults.push(Fault::of(self.path, line, what));
    }

    /// What a message says; nothing where it has no text at all. `again` says that the file has it
    /// already.
    fn message(&mut self, message: &Message<&'a str>, again: bool) -> Option<Parsed> {
        let (name, line) = (message.id.name, self.line(message.id.name));
        if let Some(attribute) = message.attributes.first() {
            let what = format!("`{name}` has an attribute, and nothing reads those");
            self.fault(self.line(attribute.id.name), what);
        }
        let Some(value) = &message.value else {
            self.fault(line, format!("`{name}` says nothing"));
            return None;
        };
        if again {
            self.fault(line, format!("`{name}` stands here twice"));
        }
        let mut uses = BTreeMap::new();
        let pieces = self.pieces(value, line, &mut uses);
        if pieces.is_empty() {
            self.fault(line, format!("`{name}` says nothing"));
        }
        Some(Parsed { line, pieces, uses })
    }

    fn pieces(
        &mut self,
        pattern: &Pattern<&'a str>,
        line: usize,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) -> Vec<MessagePart> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.push_text(&mut pieces, value, line),
                PatternElement::Placeable { expression } => {
                    self.expression(&mut pieces, expression, line, uses)
                }
            }
        }
        pieces
    }

    fn push_text(&mut self, pieces: &mut Vec<MessagePart>, text: &str, line: usize) {
        if text.chars().any(|c| c < ' ' && c != '\n') {
            self.fault(line, "a control character stands in the text".to_owned());
        }
        match pieces.last_mut() {
            Some(MessagePart::Text(before)) => before.push_str(text),
            _ => pieces.push(MessagePart::Text(text.to_owned())),
        }
    }

    fn expression(
        &mut self,
        pieces: &mut Vec<MessagePart>,
        expression: &Expression<&'a str>,
        line: usize,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) {
        match expression {
            Expression::Select { selector, variants } => {
                if let Some(select) = self.select(selector, variants, line, uses) {
                    pieces.push(select);
                }
            }
            Expression::Inline(inline) => self.inline(pieces, inline, line, uses),
        }
    }

    fn inline(
        &mut self,
        pieces: &mut Vec<MessagePart>,
        inline: &InlineExpression<&'a str>,
        line: usize,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.push_text(pieces, &unescape_unicode_to_string(value), line)
            }
            InlineExpression::NumberLiteral { value } => self.push_text(pieces, value, line),
            InlineExpression::VariableReference { id } => {
                let line = self.line(id.name);
                used(uses, id.name, Use::Shown, line);
                pieces.push(MessagePart::Argument(id.name.to_owned()));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                pieces.extend(self.number(id.name, arguments, uses))
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => pieces.extend(self.term(id.name, line, uses)),
            InlineExpression::Placeable { expression } => {
                self.expression(pieces, expression, line, uses)
            }
            InlineExpression::MessageReference { id, .. }
            | InlineExpression::TermReference { id, .. } => {
                let what = format!(
                    "`{}`: messages are not put into messages; a term `-name` can be",
                    id.name
                );
                self.fault(self.line(id.name), what);
            }
        }
    }

    fn number(
        &mut self,
        function: &str,
        arguments: &CallArguments<&'a str>,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) -> Option<MessagePart> {
        let line = self.line(function);
        match arguments.positional.as_slice() {
            [InlineExpression::VariableReference { id }]
                if function == "NUMBER" && arguments.named.is_empty() =>
            {
                used(uses, id.name, Use::Number, line);
                Some(MessagePart::Argument(id.name.to_owned()))
            }
            _ => {
                self.fault(line, "the only function is `NUMBER($argument)`".to_owned());
                None
            }
        }
    }

    fn term(
        &mut self,
        name: &str,
        line: usize,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) -> Vec<MessagePart> {
        let Some(term) = self.terms.get(name).copied() else {
            let what = format!("there is no term `-{name}` in this file");
            self.fault(self.line(name), what);
            return Vec::new();
        };
        self.pieces(term, line, uses)
    }

    fn select(
        &mut self,
        selector: &InlineExpression<&'a str>,
        variants: &[Variant<&'a str>],
        line: usize,
        uses: &mut BTreeMap<String, (Use, usize)>,
    ) -> Option<MessagePart> {
        let InlineExpression::VariableReference { id } = selector else {
            self.fault(
                line,
                "a choice is made by an argument: `{ $argument -> … }`".to_owned(),
            );
            return None;
        };
        let at = self.line(id.name);
        let keys: Vec<(&str, bool)> = variants.iter().map(|variant| key(&variant.key)).collect();
        let is_number = keys
            .iter()
            .any(|(key, digits)| *digits || (*key != "other" && is_category(key)))
            || keys == [("other", false)];
        used(
            uses,
            id.name,
            if is_number { Use::Number } else { Use::Word },
            at,
        );
        if is_number {
            self.check_plural(&keys);
        }
        // The default comes last: what stands before it is looked through in its order.
        let (default, others): (Vec<_>, Vec<_>) =
            variants.iter().partition(|variant| variant.default);
        let mut read = |variant: &&Variant<&'a str>| {
            (
                key(&variant.key).0.to_owned(),
                self.pieces(&variant.value, at, uses),
            )
        };
        let variants = others.iter().map(&mut read).collect::<Vec<_>>();
        let default = default.iter().map(&mut read).collect::<Vec<_>>();
        Some(MessagePart::Select(
            id.name.to_owned(),
            [variants, default].concat(),
        ))
    }

    /// Holds the variants of a plural against the language's own categories.
    fn check_plural(&mut self, keys: &[(&'a str, bool)]) {
        let known = categories(self.tag).unwrap_or_default();
        for (key, digits) in keys {
            if !digits && !known.contains(key) {
                let line = self.line(key);
                let known = known.join(", ");
                self.fault(
                    line,
                    format!(
                        "`{}` has no plural category `{key}`; it has {known}",
                        self.tag
                    ),
                );
            }
        }
    }
}

fn key<'a>(key: &VariantKey<&'a str>) -> (&'a str, bool) {
    match key {
        VariantKey::Identifier { name } => (name, false),
        VariantKey::NumberLiteral { value } => (value, true),
    }
}

fn is_category(key: &str) -> bool {
    CATEGORIES.iter().any(|(name, _)| *name == key)
}

/// Notes a use; one that says what the argument is counts for more than one that only shows it.
fn used(uses: &mut BTreeMap<String, (Use, usize)>, name: &str, how: Use, line: usize) {
    let known = uses.entry(name.to_owned()).or_insert((how, line));
    if known.0 == Use::Shown {
        *known = (how, line);
    }
}
