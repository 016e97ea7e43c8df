//! The colours and weights of a picture's marks, read from the same style sheets that pages have:
//! what a page looks up by classes, a file of its own has to carry with it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The style of pages and of what is drawn on a stage, as the build finds it.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/figure.css"));

/// What a mark can be given by an attribute of its own.
const PROPERTIES: [&str; 7] = [
    "fill",
    "font-weight",
    "opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-width",
];

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| rules(STYLE));
static LIGHT: LazyLock<Tokens> = LazyLock::new(|| tokens(STYLE, ":root"));
static DARK: LazyLock<Tokens> = LazyLock::new(|| tokens(STYLE, ":root[data-theme=dark]"));

/// Colours by their names.
type Tokens = BTreeMap<String, String>;

/// On which ground a figure is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureMode {
    #[default]
    Light,
    Dark,
}

impl FigureMode {
    fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }

    /// A colour by its name, such as `ink`.
    pub fn colour(self, name: &str) -> &'static str {
        self.tokens().get(name).map_or("#000000", String::as_str)
    }

    /// What a figure lies on: white for what is printed, the stage's own paper in the dark.
    pub fn ground(self) -> &'static str {
        match self {
            Self::Light => "#FFFFFF",
            Self::Dark => self.colour("paper"),
        }
    }
}

/// What an element is called in the style: its own name and its classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StyledElement<'a> {
    pub name: &'a str,
    pub classes: &'a str,
}

impl StyledElement<'_> {
    fn is(self, compound: &Compound) -> bool {
        compound
            .name
            .as_deref()
            .is_none_or(|name| name == self.name)
            && compound
                .classes
                .iter()
                .all(|class| self.classes.split(' ').any(|it| it == class))
    }
}

