//! Signs and the small patterns they make: clitics, emoticons, amounts, addresses, runs of punctuation.

use super::bytes::{Class, class};
use super::lexicon;
use super::notes::StopKind;
use super::peek;
use super::scan::Scanner;

/// Length of the first of two words written as one, as the treebanks divide them: "can|not", "gon|na", "do|nt".
#[inline(never)]
pub(super) fn solid_contraction(word: &[u8]) -> Option<usize> {
    const LONGEST: usize = 8;
    let mut lower = [0; LONGEST];
    if word.len() > LONGEST {
        return None;
    }
    for (to, from) in lower.iter_mut().zip(word) {
        *to = from.to_ascii_lowercase();
    }
    match lower.get(..word.len())? {
        b"cannot" | b"gonna" | b"gotta" | b"wanna" => Some(3),
        b"outta" | b"arent" | b"isnt" | b"wasnt" | b"dont" | b"didnt" | b"doesnt" | b"cant" | b"wont"
        | b"aint" | b"hasnt" | b"havent" | b"hadnt" | b"werent" | b"wouldnt" | b"couldnt" | b"shouldnt" => {
            Some(word.len() - 2)
        }
        _ => None,
    }
}

/// Whether `word`, before an apostrophe, is an article, pronoun or preposition that lost its vowel: "l'", "qu'",
/// "dell'".
pub(super) fn is_elided(word: &[u8]) -> bool {
    const ELIDED: &[&str] = &[
        "all", "c", "d", "dall", "dell", "j", "jusqu", "l", "lorsqu", "m", "n", "nell", "puisqu", "qu",
        "quell", "quest", "quoiqu", "s", "sull", "t", "un", "v",
    ];
    ELIDED.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
}

/// Whether `run`, after an apostrophe, is a word of its own.
pub(super) fn is_clitic(run: &[u8]) -> bool {
    matches!(
        run,
        b"s" | b"S"
            | b"m"
            | b"M"
            | b"d"
            | b"D"
            | b"re"
            | b"RE"
            | b"ve"
            | b"VE"
            | b"ll"
            | b"LL"
            | b"Re"
            | b"Ve"
            | b"Ll"
    )
}

/// End of the clitic, shortened word or decade whose apostrophe ends at `after`: "'s", "'em", "'90s".
#[inline(never)]
pub(super) fn leading_clitic(scanner: &Scanner<'_>, after: usize) -> Option<usize> {
    let (run, end) = peek::short_run(scanner, after);
    let decade = || {
        let digits = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits == 2 && matches!(run.get(2..), Some(b"" | b"s"))
    };
    let known = is_clitic(run)
        || matches!(
            run,
            b"em" | b"n" | b"cause" | b"tis" | b"twas" | b"til" | b"bout" | b"Tis" | b"Twas" | b"Cause"
        )
        || decade();
    known.then_some(end)
}

/// Whether letters that follow a number are a unit, and so a token of their own.
pub(super) fn is_unit(run: &[u8], money: bool) -> bool {
    match run {
        b"am" | b"pm" | b"AM" | b"PM" | b"k" | b"K" | b"m" | b"mm" | b"MM" | b"cm" | b"km" | b"kg" | b"g"
        | b"mg" | b"lb" | b"lbs" | b"oz" | b"ft" | b"mph" | b"kph" | b"bn" | b"mn" | b"tn" | b"GB"
        | b"MB" | b"TB" | b"KB" | b"kW" | b"MW" | b"GW" | b"kWh" | b"MWh" | b"GWh" | b"Hz" | b"GHz"
        | b"MHz" | b"ml" | b"hrs" | b"min" | b"mins" | b"C" | b"F" | b"bp" | b"bps" => {
            run != b"C" && run != b"F" && run != b"g"
        }
        b"M" | b"b" | b"B" | b"t" | b"T" => money,
        _ => false,
    }
}

/// Whether letters that follow a number are part of it: "20th", "1990s".
pub(super) fn is_ordinal_ending(run: &[u8]) -> bool {
    matches!(run, b"st" | b"nd" | b"rd" | b"th" | b"s" | b"ST" | b"ND" | b"RD" | b"TH")
}

