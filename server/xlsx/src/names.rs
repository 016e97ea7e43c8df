//! What stands on a sheet's tab: at most 31 characters, none that a reference to it needs, and none
//! twice.

use std::collections::BTreeSet;

/// Characters that a tab holds, as spreadsheets count them: in UTF-16.
const UNITS_MAX: usize = 31;

/// The names of all tabs, in their order.
pub fn tabs<'n>(wanted: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let named = wanted.into_iter().map(|name| {
        let name = (1..)
            .map(|number| tab(name, number))
            .find(|name| !taken.contains(&name.to_lowercase()))
            .unwrap_or_default();
        taken.insert(name.to_lowercase());
        name
    });
    named.collect()
}

/// The name with its number behind it, of the first without.
fn tab(name: &str, number: usize) -> String {
    let end = if number > 1 {
        format!(" ({number})")
    } else {
        String::new()
    };
    let stands = |c: &char| !(c.is_control() || "[]:*?/\\'".contains(*c));
    let name: String = name.chars().filter(stands).collect();
    let mut left = UNITS_MAX - end.len();
    let fits = name.trim().chars().take_while(|c| {
        let units = c.len_utf16();
        let fits = units <= left;
        left = left.saturating_sub(units);
        fits
    });
    let kept: String = fits.collect();
    let kept = kept.trim_end();
    // `History` is a name that spreadsheets keep for themselves.
    match kept {
        "" => format!("-{end}"),
        "History" | "history" => format!("{kept}_{end}"),
        kept => format!("{kept}{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_are_short_and_none_is_there_twice() {
        let long = "Wat vind je van het plan voor de nieuwe wijk?";
        let tabs = tabs([
            long,
            long,
            "a/b:[c]",
            "",
            "ABC",
            "abc",
            "🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱",
            "'x'",
        ]);
        assert_eq!(
            tabs,
            [
                "Wat vind je van het plan voor d",
                "Wat vind je van het plan voo (2)"
                    .replace("voo (", "vo (")
                    .as_str(),
                "abc",
                "-",
                "ABC (2)",
                "abc (3)",
                "🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱",
                "x"
            ]
        );
        assert!(
            tabs.iter()
                .all(|tab| tab.encode_utf16().count() <= UNITS_MAX)
        );
    }
}
