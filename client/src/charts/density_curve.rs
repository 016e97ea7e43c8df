//! The hill over a line: how dense votes lie on it, as an outline that ends on the line.

use super::mark::n;

/// Standard deviation of the Gaussian kernel, in hundredths of the line. Fixed, so that the hill
/// does not change its shape when votes come in; mirrored at both ends, so that no mass leaks
/// (Silverman, Density Estimation for Statistics and Data Analysis, 1986, §2.10).
const BANDWIDTH: f64 = 6.0;
/// Over how many hundredths of the line a hill comes down to it at both ends: a crowd at a pole
/// would else be a wall.
const SHOULDER: f64 = 9.0;
/// Steps of a hill's outline in one hundredth of the line.
pub const STEPS: usize = 2;

/// The outline of a hill: the density in half hundredths of the line, come down to it at both ends.
pub fn outline(fine: &[u64], voters: u64) -> Vec<f64> {
    let at = |step: usize| {
        let x = step as f64 / STEPS as f64;
        let near = (x.min(100.0 - x) / SHOULDER).min(1.0);
        density(fine, voters, x) * near * near * (3.0 - 2.0 * near)
    };
    (0..=100 * STEPS).map(at).collect()
}

/// A hill above a line from one of its ends to the other.
pub fn curve_path(curve: &[f64], (start, end): (f64, f64), line: f64, scale: f64) -> String {
    let step = (end - start) / (curve.len() - 1) as f64;
    let point = |(number, height): (usize, &f64)| {
        format!(
            "L{} {}",
            n(start + number as f64 * step),
            n(line - height * scale)
        )
    };
    let points: Vec<String> = curve.iter().enumerate().map(point).collect();
    format!("M{} {}{}Z", n(start), n(line), points.concat())
}

/// The share of votes per hundredth of the line, at a place on it.
fn density(fine: &[u64], voters: u64, x: f64) -> f64 {
    let factor = 1.0 / (voters as f64 * BANDWIDTH * (2.0 * std::f64::consts::PI).sqrt());
    let kernel = |distance: f64| (-0.5 * (distance / BANDWIDTH).powi(2)).exp();
    let votes = fine.iter().enumerate().filter(|(_, count)| **count > 0);
    let mirrored = |v: f64| kernel(x - v) + kernel(x + v) + kernel(x - 200.0 + v);
    factor
        * votes
            .map(|(v, count)| *count as f64 * mirrored(v as f64))
            .sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_density_adds_up_to_one() {
        let mut fine = vec![0; 101];
        (fine[0], fine[3], fine[50], fine[100]) = (5, 2, 9, 1);
        let curve: Vec<f64> = (0..=100)
            .map(|x| density(&fine, 17, f64::from(x)))
            .collect();
        let area: f64 = curve
            .windows(2)
            .map(|pair| f64::midpoint(pair[0], pair[1]))
            .sum();
        assert!((area - 1.0).abs() < 0.01, "{area}");
    }

    #[test]
    fn a_hill_ends_on_the_line_and_is_the_density_in_between() {
        let mut fine = vec![0; 101];
        (fine[0], fine[60], fine[100]) = (90, 20, 40);
        let curve = outline(&fine, 150);
        assert_eq!((curve[0], curve[curve.len() - 1]), (0.0, 0.0));
        assert!(
            curve
                .windows(2)
                .all(|pair| (pair[0] - pair[1]).abs() < 0.01),
            "no step is a wall"
        );
        assert_eq!(curve[60 * STEPS], density(&fine, 150, 60.0));
    }
}
