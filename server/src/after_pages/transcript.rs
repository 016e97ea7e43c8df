//! What was said, made paragraphs: of plain text, or of the cues of a WebVTT or SubRip file, whose
//! times and marks are left out.

/// A pause between two cues that begins a paragraph, in milliseconds.
const PAUSE_MS: u64 = 2_000;
/// A paragraph ends with a sentence from here on, in characters, and anyhow at the other.
const LONG: usize = 500;
const TOO_LONG: usize = 1_500;

/// The paragraphs of it, without markup.
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if is_cues(&text) {
        of_cues(&text)
    } else {
        let blocks = text.split("\n\n").map(one_line);
        blocks.filter(|block| !block.is_empty()).collect()
    }
}

fn is_cues(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.starts_with("WEBVTT") || text.lines().take(20).any(|line| timing(line).is_some())
}

/// When a cue begins and ends, in milliseconds.
fn timing(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    let to = to.split_whitespace().next()?;
    Some((moment(from.trim())?, moment(to)?))
}

/// `00:01:02.345`, `01:02.345`, or with a comma.
fn moment(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once(['.', ','])?;
    let parts = clock.split(':').map(|part| part.parse::<u64>().ok());
    let parts: Vec<u64> = parts.collect::<Option<_>>()?;
    let seconds = (2..=3).contains(&parts.len()).then(|| {
        parts.iter().fold(0_u64, |sum, part| {
            sum.saturating_mul(60).saturating_add(*part)
        })
    })?;
    let thousandths = thousandths.parse::<u64>().ok()?;
    Some(seconds.saturating_mul(1000).saturating_add(thousandths))
}

fn of_cues(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let (mut ended_at, mut speaks) = (None, None);
    for block in text.split("\n\n") {
        let mut lines = block.lines();
        // What stands before the times is the cue's own name; notes and styles have none.
        let Some((from, to)) = lines.by_ref().find_map(timing) else {
            continue;
        };
        let cue: Vec<&str> = lines.collect();
        let (voice, said) = spoken(&cue.join(" "));
        if said.is_empty() {
            continue;
        }
        let paused = ended_at.is_none_or(|ended: u64| from >= ended.saturating_add(PAUSE_MS));
        let is_full = paragraphs.last().is_some_and(|last| {
            let length = last.chars().count();
            length >= TOO_LONG || length >= LONG && last.ends_with(['.', '!', '?', '…'])
        });
        let is_other = voice.is_some() && voice != speaks;
        let said = match voice.as_ref().filter(|_| is_other) {
            Some(voice) => format!("{voice}: {said}"),
            None => said,
        };
        let goes_on = !(paused || is_full || is_other);
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(&said);
            }
            None => paragraphs.push(said),
        }
        ended_at = Some(to);
        speaks = voice.or(speaks);
    }
    paragraphs
}

/// Who speaks in a cue, where it says so, and its text without its marks.
fn spoken(cue: &str) -> (Option<String>, String) {
    let (mut said, mut rest, mut voice) = (String::new(), cue, None);
    while let Some((before, after)) = rest.split_once('<') {
        let Some((mark, behind)) = after.split_once('>') else {
            break;
        };
        said.push_str(before);
        let name = mark.strip_prefix('v').and_then(|name| name.split_once(' '));
        let name = name.filter(|(class, _)| class.is_empty() || class.starts_with('.'));
        voice = voice.or(name.map(|(_, name)| one_line(name)));
        rest = behind;
    }
    said.push_str(rest);
    let plain = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&amp;", "&"),
    ];
    let said = plain
        .iter()
        .fold(said, |said, (name, means)| said.replace(name, means));
    (voice, one_line(&said))
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_its_paragraphs() {
        let text =
            "\u{feff}Welkom allemaal.\r\nFijn dat je er bent.\r\n\r\n\r\nWe <b>beginnen</b>.\n";
        let said = [
            "Welkom allemaal. Fijn dat je er bent.",
            "We <b>beginnen</b>.",
        ];
        assert_eq!(paragraphs(text), said);
        assert!(paragraphs(" \n\n ").is_empty());
    }

    #[test]
    fn cues_become_paragraphs_without_times_and_marks() {
        let text = "WEBVTT - een middag\n\nSTYLE\n::cue { color: red }\n\nNOTE niet voor lezers\n\n\
                    1\n00:00:01.000 --> 00:00:03.000 align:start\nWelkom <i>allemaal</i>,\n\n\
                    00:03.200 --> 00:05.000\nfijn dat\nje er bent &amp; &lt;b&gt;.\n\n\
                    00:09.000 --> 00:10.000\nNa een stilte.\n\n\
                    00:10.100 --> 00:12.000\n<v.loud Anna>En ik zeg iets.</v>\n\n\
                    00:12.100 --> 00:13.000\n<00:12.500>\n\n\
                    00:13.000 --> 00:14.000\n<v Anna>En nog iets.</v>\n";
        let said = [
            "Welkom allemaal, fijn dat je er bent & <b>.",
            "Na een stilte.",
            "Anna: En ik zeg iets. En nog iets.",
        ];
        assert_eq!(paragraphs(text), said);
    }

    #[test]
    fn subtitles_of_the_other_sort_are_read_too() {
        let text =
            "1\n00:00:01,000 --> 00:00:02,000\nEen.\n\n2\n00:00:02,100 --> 00:00:03,000\nTwee.\n";
        assert_eq!(paragraphs(text), ["Een. Twee."]);
    }

    #[test]
    fn a_long_speech_is_divided_where_a_sentence_ends() {
        let cue = |number: u64| {
            let at = |seconds: u64| format!("00:{:02}:{:02}.000", seconds / 60, seconds % 60);
            let said = "Dat is zo, en nog wat meer woorden dan eerst.";
            format!("{} --> {}\n{said}\n\n", at(number), at(number + 1))
        };
        let text: String = (0..100).map(cue).collect();
        let made = paragraphs(&format!("WEBVTT\n\n{text}"));
        assert!(made.len() > 5, "{}", made.len());
        assert!(made.iter().all(|one| one.chars().count() < TOO_LONG));
        let all: usize = made
            .iter()
            .map(|one| one.matches("Dat is zo").count())
            .sum();
        assert_eq!(all, 100, "nothing is left out");
    }

    #[test]
    fn whatever_it_is_it_is_read() {
        for text in [
            "WEBVTT",
            "-->",
            "a --> b",
            "99999999999999999999:00.000 --> 1:00.000\nx",
            "<",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v",
        ] {
            let _ = paragraphs(text);
        }
    }
}
