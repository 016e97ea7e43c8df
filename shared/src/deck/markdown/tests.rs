//! What Markdown shows, and what it never lets through.

#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

#[test]
fn markdown_becomes_elements_of_our_own() {
    for (markdown, expected) in [
        (
            "Een *zin* **vet** `code` ~~weg~~.",
            "<p>Een <em>zin</em> <strong>vet</strong> <code>code</code> <del>weg</del>.</p>\n",
        ),
        (
            "# Een\n## Twee\n###### Zes",
            "<h2>Een</h2>\n<h3>Twee</h3>\n<h6>Zes</h6>\n",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("4. a", "<ol start=\"4\">\n<li>a</li>\n</ol>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a  \nb\nc", "<p>a<br>\nb\nc</p>\n"),
        ("***", "<hr>\n"),
        ("```js\na < b\n```", "<pre><code>a &lt; b\n</code></pre>\n"),
        ("[ ] a", "<p>[ ] a</p>\n"),
    ] {
        assert_eq!(html(markdown), expected, "{markdown:?}");
    }
}

#[test]
fn tables_have_scopes_and_columns_their_side() {
    assert_eq!(
        html("| naam | n | |\n| :-: | --: | - |\n| a | 1 | x |"),
        "<table>\n<thead><tr><th scope=\"col\" class=\"center\">naam</th><th scope=\"col\" class=\"right\">n</th><td></td></tr></thead>\n\
         <tbody>\n<tr><td class=\"center\">a</td><td class=\"right short\">1</td><td>x</td></tr>\n</tbody></table>\n"
    );
}

#[test]
fn a_table_of_times_is_an_agenda() {
    let agenda =
        html("| tijd | wat |\n| --- | --- |\n| 13.00 | Welkom |\n| 13.30 | Waar sta jij? |");
    assert!(agenda.starts_with("<table class=\"agenda\">"), "{agenda}");
    assert!(
        agenda.contains("<tr><th scope=\"row\" class=\"short\">13.00</th><td>Welkom</td></tr>"),
        "{agenda}"
    );
    for other in [
        "| tijd |\n| - |\n",
        "| tijd | wat |\n| - | - |\n| 13.00 | a |\n| straks | b |\n",
        "| wat | tijd |\n| - | - |\n| a | 13.00 |\n",
    ] {
        assert!(html(other).starts_with("<table>"), "{other}");
    }
}

#[test]
fn a_time_or_a_number_in_a_table_says_that_it_is_short() {
    for (row, short) in [
        ("| 13.00 | Welkom |", "13.00"),
        ("| Welkom | 13.00–13.30 |", "13.00–13.30"),
        ("| Eten | € 12,50 |", "€ 12,50"),
        ("| Wie komt | 73% |", "73%"),
        ("| **9:30** | koffie en thee |", "<strong>9:30</strong>"),
        ("| budget | 3,5 mln |", "3,5 mln"),
    ] {
        let table = html(&format!("| een | twee |\n| --- | --- |\n{row}\n"));
        assert!(
            table.contains(&format!("class=\"short\">{short}</t")),
            "{table}"
        );
        assert_eq!(table.matches("short").count(), 1, "words are not: {table}");
    }
}

#[test]
fn one_number_in_bold_is_a_big_number() {
    assert_eq!(
        html("**168**"),
        "<p class=\"big-number\"><strong>168</strong></p>\n"
    );
    for other in ["168", "**168** mensen", "**mensen**", "*168*", "- **168**"] {
        assert!(!html(other).contains("class"), "{other}");
    }
}

#[test]
fn html_is_shown_as_the_text_that_it_is() {
    for (markdown, expected) in [
        (
            "a <b onclick=x>c</b>",
            "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n",
        ),
        (
            "<script>alert(1)</script>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
        ),
        ("<!-- \"x\" -->", "<p>&lt;!-- &quot;x&quot; --&gt;</p>\n"),
        ("&lt;b&gt; &#60;i&#62;", "<p>&lt;b&gt; &lt;i&gt;</p>\n"),
    ] {
        assert_eq!(html(markdown), expected, "{markdown:?}");
    }
}

#[test]
fn links_go_to_the_web_or_to_an_address_and_nowhere_else() {
    let link = |address: &str, text: &str| {
        format!("<p><a href=\"{address}\" rel=\"noopener noreferrer\">{text}</a></p>\n")
    };
    for (markdown, expected) in [
        (
            "[a](https://b.example/?c=d&e=\"f\")",
            link("https://b.example/?c=d&amp;e=&quot;f&quot;", "a"),
        ),
        (
            "[a](HTTP://b.example \"titel\")",
            link("HTTP://b.example", "a"),
        ),
        (
            "<https://b.example>",
            link("https://b.example", "https://b.example"),
        ),
        ("<a@b.example>", link("mailto:a@b.example", "a@b.example")),
        (
            "[a][b]\n\n[b]: mailto:a@b.example",
            link("mailto:a@b.example", "a"),
        ),
    ] {
        assert_eq!(html(markdown), expected, "{markdown:?}");
    }
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//b.example",
        "/own",
        "relative",
        "#a",
        "",
    ] {
        assert_eq!(html(&format!("[a]({address})")), "<p>a</p>\n", "{address}");
    }
}

