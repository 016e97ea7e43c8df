//! A cloud in five hues, and a list beside it of what found no room. Where words stand, and how
//! large, the room says.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::cloud::{Cloud, CloudWord, LIST_WIDTH, Picture, WordPosition};
use shared::question::words::WordsResults;

use crate::charts::frame::{Drawing, Frame, Shape, figure};
use crate::charts::mark::{Mark, n};
use crate::charts::side_list::Beside;
use crate::language::Language;
use crate::texts::charts as say;

/// The hues of words.
const HUES: [&str; 5] = [
    "word hue-one",
    "word hue-two",
    "word hue-three",
    "word hue-four",
    "word hue-five",
];
const SHAPES: [Shape; 2] = [Shape::Wide, Shape::Tall];

/// How many pages the longer one of the lists takes.
pub fn pages(results: &WordsResults, cloud: &Cloud, language: Language) -> usize {
    let pages = SHAPES
        .map(|shape| beside(shape, cloud, results, language).map_or(1, |beside| beside.pages()));
    pages.into_iter().max().unwrap_or(1)
}

/// The picture, with that page of what is left over beside it.
pub fn view(
    frame: &Frame<'_>,
    results: &WordsResults,
    cloud: &Cloud,
    page: usize,
    behind: AnyView,
    language: Language,
) -> AnyView {
    let picture = |(number, shape): (usize, &Shape)| frame.picture(number, drawing(*shape, cloud));
    let pictures: Vec<AnyView> = SHAPES.iter().enumerate().map(picture).collect();
    let lists: Vec<AnyView> = SHAPES
        .iter()
        .filter_map(|shape| beside(*shape, cloud, results, language))
        .map(|beside| beside.view(page, frame.pointed))
        .collect();
    figure(
        pictures,
        (!lists.is_empty()).then(|| lists.into_any()),
        behind,
    )
}

/// The words of that shape page by page: those in the picture, which is on every page, and what of
/// the list stands beside it.
pub fn names(
    shape: Shape,
    results: &WordsResults,
    cloud: &Cloud,
    language: Language,
) -> Vec<Vec<String>> {
    let listed = beside(shape, cloud, results, language);
    let mut placed: Vec<(u32, &str)> = cloud
        .words
        .iter()
        .filter_map(|word| Some((word_position(shape, word)?.slot, word.text.as_str())))
        .collect();
    placed.sort_unstable();
    let pages = pages(results, cloud, language);
    let listed = listed
        .as_ref()
        .map_or_else(|| vec![&[][..]; pages], |listed| listed.each(pages));
    let page = |listed: &[(String, String)]| {
        let listed = listed.iter().map(|(name, _)| name.clone());
        placed
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .chain(listed)
            .collect()
    };
    listed.into_iter().map(page).collect()
}

fn word_position(shape: Shape, word: &CloudWord) -> Option<WordPosition> {
    if shape == Shape::Wide {
        word.wide
    } else {
        word.tall
    }
}

/// What had no room in the picture of that shape, or was not even sent to the page.
fn beside(
    shape: Shape,
    cloud: &Cloud,
    results: &WordsResults,
    language: Language,
) -> Option<Beside> {
    let placed = cloud
        .words
        .iter()
        .filter(|word| word_position(shape, word).is_some());
    let placed: BTreeSet<&str> = placed.map(|word| word.text.as_str()).collect();
    let total = results.distinct.saturating_sub(placed.len() as u64);
    let left = results
        .entries
        .iter()
        .filter(|entry| !placed.contains(entry.text.as_str()));
    let items = left
        .map(|entry| (entry.text.clone(), entry.text.clone()))
        .collect();
    let heading = say::and_more(language, total);
    (total > 0).then_some(Beside {
        shape: Some(shape),
        heading,
        items,
        total,
        width: f64::from(LIST_WIDTH),
    })
}

