//! A name leads to one room, and to none once its page is another's or gone.

use super::*;
use crate::backend::Backend;

fn pages() -> AfterPages {
    AfterPages::new(Store(Backend::memory().documents))
}

fn room(name: &str) -> RoomId {
    RoomId(name.to_owned())
}

fn named(slug: &str) -> AfterPageDraft {
    AfterPageDraft {
        slug: slug.to_owned(),
        ..AfterPageDraft::default()
    }
}

async fn saves(
    pages: &AfterPages,
    name: &str,
    expected: &Precondition,
    draft: AfterPageDraft,
) -> Result<Versioned<AfterPageDocument>, AfterPageError> {
    let change = AfterPageChange {
        draft,
        closes_at: None,
        usual: "middag-1-mei",
    };
    pages.save(&room(name), expected, change).await
}

async fn found(pages: &AfterPages, slug: &str) -> Option<String> {
    let room = pages.room_of(slug).await.unwrap();
    room.map(|room| room.to_string())
}

#[tokio::test]
async fn a_name_is_one_rooms_and_free_once_that_has_another() {
    let pages = pages();
    let first = saves(&pages, "a", &Precondition::Any, named("middag")).await;
    let first = first.unwrap();
    let taken = saves(&pages, "b", &Precondition::Any, named("middag")).await;
    assert!(matches!(taken, Err(AfterPageError::SlugTaken)));
    assert_eq!(found(&pages, "middag").await.as_deref(), Some("a"));
    let expected = Precondition::of_form(&first.version.to_string());
    saves(&pages, "a", &expected, named("avond")).await.unwrap();
    assert_eq!(found(&pages, "middag").await, None);
    saves(&pages, "b", &Precondition::Any, named("middag"))
        .await
        .unwrap();
    assert_eq!(found(&pages, "middag").await.as_deref(), Some("b"));
    clear(&pages.store, &room("b")).await.unwrap();
    assert_eq!(found(&pages, "middag").await, None);
    assert_eq!(pages.store.names(SLUGS).await.unwrap(), ["avond"]);
}

#[tokio::test]
async fn who_names_none_gets_the_usual_one_with_a_number_where_that_is_taken() {
    let pages = pages();
    for (name, slug) in [("a", "middag-1-mei"), ("b", "middag-1-mei-2")] {
        let stored = saves(&pages, name, &Precondition::Any, named("")).await;
        assert_eq!(stored.unwrap().value.draft.slug, slug);
        assert_eq!(found(&pages, slug).await.as_deref(), Some(name));
    }
}

#[tokio::test]
async fn a_change_from_an_older_version_takes_no_name_with_it() {
    let pages = pages();
    let first = saves(&pages, "a", &Precondition::Any, named("middag"))
        .await
        .unwrap();
    let old = Precondition::of_form("0");
    let refused = saves(&pages, "a", &old, named("avond")).await;
    assert!(matches!(refused, Err(AfterPageError::Changed)));
    assert_eq!(pages.store.names(SLUGS).await.unwrap(), ["middag"]);
    // The same once more is no other one.
    let again = saves(&pages, "a", &old, named("middag")).await.unwrap();
    assert_eq!(again.version, first.version);
}

#[tokio::test]
async fn a_name_that_an_interrupted_change_left_leads_nowhere_and_is_swept() {
    let pages = pages();
    saves(&pages, "a", &Precondition::Any, named("middag"))
        .await
        .unwrap();
    for (slug, leads_to) in [("half", "a"), ("gone", "b")] {
        pages
            .store
            .create(&slug_key(slug), &room(leads_to))
            .await
            .unwrap();
        assert_eq!(found(&pages, slug).await, None);
    }
    sweep(&pages.store).await.unwrap();
    assert_eq!(pages.store.names(SLUGS).await.unwrap(), ["middag"]);
}

#[tokio::test]
async fn what_is_no_page_or_too_long_is_stored_nowhere() {
    let pages = pages();
    let link = |label: &str, url: &str| AfterPageDraft {
        urls: vec![PageUrl {
            label: label.to_owned(),
            url: url.to_owned(),
        }],
        ..named("middag")
    };
    for (draft, is_long) in [
        (link("Video", "javascript:alert(1)"), false),
        (link("", "https://x.nl/"), false),
        (link("a\nb", "https://x.nl/"), false),
        (link(&"é".repeat(101), "https://x.nl/"), true),
        (
            AfterPageDraft {
                text: "é".repeat(PAGE_TEXT_CHARACTERS + 1),
                ..named("middag")
            },
            true,
        ),
        (
            AfterPageDraft {
                transcript: "a".repeat(TRANSCRIPT_BYTES + 1),
                ..named("middag")
            },
            true,
        ),
    ] {
        let refused = saves(&pages, "a", &Precondition::Any, draft).await;
        let error = refused.expect_err("it can't be stored");
        let expected = if is_long {
            matches!(error, AfterPageError::TooLong)
        } else {
            matches!(error, AfterPageError::Url)
        };
        assert!(expected, "{error}");
    }
    assert!(pages.store.names(SLUGS).await.unwrap().is_empty());
    let kept = saves(
        &pages,
        "a",
        &Precondition::Any,
        link(" Video ", "https://x.nl"),
    )
    .await;
    let kept = kept.unwrap().value.draft.urls;
    assert_eq!(kept[0].label, "Video");
    assert_eq!(kept[0].url, "https://x.nl/");
}