#[test]
fn pictures_come_from_this_site_or_from_the_deck() {
    for source in [
        "/kat.png",
        "/a?b=c",
        "data:image/png;base64,iVBOR+/w0=",
        "data:image/webp;base64,AAAA",
    ] {
        assert_eq!(
            html(&format!("![een *kat*]({source})")),
            format!("<p><img src=\"{source}\" alt=\"een kat\"></p>\n")
        );
    }
    for source in [
        "https://b.example/a.png",
        "//b.example/a.png",
        "/\\\\b.example/a.png",
        "/&#9;/b.example",
        "a.png",
        "data:image/svg+xml;base64,AAAA",
        "data:image/png,AAAA",
        "data:image/png;base64,",
        "data:image/png;base64,a b",
        "data:text/html;base64,AAAA",
        "",
    ] {
        assert_eq!(
            html(&format!("![een *kat*](<{source}>)")),
            "<p>een kat</p>\n",
            "{source}"
        );
    }
    assert_eq!(
        html("![\"><script>](/a.png)"),
        "<p><img src=\"/a.png\" alt=\"&quot;&gt;&lt;script&gt;\"></p>\n"
    );
    assert_eq!(
        html("[![kat](/a.png)](http://b)"),
        "<p><a href=\"http://b\" rel=\"noopener noreferrer\"><img src=\"/a.png\" alt=\"kat\"></a></p>\n"
    );
}

#[test]
fn plain_text_has_a_line_per_block() {
    for (markdown, expected) in [
        (
            "Een *zin*\nen `meer`.\n\nTwee  \ndrie",
            "Een zin en meer.\nTwee\ndrie",
        ),
        ("# Kop\n- a\n- b\n\n> c", "Kop\na\nb\nc"),
        ("| a | b |\n| - | - |\n| 1 | 2 |", "a b\n1 2"),
        (
            "![een kat](http://x) [hier](http://y) <b>",
            "een kat hier <b>",
        ),
        ("a\n\n***\n\nb", "a\nb"),
        ("", ""),
    ] {
        assert_eq!(plain(markdown), expected, "{markdown:?}");
    }
}

/// Every element and attribute that may be there, in the only shapes that they may have.
fn is_ours(tag: &str) -> bool {
    const PLAIN: [&str; 27] = [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "code",
        "ul",
        "ol",
        "li",
        "em",
        "strong",
        "del",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "br",
        "hr",
        "th scope=\"col\"",
        "th scope=\"row\"",
        "p class=\"big-number\"",
        "table class=\"agenda\"",
        "td class=\"right\"",
    ];
    let plain = tag
        .replace(" short\"", "\"")
        .replace(" class=\"short\"", "");
    let tag = if ["td", "th"].iter().any(|cell| tag.starts_with(cell)) {
        plain.as_str()
    } else {
        tag
    };
    const MORE: [&str; 5] = [
        "td class=\"center\"",
        "th scope=\"col\" class=\"center\"",
        "th scope=\"col\" class=\"right\"",
        "th scope=\"row\" class=\"center\"",
        "th scope=\"row\" class=\"right\"",
    ];
    let quoted = |start: &str, end: &str| {
        tag.strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(end))
            .filter(|value| !value.contains('"'))
    };
    PLAIN.contains(&tag)
        || MORE.contains(&tag)
        || quoted("ol start=\"", "\"")
            .is_some_and(|start| start.bytes().all(|b| b.is_ascii_digit()))
        || quoted("a href=\"", "\" rel=\"noopener noreferrer\"").is_some_and(|address| {
            let address = address.to_ascii_lowercase();
            ["http:", "https:", "mailto:"]
                .iter()
                .any(|scheme| address.starts_with(scheme))
        })
        || tag
            .strip_prefix("img src=\"")
            .and_then(|rest| rest.strip_suffix('"'))
            .is_some_and(|rest| {
                let (source, alt) = rest.split_once("\" alt=\"").unwrap();
                !source.contains('"')
                    && !alt.contains('"')
                    && (source.starts_with("data:image/") || source.starts_with('/'))
            })
}

/// Elements are ours, and each ends inside the one that it began in.
fn holds(html: &str) {
    let mut open = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("{html}"));
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => {
                assert!(is_ours(tag), "{tag} in {html}");
                let name = tag.split(' ').next().unwrap();
                if !["br", "hr", "img"].contains(&name) {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty(), "{html}");
    let text: String = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect();
    assert!(!text.contains(['>', '"']), "{html}");
}

#[test]
fn nesting_without_end_is_written_soon_and_closed() {
    for text in [
        ">".repeat(2000),
        "- ".repeat(2000) + "x",
        "*a **b ".repeat(2000),
        "[a](http://b ![".repeat(2000),
        "| a |\n| - |\n".repeat(2000),
    ] {
        let begin = Instant::now();
        holds(&html(&text));
        plain(&text);
        assert!(begin.elapsed() < Duration::from_secs(30), "{}", &text[..20]);
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "<script>", "</p>", "<img src=x onerror=alert(1)>", "\">", "'", "javascript:", "[a](", ")", "![", "](/x.png)", "](http://b",
            "<http://b>", "| a | b |\n", "| - | - |\n", "| 13.00 | x |\n", "\n", "\n\n", "> ", "- ", "1. ", "7) ", "# ", "**", "*", "_", "`",
            "```\n", "~~", "&lt;", "&#34;", "&quot;", "\\", "<!--", "-->", "**168**", "    ", "\t", "a@b.c", "<a@b.c>", "data:image/png;base64,AA",
            "[a]: http://b\n", "[a]", "***\n", "===\n", "\u{0}",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

proptest! {
    #[test]
    fn nothing_but_our_own_elements_is_ever_written(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        holds(&html(&text));
        plain(&text);
    }

    #[test]
    fn any_text_is_written(text in any::<String>()) {
        holds(&html(&text));
    }
}
