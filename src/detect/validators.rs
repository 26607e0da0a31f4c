//! The closed list of checks that tell a number with structure from any other.

use super::national;
use crate::ruleset::Validator;

/// What a check says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Validity {
    Valid,
    /// Well formed, but reserved or never issued: one step less certain.
    Reserved(&'static str),
    Invalid,
}

/// Checks a value of folded text.
pub(crate) fn check(validator: Validator, value: &str) -> Validity {
    let valid = |yes| if yes { Validity::Valid } else { Validity::Invalid };
    match validator {
        Validator::Ssn => ssn(value),
        Validator::Luhn => valid((12..=19).contains(&digits(value).len()) && luhn(&digits(value))),
        Validator::Imei => valid(digits(value).len() == 15 && luhn(&digits(value))),
        Validator::Mbi => valid(is_mbi(value)),
        Validator::Dea => valid(is_dea(value)),
        Validator::Vin => valid(is_vin(value)),
        Validator::Nhs => valid(is_nhs(value)),
        Validator::Nino => valid(national::is_nino(value)),
        Validator::Chi => valid(national::is_chi(value)),
        Validator::Bsn => valid(national::is_bsn(value)),
        Validator::Dni => valid(national::is_dni(value)),
        Validator::Nir => valid(national::is_nir(value)),
        Validator::Pesel => valid(national::is_pesel(value)),
        Validator::MedicareAu => valid(national::is_medicare_au(value)),
        Validator::Ihi => valid(digits(value).len() == 16 && digits(value).starts_with(&[8, 0, 0, 3, 6, 0]) && luhn(&digits(value))),
        // Numbers that start with 0 are not issued, those with 8 are business numbers.
        Validator::Sin => valid(digits(value).len() == 9 && !matches!(digits(value)[0], 0 | 8) && luhn(&digits(value))),
        Validator::Ohip => valid(digits(value).len() == 10 && digits(value)[0] != 0 && luhn(&digits(value))),
        Validator::PhnBc => valid(national::is_phn_bc(value)),
        Validator::Ramq => valid(national::is_ramq(value)),
        Validator::Iban => valid(is_iban(value)),
        Validator::HasDigit => valid(value.bytes().any(|b| b.is_ascii_digit())),
        Validator::Code => valid(is_code(value)),
    }
}

pub(super) fn digits(value: &str) -> Vec<u32> {
    value.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// SSA: area 000, 666 and 900–999, group 00 and serial 0000 were never issued
/// (<https://www.ssa.gov/employer/randomization.html>); 078-05-1120 and 219-09-9999 were printed
/// in advertisements.
fn ssn(value: &str) -> Validity {
    let number = digits(value).into_iter().fold(0, |n, digit| n * 10 + digit);
    if digits(value).len() != 9 {
        return Validity::Invalid;
    }
    let (area, group, serial) = (number / 1_000_000, number / 10_000 % 100, number % 10_000);
    let never_issued = matches!(area, 0 | 666 | 900..) || group == 0 || serial == 0;
    if never_issued || matches!(number, 78_051_120 | 219_099_999) {
        Validity::Reserved("this number was never issued to a person")
    } else {
        Validity::Valid
    }
}

/// ISO/IEC 7812-1: double every second digit from the right, sum the digits, divide by ten.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { d * 2 / 10 + d * 2 % 10 }).sum();
    digits.iter().any(|d| *d != 0) && sum.is_multiple_of(10)
}

/// CMS, "Understanding the MBI format": 11 places, each a digit, a letter or either; the letters
/// S L O I B Z are never used.
fn is_mbi(value: &str) -> bool {
    let places: Vec<u8> = value.bytes().filter(|b| *b != b'-').collect();
    let letter = |b: u8| b.is_ascii_lowercase() && !b"sloibz".contains(&b);
    places.len() == 11
        && places.iter().zip(b"1ax0ax0aa00").all(|(&b, class)| match class {
            b'1' => matches!(b, b'1'..=b'9'),
            b'0' => b.is_ascii_digit(),
            b'a' => letter(b),
            _ => letter(b) || b.is_ascii_digit(),
        })
}

