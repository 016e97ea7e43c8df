//! Long lists on pages: which rows stand on one, the addresses of those beside it, and whether a
//! row is looked for.

use client::views::desk::ListPage;

/// That page of all rows, so many on each, or the last one there is; `address` gives the address of
/// another page.
pub fn page<T, R>(
    all: &[T],
    size: usize,
    wanted: Option<usize>,
    row: impl Fn(&T) -> R,
    address: impl Fn(usize) -> String,
) -> ListPage<R> {
    let last = all.len().div_ceil(size).max(1);
    let page = wanted.unwrap_or(1).clamp(1, last);
    let rows = all.iter().skip((page - 1) * size).take(size);
    ListPage {
        rows: rows.map(row).collect(),
        total: all.len(),
        page,
        before: (page > 1).then(|| address(page - 1)),
        after: (page < last).then(|| address(page + 1)),
    }
}

/// What an address says of what is asked for.
pub fn parameters(named: &[(&str, &Option<String>)]) -> String {
    let mut written = form_urlencoded::Serializer::new(String::new());
    let said = named
        .iter()
        .filter_map(|(name, value)| Some((*name, value.as_ref()?)));
    written.extend_pairs(said);
    written.finish()
}

/// Whether one of the texts holds what is looked for, in capitals or not.
pub fn holds<'a>(mut texts: impl Iterator<Item = &'a String>, find: &str) -> bool {
    let find = find.to_lowercase();
    texts.any(|text| text.to_lowercase().contains(&find))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: usize = 50;

    #[test]
    fn a_list_is_cut_into_pages_and_no_row_is_left_out_or_shown_twice() {
        for (total, pages) in [(0, 1), (1, 1), (PAGE, 1), (PAGE + 1, 2), (5_000, 100)] {
            let all: Vec<usize> = (0..total).collect();
            let at = |wanted| page(&all, PAGE, wanted, |row| *row, |page| page.to_string());
            let seen: Vec<usize> = (1..=pages)
                .flat_map(|number| at(Some(number)).rows)
                .collect();
            assert_eq!(seen, all);
            for number in 1..=pages {
                let listed = at(Some(number));
                assert_eq!((listed.page, listed.total), (number, total));
                assert_eq!(
                    listed.before,
                    (number > 1).then(|| (number - 1).to_string())
                );
                assert_eq!(
                    listed.after,
                    (number < pages).then(|| (number + 1).to_string())
                );
            }
            assert_eq!(
                (at(None).page, at(Some(0)).page, at(Some(usize::MAX)).page),
                (1, 1, pages),
                "of {total}"
            );
        }
    }
}