/// Length of the telephone number, date or fraction that `run` begins with; ranges ("5-10", "1969-1970") are none.
pub(super) fn joined_digits(run: &[u8]) -> Option<usize> {
    const MOST_GROUPS: usize = 5;
    const LONGEST: usize = 24;
    let mut groups = [0_usize; MOST_GROUPS];
    let (mut count, mut at, mut sign) = (0, 0, 0);
    loop {
        let digits = run.iter().skip(at).take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || count == MOST_GROUPS {
            return None;
        }
        groups[count] = digits;
        count += 1;
        at += digits;
        match run.get(at) {
            Some(&next @ (b'-' | b'/')) if run.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                if sign != 0 && sign != next && next == b'/' {
                    return None;
                }
                sign = if sign == 0 { next } else { sign };
                at += 1;
            }
            Some(next) if next.is_ascii_alphabetic() => return None,
            _ => break,
        }
    }
    let joined = match sign {
        b'-' => matches!(
            groups.get(..count)?,
            [3, 4] | [3, 3, 4] | [1, 3, 3, 4] | [5, 4] | [1 | 2, 1 | 2, 4 | 2] | [4, 2, 2]
        ),
        _ => matches!(
            groups.get(..count)?,
            [1 | 2, 1 | 2] | [1 | 2, 1 | 2, 2 | 4] | [4, 2, 2] | [3, 4] | [3, 3, 4]
        ),
    };
    joined.then_some(at)
}

/// Length of the web or e-mail address, or file name, that `run`, which has no space, begins with.
#[inline(never)]
pub(super) fn address(run: &[u8]) -> Option<usize> {
    const LONGEST_SCHEME: usize = 12;
    const LONGEST_NAME: usize = 64;
    let name = run
        .iter()
        .take(LONGEST_NAME)
        .take_while(|&&byte| is_host_byte(byte) || matches!(byte, b'_' | b'+' | b'%'))
        .count();
    let scheme = run.iter().take(LONGEST_SCHEME).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let after_scheme = run.get(scheme..).unwrap_or_default();
    if scheme > 1 && (after_scheme.starts_with(b"://") || run.starts_with(b"mailto:"))
        || run.starts_with(b"www.")
    {
        return Some(trimmed(run, run.iter().take_while(|&&byte| is_address_byte(byte)).count()));
    }
    if run.get(name) == Some(&b'@') && name > 0 {
        let host =
            run.iter().skip(name + 1).take(LONGEST_NAME).take_while(|&&byte| is_host_byte(byte)).count();
        let end = trimmed(run, name + 1 + host);
        return (end > name + 1).then_some(end);
    }
    // A host or a file: labels with full stops between, the last one known.
    let host = run.iter().take(LONGEST_NAME).take_while(|&&byte| is_host_byte(byte) || byte == b'_').count();
    let host = trimmed(run, host);
    let labels = run.get(..host)?;
    let dot = labels.iter().rposition(|&byte| byte == b'.')?;
    if dot == 0 || !lexicon::ends_address(labels.get(dot + 1..)?) {
        return None;
    }
    let path = run.get(host) == Some(&b'/');
    let end = if path { run.iter().take_while(|&&byte| is_address_byte(byte)).count() } else { host };
    Some(trimmed(run, end))
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

fn is_address_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'|')
}

/// `end` without the punctuation of the sentence around an address.
fn trimmed(run: &[u8], mut end: usize) -> usize {
    while end > 0
        && run.get(end - 1).is_some_and(|byte| {
            matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'' | b'-')
        })
    {
        end -= 1;
    }
    end
}