/// The picture without a page around it, and as texts what had no room in it.
pub fn drawings(
    shape: Shape,
    results: &WordsResults,
    cloud: &Cloud,
    language: Language,
) -> Vec<Drawing> {
    let picture = drawing(shape, cloud);
    let beside = beside(shape, cloud, results, language);
    let listed = beside.map(|beside| beside.drawing(shape, picture.height, language));
    std::iter::once(picture).chain(listed).collect()
}

fn drawing(shape: Shape, cloud: &Cloud) -> Drawing {
    let Picture { width, height } = if shape == Shape::Wide {
        cloud.wide
    } else {
        cloud.tall
    };
    let (width, height) = (f64::from(width), f64::from(height));
    let placed: Vec<(WordPosition, &CloudWord)> = cloud
        .words
        .iter()
        .filter_map(|word| Some((word_position(shape, word)?, word)))
        .collect();
    // Each word in the place of its number, so that it stays the same element while others come and
    // go.
    let slots = placed
        .iter()
        .map(|(position, _)| position.slot + 1)
        .max()
        .unwrap_or_default();
    let mut marks = vec![Mark::Gap; slots as usize];
    placed
        .into_iter()
        .for_each(|(position, word)| marks[position.slot as usize] = mark(position, word));
    let transform = format!("translate({} {})", n(width / 2.0), n(height / 2.0));
    Drawing {
        shape,
        width,
        height,
        align: None,
        marks: vec![Mark::Group {
            class: "cloud",
            transform,
            marks,
        }],
    }
}

fn mark(position: WordPosition, word: &CloudWord) -> Mark {
    Mark::Word {
        class: HUES[hue(&word.text)],
        transform: format!("translate({} {})", position.x, position.baseline),
        size: f64::from(position.size),
        weight: position.weight(),
        text: word.text.clone(),
    }
}

/// A word keeps its hue, whatever others do and however it is written. The hash is FNV-1a.
fn hue(text: &str) -> usize {
    let letters = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric());
    let hash = letters.fold(0x811c_9dc5_u32, |hash, c| {
        (hash ^ u32::from(c)).wrapping_mul(0x0100_0193)
    });
    // The lowest bits of such a hash hardly differ between words that end alike.
    (hash >> 16) as usize % HUES.len()
}

#[cfg(test)]
mod tests {
    use shared::cloud::Layout;
    use shared::question::word::Word;
    use shared::question::words::WordsTally;
    use shared::rules::Rules;
    use shared::text::word_key;

    use super::*;
    use crate::charts::mark::draw;

    fn cloud(tally: &WordsTally) -> Cloud {
        Layout::new(&tally.entries, 0).cloud(&tally.entries)
    }

    fn tally(words: usize) -> WordsTally {
        let mut tally = WordsTally::default();
        for number in 0..words {
            let text = format!("woord {number}");
            (0..(words - number) / 40 + 1).for_each(|_| {
                tally.add(&[Word {
                    key: word_key(&text, Rules::LATEST),
                    text: text.clone(),
                }])
            });
        }
        tally
    }

    fn texts(marks: &[Mark]) -> Vec<String> {
        let text = |mark: &Mark| match mark {
            Mark::Word { text, .. } => vec![text.clone()],
            Mark::Group { marks, .. } => texts(marks),
            _ => Vec::new(),
        };
        marks.iter().flat_map(text).collect()
    }

    #[test]
    fn a_word_keeps_its_hue_and_all_hues_are_used() {
        for (one, other) in [
            ("Zorg", "zorg"),
            ("zorg!", "ZORG"),
            ("er zijn", "Er  zijn"),
            ("één", "ÉÉN"),
            ("e-mail", "email"),
            ("поле", "ПОЛЕ"),
        ] {
            assert_eq!(hue(one), hue(other), "{one}");
        }
        let words = [
            "vertrouwen",
            "samen",
            "respect",
            "openheid",
            "ruimte",
            "buurt",
            "moed",
            "humor",
            "geloof",
            "lef",
            "thuis",
        ];
        let mut used = words.map(hue).to_vec();
        used.sort_unstable();
        used.dedup();
        assert!(used.len() >= 4, "{used:?}");
        let numbered = (0..500).fold([0; HUES.len()], |mut used, number| {
            used[hue(&format!("woord {number}"))] += 1;
            used
        });
        assert!(
            numbered.iter().all(|count| (50..=150).contains(count)),
            "{numbered:?}"
        );
    }