/// The attributes that an element has by the style, given what it stands in, outermost first and
/// itself last. Where several rules say something of the same, the more precise one counts, and of
/// those the later.
pub fn attributes(path: &[StyledElement<'_>], mode: FigureMode) -> BTreeMap<&'static str, String> {
    let mut said: BTreeMap<&'static str, (usize, String)> = BTreeMap::new();
    for rule in RULES.iter().filter(|rule| rule.holds(path)) {
        for (property, value) in &rule.values {
            let weight = rule.weight();
            if said.get(property).is_none_or(|(than, _)| *than <= weight) {
                said.insert(property, (weight, value.clone()));
            }
        }
    }
    let resolved = said.into_iter();
    resolved
        .map(|(property, (_, value))| match property {
            "font-weight" => (property, weight(&value)),
            _ => (property, resolved_value(&value, mode)),
        })
        .collect()
}

/// A weight in hundreds, and no heavier than it was measured: programs that draw SVG know no
/// others.
pub fn weight(value: &str) -> String {
    let weight: Option<u16> = value.parse().ok();
    weight.map_or_else(
        || value.to_owned(),
        |weight| (weight / 100 * 100).to_string(),
    )
}

/// A value with its colour in place of that one's name.
fn resolved_value(value: &str, mode: FigureMode) -> String {
    let name = value
        .strip_prefix("var(--")
        .and_then(|rest| rest.strip_suffix(')'));
    match name {
        Some(name) => mode.colour(name).to_owned(),
        // Without a unit they are those of the drawing, as in a page.
        None => value.replace("px", ""),
    }
}

struct Rule {
    /// From the outermost to the one it is about.
    selector: Vec<Compound>,
    values: Vec<(&'static str, String)>,
}

struct Compound {
    name: Option<String>,
    classes: Vec<String>,
}

impl Rule {
    fn holds(&self, path: &[StyledElement<'_>]) -> bool {
        let (Some(own), Some((element, around))) = (self.selector.last(), path.split_last()) else {
            return false;
        };
        let mut around = around.iter().rev();
        let outer = &self.selector[..self.selector.len() - 1];
        element.is(own) && outer.iter().rev().all(|part| around.any(|it| it.is(part)))
    }

    /// Classes count before names.
    fn weight(&self) -> usize {
        let part = |part: &Compound| part.classes.len() * 100 + usize::from(part.name.is_some());
        self.selector.iter().map(part).sum()
    }
}

/// Selectors and declarations of a style sheet, without those of some screens alone.
fn blocks(css: &str) -> Vec<(String, String)> {
    let css = without_comments(css);
    let mut found = Vec::new();
    let mut rest = css.as_str();
    while let Some((head, inside)) = rest.split_once('{') {
        let mut depth = 1;
        let end = inside.char_indices().find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        let end = end.map_or(inside.len(), |(at, _)| at);
        if !head.contains('@') {
            found.push((head.trim().to_owned(), inside[..end].to_owned()));
        }
        rest = inside.get(end + 1..).unwrap_or_default();
    }
    found
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| {
        kept + piece.split_once("*/").map_or("", |(_, behind)| behind)
    })
}

fn declarations(block: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = block.split(';').filter_map(|part| part.split_once(':'));
    parts.map(|(name, value)| (name.trim(), value.trim()))
}

fn tokens(css: &str, selector: &str) -> Tokens {
    let blocks = blocks(css).into_iter();
    let of = blocks.filter(|(head, _)| head == selector);
    of.flat_map(|(_, block)| {
        let colours = declarations(&block).filter(|(_, value)| value.starts_with('#'));
        let named = colours.filter_map(|(name, value)| Some((name.strip_prefix("--")?, value)));
        let named = named.map(|(name, value)| (name.to_owned(), value.to_owned()));
        named.collect::<Vec<_>>()
    })
    .collect()
}

fn rules(css: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (head, block) in blocks(css) {
        let values: Vec<(&'static str, String)> = declarations(&block)
            .filter_map(|(name, value)| {
                let property = PROPERTIES.iter().find(|property| **property == name)?;
                Some((*property, value.to_owned()))
            })
            .collect();
        for selector in head.split(',').filter(|_| !values.is_empty()) {
            rules.extend(selector_of(selector).map(|selector| Rule {
                selector,
                values: values.clone(),
            }));
        }
    }
    rules
}

/// Names and classes alone; nothing where something else is asked, such as what is pointed at.
fn selector_of(text: &str) -> Option<Vec<Compound>> {
    if text.contains(['[', ':', '>', '+', '~', '*', '#']) {
        return None;
    }
    let compound = |part: &str| {
        let mut parts = part.split('.');
        let name = parts.next().filter(|name| !name.is_empty());
        Compound {
            name: name.map(str::to_owned),
            classes: parts.map(str::to_owned).collect(),
        }
    };
    Some(text.split_whitespace().map(compound).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element<'a>(name: &'a str, classes: &'a str) -> StyledElement<'a> {
        StyledElement { name, classes }
    }

    #[test]
    fn the_more_precise_rule_counts_and_then_the_later() {
        let chart = element("svg", "chart wide");
        let of = |classes, mode| attributes(&[chart, element("text", classes)], mode);
        let light = of("label", FigureMode::Light);
        assert_eq!(light["fill"], "#191D24");
        assert_eq!(light["font-weight"], "600");
        assert_eq!(of("share", FigureMode::Light)["fill"], "#5A626F");
        assert_eq!(of("mean-label", FigureMode::Dark)["fill"], "#FF9B66");
        let lead = attributes(&[chart, element("rect", "bar lead")], FigureMode::Light);
        assert_eq!(lead["fill"], "#0B5CAD");
        let dot = [chart, element("g", "people"), element("circle", "")];
        assert_eq!(attributes(&dot, FigureMode::Light)["fill"], "#0B5CAD");
        assert!(!attributes(&dot[..1], FigureMode::Light).contains_key("fill"));
    }

    #[test]
    fn both_modes_have_every_colour() {
        let [light, dark] = [FigureMode::Light, FigureMode::Dark].map(FigureMode::tokens);
        assert!(light.len() > 20, "{light:?}");
        assert!(light.keys().eq(dark.keys()), "{light:?} {dark:?}");
    }
}
