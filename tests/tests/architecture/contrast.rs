//! Colours can be distinguished: every pair that the pages use, in both themes, by the contrast
//! ratio of WCAG 2.2 (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).

use std::collections::BTreeMap;
use std::fs;

use crate::names::assert_none;
use crate::sources::root;

type Palette = BTreeMap<String, [f64; 3]>;

#[test]
fn every_pair_of_colours_keeps_its_contrast_in_both_themes() {
    let css = read("client/style/tokens.css");
    let [light, dark, forced_dark] = palettes(&css);
    assert_eq!(
        dark, forced_dark,
        "the two ways to the dark theme show the same colours"
    );
    let pairs = read("client/style/contrast-pairs.txt");
    let pairs = pairs_of(&pairs);
    assert!(pairs.len() > 20, "only {} pairs", pairs.len());
    let mut faint = Vec::new();
    for [over, under, least] in pairs {
        for (theme, palette) in [("light", &light), ("dark", &dark)] {
            let ratio = contrast(colour(palette, over), colour(palette, under));
            if ratio < least.parse::<f64>().expect("a ratio is a number") {
                faint.push(format!(
                    "{over} on {under}, {theme}: {ratio:.2}, wanted {least}"
                ));
            }
        }
    }
    assert_none(&faint, "these can't be told apart by everyone");
}

/// What a chart is drawn in can be distinguished from the page behind it, whichever token is used
/// next.
#[test]
fn every_colour_of_a_chart_is_held_against_the_page() {
    let pairs = read("client/style/contrast-pairs.txt");
    let held: Vec<&str> = pairs_of(&pairs)
        .into_iter()
        .filter(|[_, under, _]| *under == "paper")
        .map(|[over, ..]| over)
        .collect();
    let css = ["charts.css", "stage.css"]
        .map(|part| read(&format!("client/style/{part}")) + &kinds(part));
    let css = css.concat();
    let drawn = ["fill: var(--", "stroke: var(--"]
        .into_iter()
        .flat_map(|property| css.split(property).skip(1));
    let tokens: Vec<&str> = drawn.filter_map(|rest| rest.split(')').next()).collect();
    assert!(tokens.len() > 25, "only {} fills and strokes", tokens.len());
    let faint: Vec<String> = tokens
        .into_iter()
        // Paper is a hole; the tint below people in a place is the floor, which its label and its
        // people mark.
        .filter(|token| !["paper", "tint"].contains(token) && !held.contains(token))
        .map(str::to_owned)
        .collect();
    assert_none(&faint, "these are drawn and held against nothing");
}

/// Foreground, background and the least ratio, line by line.
fn pairs_of(text: &str) -> Vec<[&str; 3]> {
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let words = lines.map(|line| line.split_whitespace().collect::<Vec<&str>>());
    words.map(|words| [words[0], words[1], words[2]]).collect()
}

/// What only single kinds of questions look like on pages with that sheet.
fn kinds(sheet: &str) -> String {
    let folders = fs::read_dir(root().join("client/style/kinds")).expect("kinds have styles");
    let parts =
        folders.filter_map(|folder| fs::read_to_string(folder.ok()?.path().join(sheet)).ok());
    let parts: Vec<String> = parts.collect();
    assert!(!parts.is_empty(), "the rule looks at the right place");
    parts.concat()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The colours of the light theme, of a system that prefers dark, and of a page that is set to
/// dark.
fn palettes(css: &str) -> [Palette; 3] {
    // Colours that the person chose are kept distinct by the system.
    let blocks: Vec<&str> = css
        .split('}')
        .filter(|block| block.contains("--paper: #"))
        .collect();
    assert_eq!(
        blocks.len(),
        3,
        "three blocks of tokens.css say what paper is"
    );
    let light = colours(blocks[0]);
    let over = |block: &str| light.clone().into_iter().chain(colours(block)).collect();
    [light.clone(), over(blocks[1]), over(blocks[2])]
}

fn colours(block: &str) -> Palette {
    let declarations = block
        .split(['{', ';'])
        .filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
    declarations
        .filter_map(|(name, value)| Some((name.trim().to_owned(), rgb(value.trim())?)))
        .collect()
}

fn rgb(value: &str) -> Option<[f64; 3]> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        u8::from_str_radix(digits.get(at..at + 2)?, 16)
            .ok()
            .map(|value| f64::from(value) / 255.0)
    };
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn colour(palette: &Palette, name: &str) -> [f64; 3] {
    let name = name.trim_start_matches("--");
    rgb(name)
        .or_else(|| palette.get(name).copied())
        .unwrap_or_else(|| panic!("tokens.css has no colour {name}"))
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        if channel <= 0.04045 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