    #[test]
    fn every_entry_is_in_the_picture_or_on_a_page_of_the_list() {
        for words in [1, 25, 250] {
            let tally = tally(words);
            let (results, cloud) = (tally.results().bounded(), cloud(&tally));
            for shape in SHAPES {
                let mut seen = texts(&drawing(shape, &cloud).marks);
                let listed = beside(shape, &cloud, &results, Language::Nl);
                let pages = pages(&results, &cloud, Language::Nl);
                for page in listed.iter().flat_map(|listed| listed.each(pages)) {
                    seen.extend(page.iter().map(|(name, _)| name.clone()));
                }
                seen.sort();
                seen.dedup();
                assert_eq!(seen.len(), words, "{shape:?}");
            }
        }
    }

    fn given(texts: &[&str]) -> (WordsResults, Cloud) {
        let mut tally = WordsTally::default();
        for text in texts {
            tally.add(&[Word {
                key: word_key(text, Rules::LATEST),
                text: (*text).to_owned(),
            }]);
        }
        (tally.results(), cloud(&tally))
    }

    #[test]
    fn what_is_wider_than_its_characters_may_be_is_clipped_in_the_picture_or_whole_in_the_list() {
        let long = ["⸻", "﷽", "\u{12031}", "\u{604}"].map(|character| character.repeat(25));
        for text in &long {
            let (results, cloud) = given(&["rust", text]);
            for shape in SHAPES {
                assert_eq!(
                    texts(&drawing(shape, &cloud).marks),
                    ["rust"],
                    "{text} has no room among others"
                );
                let listed = beside(shape, &cloud, &results, Language::Nl).unwrap();
                assert_eq!(
                    listed.items,
                    [(text.clone(), text.clone())],
                    "and is whole beside them"
                );
            }
        }
        for (text, characters) in [
            ("⸻⸻⸻", 3),
            ("﷽", 1),
            ("\u{1242b}\u{1242b}", 2),
            ("རྒྱུ", 1),
            ("क्षत्रिय", 3),
            ("👨‍👩‍👧‍👦", 2),
        ] {
            let (_, cloud) = given(&["rust", text]);
            let marks = drawing(Shape::Wide, &cloud).marks;
            let Some(Mark::Group { marks, .. }) = marks.first() else {
                panic!("a cloud")
            };
            let size = |mark: &Mark| match mark {
                Mark::Word {
                    size, text: word, ..
                } if word == text => Some(*size),
                _ => None,
            };
            let (mark, size) = marks
                .iter()
                .find_map(|mark| Some((mark, size(mark)?)))
                .unwrap();
            let html = draw(mark.clone(), Default::default()).to_html();
            let width = n(f64::from(characters) * 2.0 * size);
            assert!(
                html.contains("class=\"clip\"") && html.contains(&format!("width=\"{width}\"")),
                "{html}"
            );
        }
        let plain = draw(
            Mark::Word {
                class: "word",
                transform: String::new(),
                size: 34.0,
                weight: 600,
                text: "één — woord".to_owned(),
            },
            Default::default(),
        );
        assert!(
            plain.to_html().starts_with("<text"),
            "what the pages' own font has needs no bounds"
        );
    }

    #[test]
    fn of_more_words_than_a_page_is_told_the_list_says_how_many_there_are() {
        let tally = tally(700);
        let (results, cloud) = (tally.results().bounded(), cloud(&tally));
        let listed = beside(Shape::Wide, &cloud, &results, Language::Nl).unwrap();
        let placed = texts(&drawing(Shape::Wide, &cloud).marks).len() as u64;
        assert_eq!(listed.total + placed, 700);
        assert!((listed.items.len() as u64) < listed.total);
    }
}
