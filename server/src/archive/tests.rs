//! What a ZIP may hold, at its edges.

use super::*;

fn zip_with(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipFile::default();
    for (name, bytes) in files {
        zip.file(name, bytes).expect("a new name");
    }
    zip.bytes().expect("in memory")
}

fn opened(zip: &[u8]) -> ZipArchive<Cursor<&[u8]>> {
    ZipArchive::new(Cursor::new(zip)).expect("a ZIP")
}

#[test]
fn what_says_little_and_holds_much_is_read_to_its_bound_alone() {
    let zip = zip_with(&[(ABOUT, &[b' '; 4096]), (JOURNAL, &[b' '; 4096])]);
    assert!(zip.len() < 1024, "it says it in little: {}", zip.len());
    let mut left = 5000;
    let first = part(&mut opened(&zip), ABOUT, &mut left).expect("it is within the bound");
    assert_eq!((first.len(), left), (4096, 904));
    let second = part(&mut opened(&zip), JOURNAL, &mut left);
    assert!(
        matches!(second, Err(ArchiveError::TooLarge)),
        "both together are not"
    );
}

#[test]
fn what_is_missing_or_no_json_is_unsound() {
    for files in [
        &[][..],
        &[(ABOUT, &b"{\"format\":1}"[..])],
        &[(ABOUT, b"{"), (JOURNAL, b""), (FORMS, b"")],
        &[(ABOUT, b"{\"format\":1}"), (JOURNAL, b""), (FORMS, b"")],
    ] {
        let read = RoomArchive::read(&zip_with(files));
        assert!(matches!(read, Err(ArchiveError::Unsound)), "{files:?}");
    }
}

#[test]
fn the_same_files_are_the_same_bytes() {
    let files: [(&str, &[u8]); 2] = [("a.txt", b"one"), ("b.png", b"two")];
    assert_eq!(zip_with(&files), zip_with(&files));
}
