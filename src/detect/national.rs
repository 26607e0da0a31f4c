//! Personal numbers of countries other than the United States: their form and check digits.

use super::validators::digits;
use crate::date::Date;

/// HMRC, National Insurance Manual NIM39110: two letters, six digits, a letter A to D; D F I Q U V
/// are never used, O not second, and some pairs are not issued.
pub(super) fn is_nino(value: &str) -> bool {
    let letters: Vec<char> = value.chars().filter(char::is_ascii_alphabetic).collect();
    let [first, second, suffix] = letters[..] else { return false };
    let unused = |c| matches!(c, 'd' | 'f' | 'i' | 'q' | 'u' | 'v');
    let pair = [first, second].iter().collect::<String>();
    digits(value).len() == 6
        && !unused(first)
        && !unused(second)
        && second != 'o'
        && matches!(suffix, 'a'..='d')
        && !matches!(pair.as_str(), "bg" | "gb" | "kn" | "nk" | "nt" | "tn" | "zz")
}

/// NHS Scotland, Community Health Index: a day of birth (DDMMYY), four digits, the last by modulus 11.
pub(super) fn is_chi(value: &str) -> bool {
    let digits = digits(value);
    let [d1, d2, m1, m2, ..] = digits[..] else { return false };
    let (day, month) = (d1 * 10 + d2, m1 * 10 + m2);
    digits.len() == 10 && (1..=31).contains(&day) && (1..=12).contains(&month) && modulus_11(&digits)
}

/// Weights 10 to 2 over the first nine digits; a remainder that would need a tenth digit is not used.
fn modulus_11(digits: &[u32]) -> bool {
    let [rest @ .., check] = digits else { return false };
    let sum: u32 = rest.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11 == *check
}

/// The Dutch eleven test: weights 9 to 2, and −1 for the last digit; the sum is divisible by eleven.
pub(super) fn is_bsn(value: &str) -> bool {
    let digits = digits(value);
    let [rest @ .., check] = &digits[..] else { return false };
    let sum: u32 = rest.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 9 && sum > 0 && sum % 11 == *check
}

/// Spanish DNI (eight digits) and NIE (X, Y or Z and seven): the number modulo 23 picks the letter.
pub(super) fn is_dni(value: &str) -> bool {
    const LETTERS: &[u8; 23] = b"trwagmyfpdxbnjzsqvhlcke";
    let plain: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let [first, middle @ .., letter] = &plain[..] else { return false };
    let lead = match first {
        b'x' => 0,
        b'y' => 1,
        b'z' => 2,
        digit @ b'0'..=b'9' => u32::from(digit - b'0'),
        _ => return false,
    };
    if middle.len() != 7 || !middle.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let number = middle.iter().fold(lead, |number, digit| number * 10 + u32::from(digit - b'0'));
    LETTERS[(number % 23) as usize] == *letter
}

/// French NIR: thirteen digits and the key 97 − (number modulo 97).
pub(super) fn is_nir(value: &str) -> bool {
    let digits = digits(value);
    if digits.len() != 15 || !matches!(digits[0], 1 | 2) {
        return false;
    }
    let number = |digits: &[u32]| digits.iter().fold(0u64, |number, digit| number * 10 + u64::from(*digit));
    97 - number(&digits[..13]) % 97 == number(&digits[13..])
}

/// Polish PESEL: eleven digits, weights 1 3 7 9, and a day of birth in front.
pub(super) fn is_pesel(value: &str) -> bool {
    let digits = digits(value);
    let [.., check] = digits[..] else { return false };
    let sum: u32 = digits.iter().take(10).zip([1, 3, 7, 9].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    let month = digits.get(2..4).map_or(0, |month| (month[0] * 10 + month[1]) % 20);
    digits.len() == 11 && (1..=12).contains(&month) && (10 - sum % 10) % 10 == check
}

/// Medicare card: eight digits that start with 2 to 6, weights 1 3 7 9, a check digit, the issue
/// number, and often the place on the card.
pub(super) fn is_medicare_au(value: &str) -> bool {
    let digits = digits(value);
    let sum: u32 = digits.iter().take(8).zip([1, 3, 7, 9].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    matches!(digits.len(), 10 | 11) && matches!(digits[0], 2..=6) && sum % 10 == digits[8]
}

/// British Columbia: ten digits that start with 9; the middle eight weighted by 2 4 8 5 10 9 7 3, modulus 11.
pub(super) fn is_phn_bc(value: &str) -> bool {
    let digits = digits(value);
    let [9, middle @ .., check] = &digits[..] else { return false };
    let sum: u32 = middle.iter().zip([2, 4, 8, 5, 10, 9, 7, 3]).map(|(digit, weight)| digit * weight % 11).sum();
    middle.len() == 8 && 11 - sum % 11 == *check
}

/// Quebec: four letters and eight digits, the first six of which are a day of birth with 50 added
/// to the month for women.
pub(super) fn is_ramq(value: &str) -> bool {
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
    let (Some(letters), Some(rest)) = (plain.get(..4), plain.get(4..)) else { return false };
    let digits = digits(rest);
    if !letters.bytes().all(|b| b.is_ascii_alphabetic()) || digits.len() != 8 || rest.len() != 8 {
        return false;
    }
    let two = |at: usize| (digits[at] * 10 + digits[at + 1]) as u8;
    // The century is not told; a leap year lets every day through.
    Date::new(2000, two(2) % 50, two(4)).is_some() && two(2) < 63
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_numbers_with_right_and_wrong_checks() {
        type Check = fn(&str) -> bool;
        let cases: [(Check, &str, &str); 8] = [
            (is_nino, "ab 12 34 56 c", "qq 12 34 56 c"),
            (is_bsn, "123456782", "123456783"),
            (is_dni, "12345678z", "12345678a"),
            (is_nir, "2 55 08 14 168 025 38", "2 55 08 14 168 025 39"),
            (is_pesel, "44051401359", "44051401358"),
            (is_medicare_au, "2123 45670 1", "2123 45671 1"),
            (is_phn_bc, "9123 456 727", "9123 456 728"),
            (is_ramq, "doej 8061 1512", "doej 8099 1512"),
        ];
        for (check, right, wrong) in cases {
            assert!(check(right), "{right}");
            assert!(!check(wrong), "{wrong}");
        }
        // A valid NHS number whose first six digits are a day is a CHI number in form.
        let chi: Vec<String> = (0..10).map(|last| format!("010180123{last}")).filter(|value| is_chi(value)).collect();
        assert_eq!(chi.len(), 1);
        assert!(!is_chi("9434765919"), "no 94th day");
    }
}
