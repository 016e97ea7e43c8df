//! Which version of a document a change was made from, as `If-Match` (RFC 9110) and the desk's
//! forms name it: nobody writes over what they have not seen.

/// What a change expects to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// Whatever there is.
    Any,
    /// One of these versions.
    Versions(Vec<String>),
}

/// What servers on the way add to a tag where they pack what it names.
const ENDINGS: [&str; 3] = ["-gzip", "-zstd", "-br"];

/// The tag of a version.
pub fn etag(version: u64) -> String {
    format!("\"{version}\"")
}

impl Precondition {
    /// Reads the value of `If-Match`: `*`, or a list of tags. Weak ones count as the others, since
    /// a version names a text and not its bytes on the way. `None` where it is neither.
    pub fn parse(value: &str) -> Option<Self> {
        if value.trim() == "*" {
            return Some(Self::Any);
        }
        // Empty elements of a list are nothing.
        let between = |c: char| matches!(c, ',' | ' ' | '\t');
        let (mut rest, mut versions) = (value.trim_start_matches(between), Vec::new());
        while !rest.is_empty() {
            let (tag, after) = rest
                .strip_prefix("W/")
                .unwrap_or(rest)
                .strip_prefix('"')?
                .split_once('"')?;
            versions.push(without_ending(tag).to_owned());
            let after = after.trim_start();
            rest = if after.is_empty() {
                after
            } else {
                after.strip_prefix(',')?.trim_start_matches(between)
            };
        }
        (!versions.is_empty()).then_some(Self::Versions(versions))
    }

    /// The version that a form was made from.
    pub fn of_form(version: &str) -> Self {
        Self::Versions(vec![version.to_owned()])
    }

    /// Whether a document of that version is what was expected.
    pub fn allows(&self, version: u64) -> bool {
        match self {
            Self::Any => true,
            Self::Versions(versions) => versions.contains(&version.to_string()),
        }
    }
}

fn without_ending(tag: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| tag.strip_suffix(ending))
        .unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_recognised_however_it_is_named() {
        for (value, allows) in [
            ("\"12\"", true),
            ("W/\"12\"", true),
            ("*", true),
            (" * ", true),
            ("\"12-gzip\"", true),
            ("W/\"12-zstd\"", true),
            ("\"12-br\"", true),
            ("\"7\", \"12\"", true),
            ("\"7\",W/\"12-gzip\" , \"9\"", true),
            (",, \"12\",", true),
            ("\"12\", ,", true),
            ("\"11\"", false),
            ("\"7\", \"8\"", false),
            ("\"012\"", false),
            ("\"12-deflate\"", false),
            ("\"\"", false),
            ("\"1,2\"", false),
            ("\"abc\"", false),
        ] {
            let read = Precondition::parse(value);
            assert_eq!(read.is_some_and(|read| read.allows(12)), allows, "{value}");
        }
    }

    #[test]
    fn what_is_no_list_of_tags_is_not_read() {
        for value in [
            "",
            " ",
            "12",
            "\"12",
            "12\"",
            "'12'",
            "w/\"12\"",
            "\"12\" \"13\"",
            "\"12\", 13",
            "*, \"12\"",
            "W/12",
            ",",
        ] {
            assert_eq!(Precondition::parse(value), None, "{value:?}");
        }
    }

    #[test]
    fn a_tag_is_read_as_the_version_that_it_was_made_of() {
        for version in [1, 12, u64::MAX] {
            assert!(Precondition::parse(&etag(version)).is_some_and(|read| read.allows(version)));
        }
    }
}
