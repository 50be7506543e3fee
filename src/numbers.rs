//! Numbers as the door to JavaScript writes them: as few digits as tell a number from its neighbours.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// The compact form of JSON, in which a number with decimals is a whole number and an exponent: `25e-2`. Serde writes
/// the same values more prettily, with tables of powers of ten that weigh ten kilobytes.
pub(crate) struct ShortNumbers;

impl Formatter for ShortNumbers {
    fn write_f32<W: ?Sized + Write>(&mut self, writer: &mut W, value: f32) -> Result<()> {
        let mut power = 1.0;
        for decimals in 0..=MOST_DECIMALS {
            let digits = (f64::from(value) * power).round_ties_even();
            // Both are exact in a double, so this is the double that a reader of the digits gets.
            if (digits / power) as f32 == value || decimals == MOST_DECIMALS {
                return if decimals == 0 {
                    write!(writer, "{}", digits as i64)
                } else {
                    write!(writer, "{}e-{decimals}", digits as i64)
                };
            }
            power *= 10.0;
        }
        Ok(())
    }

    /// No answer has one.
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        self.write_f32(writer, value as f32)
    }
}

/// Powers of ten beyond this are not exact in a double.
const MOST_DECIMALS: u32 = 22;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(value: f32) -> f64 {
        let mut json = Vec::new();
        let written = ShortNumbers.write_f32(&mut json, value);
        written.ok().and_then(|()| String::from_utf8(json).ok()?.parse().ok()).unwrap_or(f64::NAN)
    }

    #[test]
    fn writes_few_digits() {
        for value in [0.0, 1.0, -1.0, 0.1, 0.25, 1e-7, 123.456, 16_777_216.0, 1000.0, 0.9731234] {
            assert_eq!(written(value), value.to_string().parse::<f64>().unwrap(), "{value}");
        }
    }

    proptest! {
        #[test]
        fn writes_the_number_that_serde_writes(value in prop_oneof![0.0..1.0_f32, -30.0..30.0_f32, 0.0..1e6_f32, 1e-12..1e-3_f32]) {
            prop_assert_eq!(written(value), serde_json::to_string(&value).unwrap().parse::<f64>().unwrap());
        }
    }
}