impl Scanner<'_> {
    /// An ASCII sign, alone or in a run; returns where it ends.
    #[inline(never)]
    pub(super) fn mark(&mut self, at: usize) -> usize {
        let sign = self.bytes[at];
        if matches!(sign, b':' | b';' | b'=' | b'<' | b'>' | b'(' | b'^' | b'-')
            && let Some(length) = self.emoticon(at)
        {
            self.emit_stop(at, at + length, StopKind::Emoticon);
            return at + length;
        }
        match sign {
            b'.' | b'!' | b'?' => self.stop(at),
            b'\'' => {
                let to = leading_clitic(self, at + 1)
                    .filter(|_| self.is_free(at))
                    .unwrap_or_else(|| if self.byte(at + 1) == b'\'' { at + 2 } else { at + 1 });
                self.emit(at, to);
                to
            }
            b'-' | b'=' | b'*' | b'_' | b'~' | b'#' | b'+' | b'<' | b'>' | b'|' | b'$' | b'\\' | b'`'
            | b'^' => {
                let mut to = at + 1;
                if to < self.end && self.bytes[to] == sign {
                    while to < self.end && self.bytes[to] == sign {
                        to += 1;
                    }
                } else if self.is_free(at) {
                    to = match sign {
                        b'#' if class(self.byte(to)) == Class::Letter => self.label_end(to),
                        b'+' if self.byte(to).is_ascii_digit() => peek::digits(self, to),
                        _ => to,
                    };
                }
                if matches!(sign, b'-' | b'=') && self.byte(to) == b'>' {
                    to += 1;
                }
                self.emit(at, to);
                to
            }
            b'@' if self.is_free(at) && class(self.byte(at + 1)) == Class::Letter => {
                let to = self.label_end(at + 1);
                self.emit(at, to);
                to
            }
            b'[' if self.bytes.get(at..self.end).is_some_and(|rest| rest.starts_with(b"[...]")) => {
                self.emit_stop(at, at + 5, StopKind::Ellipsis);
                at + 5
            }
            _ => {
                self.emit(at, at + 1);
                at + 1
            }
        }
    }

    /// Whether nothing that could own the sign at `at` stands right before it.
    fn is_free(&self, at: usize) -> bool {
        at == 0 || !matches!(class(self.bytes[at - 1]), Class::Letter | Class::Digit)
    }

    fn label_end(&self, from: usize) -> usize {
        let mut to = from;
        while to < self.end
            && (matches!(class(self.bytes[to]), Class::Letter | Class::Digit) || self.bytes[to] == b'_')
        {
            to += 1;
        }
        to
    }

    /// Full stops, question and exclamation marks: a run of them is one token.
    #[inline(never)]
    fn stop(&mut self, at: usize) -> usize {
        let mut to = at;
        let mut calls = false;
        while to < self.end && matches!(self.bytes[to], b'.' | b'!' | b'?') {
            calls |= self.bytes[to] != b'.';
            to += 1;
        }
        if to == at + 1 && !calls && self.is_free(at) {
            let (run, end) = peek::short_run(self, to);
            if run.first().is_some_and(u8::is_ascii_digit) && run.iter().all(u8::is_ascii_digit)
                || lexicon::ends_address(run) && run.len() > 2
            {
                self.emit(at, end);
                return end;
            }
        }
        let kind = match to - at {
            _ if calls => StopKind::Call,
            1 => StopKind::Period,
            _ => StopKind::Ellipsis,
        };
        self.emit_stop(at, to, kind);
        to
    }

    /// Length of the emoticon at `at`, western and upright.
    #[inline(never)]
    fn emoticon(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let rest = self.bytes.get(at..self.end.min(at + LONGEST + 1))?;
        let spaced = at == 0 || matches!(class(self.bytes[at - 1]), Class::Space);
        let is_end = |length: usize| {
            rest.get(length)
                .is_none_or(|&byte| !matches!(class(byte), Class::Letter | Class::Digit) && byte != b'/')
        };
        for known in [&b"^_^"[..], b"-_-", b"<3"] {
            if spaced && rest.starts_with(known) && is_end(known.len()) {
                return Some(known.len());
            }
        }
        if rest.first() == Some(&b'(') {
            return (spaced
                && matches!(rest.get(1), Some(b':' | b';' | b'='))
                && matches!(rest.get(2), None | Some(b' ')))
            .then_some(2);
        }
        let brow = usize::from(rest.first() == Some(&b'>'));
        let mut length = brow;
        if !matches!(rest.get(length), Some(b':' | b';' | b'=')) {
            return None;
        }
        length += 1;
        if rest.get(length) == Some(&b'\'') {
            length += 1;
        }
        if matches!(rest.get(length), Some(b'-' | b'o' | b'^'))
            && rest.get(length + 1).is_some_and(|byte| b")(]DPp/|".contains(byte))
        {
            length += 1;
        }
        let mouth = *rest.get(length)?;
        let open = match mouth {
            b')' | b'(' => true,
            b']' | b'[' | b'D' | b'P' | b'p' | b'/' | b'|' | b'\\' | b'3' => spaced,
            _ => return None,
        };
        let mut end = length;
        while rest.get(end) == Some(&mouth) {
            end += 1;
        }
        (open && end < LONGEST && is_end(end)).then_some(end)
    }
}
