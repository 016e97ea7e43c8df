//! Things side by side: as wide as each other, and wider where a long word needs it. Knows no
//! drawing.

/// The width of each, given what each needs at least; nothing where that is more than there is.
pub fn widths(room: f64, needs: &[f64]) -> Option<Vec<f64>> {
    let mut wide: Vec<f64> = vec![0.0; needs.len()];
    let mut left: Vec<usize> = (0..needs.len()).collect();
    let mut room = room;
    while !left.is_empty() {
        let each = room / left.len() as f64;
        let (more, fits): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|place| needs[**place] > each);
        if more.is_empty() {
            fits.iter().for_each(|place| wide[*place] = each);
            return Some(wide);
        }
        more.iter().for_each(|place| wide[*place] = needs[*place]);
        room -= more.iter().map(|place| needs[*place]).sum::<f64>();
        left = fits;
    }
    (room >= 0.0).then_some(wide)
}

/// The middle of each from the left.
pub fn middles(widths: &[f64]) -> Vec<f64> {
    let mut from = 0.0;
    let middle = |width: &f64| {
        from += width;
        from - width / 2.0
    };
    widths.iter().map(middle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_alike_but_who_needs_more() {
        assert_eq!(
            widths(400.0, &[10.0, 20.0, 100.0, 0.0]),
            Some(vec![100.0; 4])
        );
        assert_eq!(
            widths(400.0, &[10.0, 220.0, 30.0]),
            Some(vec![90.0, 220.0, 90.0])
        );
        assert_eq!(
            widths(400.0, &[130.0, 220.0, 30.0]),
            Some(vec![130.0, 220.0, 50.0])
        );
        assert_eq!(widths(400.0, &[180.0, 220.0, 30.0]), None);
        assert_eq!(middles(&[100.0, 20.0]), [50.0, 110.0]);
    }
}