/// DEA registration number: two letters (the second may be 9) and seven digits, the last of which
/// is (d1+d3+d5 + 2·(d2+d4+d6)) mod 10.
fn is_dea(value: &str) -> bool {
    let bytes = value.as_bytes();
    let digits = digits(value.get(2..).unwrap_or(""));
    bytes.len() == 9
        && bytes[0].is_ascii_lowercase()
        && (bytes[1].is_ascii_lowercase() || bytes[1] == b'9')
        && matches!(digits[..], [a, b, c, d, e, f, check] if (a + c + e + 2 * (b + d + f)) % 10 == check)
}

/// 49 CFR 565.15(c): letters become digits, each place has a weight, the sum modulo 11 stands in
/// the ninth place (10 is X).
fn is_vin(value: &str) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let worth = |b: u8| match b {
        b'0'..=b'9' => Some(u32::from(b - b'0')),
        b'a'..=b'h' => Some(u32::from(b - b'a') + 1),
        b'j'..=b'n' => Some(u32::from(b - b'j') + 1),
        b'p' => Some(7),
        b'r' => Some(9),
        b's'..=b'z' => Some(u32::from(b - b's') + 2),
        _ => None,
    };
    let values: Option<Vec<u32>> = value.bytes().map(worth).collect();
    let Some(values) = values.filter(|values| values.len() == 17) else { return false };
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = match value.as_bytes()[8] {
        b'x' => 10,
        digit @ b'0'..=b'9' => u32::from(digit - b'0'),
        _ => return false,
    };
    sum % 11 == check
}

/// NHS number: ten digits, modulus 11 over weights 10 to 2 (NHS Data Model and Dictionary).
fn is_nhs(value: &str) -> bool {
    let digits = digits(value);
    let [rest @ .., check] = &digits[..] else { return false };
    let sum: u32 = rest.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 10 && (11 - sum % 11) % 11 == *check
}

/// ISO 13616: the first four places moved to the end, letters as 10 to 35, modulus 97 is 1.
fn is_iban(value: &str) -> bool {
    let places: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).collect();
    if !(15..=34).contains(&places.len()) {
        return false;
    }
    let remainder = places[4..].iter().chain(&places[..4]).fold(0u32, |rest, b| match b {
        b'0'..=b'9' => (rest * 10 + u32::from(b - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'a') + 10) % 97,
    });
    remainder == 1
}

/// At least three characters, one of them a digit, and not a bare year.
fn is_code(value: &str) -> bool {
    let digit_count = value.bytes().filter(u8::is_ascii_digit).count();
    let year = value.len() == 4 && digit_count == 4 && (value.starts_with("19") || value.starts_with("20"));
    value.len() >= 3 && digit_count >= 1 && !year
}

#[cfg(test)]
mod tests {
    use super::*;
    use Validator::{Code, Dea, Iban, Imei, Luhn, Mbi, Nhs, Ssn, Vin};

    #[test]
    fn published_examples() {
        for (validator, value) in [
            (Ssn, "536-22-8145"),
            (Luhn, "4111 1111 1111 1111"),
            (Imei, "490154203237518"),
            (Mbi, "1eg4-te5-mk73"),
            (Dea, "ab1234563"),
            (Vin, "1m8gdm9axkp042788"),
            (Nhs, "943 476 5919"),
            (Iban, "gb82 west 1234 5698 7654 32"),
            (Code, "h678934"),
        ] {
            assert_eq!(check(validator, value), Validity::Valid, "{value}");
        }
        for (validator, value) in [
            (Ssn, "536-22-814"),
            (Luhn, "4111 1111 1111 1112"),
            (Imei, "490154203237519"),
            (Mbi, "1sg4te5mk73"),
            (Dea, "ab1234562"),
            (Vin, "1m8gdm9a1kp042788"),
            (Nhs, "943 476 5918"),
            (Iban, "gb82 west 1234 5698 7654 33"),
            (Code, "2024"),
        ] {
            assert_eq!(check(validator, value), Validity::Invalid, "{value}");
        }
        assert!(matches!(check(Ssn, "000-12-3456"), Validity::Reserved(_)));
        assert!(matches!(check(Ssn, "219-09-9999"), Validity::Reserved(_)));
    }
}
