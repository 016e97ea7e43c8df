//! Numbers with as many decimals as they are shown with.

/// A number as it is shown: rounded here, so that a server and a browser never round each in its
/// own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownNumber {
    /// In units of the last decimal.
    units: i64,
    decimals: u32,
}

impl ShownNumber {
    /// With exactly that many decimals, at most 3.
    pub fn fixed(value: f64, decimals: u32) -> Self {
        Self {
            units: (value * 10_i64.pow(decimals) as f64).round() as i64,
            decimals,
        }
    }

    /// With at most that many.
    pub fn short(value: f64, decimals: u32) -> Self {
        let mut number = Self::fixed(value, decimals);
        while number.decimals > 0 && number.units % 10 == 0 {
            number = Self {
                units: number.units / 10,
                decimals: number.decimals - 1,
            };
        }
        number
    }

    #[cfg(test)]
    pub(crate) fn of(units: i64, decimals: u32) -> Self {
        Self { units, decimals }
    }

    pub(crate) fn units(self) -> i64 {
        self.units
    }

    pub(crate) fn decimals(self) -> u32 {
        self.decimals
    }

    /// As programs write it.
    pub(crate) fn plain(self) -> String {
        let unit = 10_i64.pow(self.decimals);
        let sign = if self.units < 0 { "-" } else { "" };
        let (units, rest) = (self.units.abs() / unit, self.units.abs() % unit);
        match self.decimals {
            0 => format!("{sign}{units}"),
            decimals => format!("{sign}{units}.{rest:0width$}", width = decimals as usize),
        }
    }
}

macro_rules! whole {
    ($($type:ty),*) => {$(
        impl From<$type> for ShownNumber {
            fn from(number: $type) -> Self {
                Self { units: i64::try_from(number).unwrap_or(i64::MAX), decimals: 0 }
            }
        }
    )*};
}
whole!(u64, u32, i32, i64, usize);
