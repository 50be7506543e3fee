//! Reads JSON into values (RFC 8259). What is read here are strings and whole numbers, so a number stays as it is
//! written: a reader that makes floats of them brings tables larger than the rest of it, and Serde's, with their
//! messages for every type, are a tenth of the code that a page loads. Tests compare both.

use std::borrow::Cow;
use std::fmt;

/// Deepest nesting that is read.
const DEEPEST: usize = 127;

/// A value, and the text that it was read from.
#[derive(Clone, Debug)]
pub(crate) struct Value<'j> {
    pub(crate) source: &'j str,
    pub(crate) form: Form<'j>,
}

/// The forms of a value.
#[derive(Clone, Debug)]
pub(crate) enum Form<'j> {
    /// Null, true, false or a number, as its source has it.
    Plain,
    String(Cow<'j, str>),
    Array(Vec<Value<'j>>),
    Object(Object<'j>),
}

/// The members of an object, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Object<'j>(Vec<(Cow<'j, str>, Value<'j>)>);

/// What is wrong with a text, and the byte at which it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault<'j> {
    what: &'static str,
    json: &'j str,
    at: usize,
}

/// Reads a text that is one value.
pub(crate) fn read(json: &str) -> Result<Value<'_>, Fault<'_>> {
    let mut reader = Reader { json, at: 0 };
    let value = reader.value(0)?;
    reader.skip_space();
    if reader.at < json.len() { Err(reader.fault("something follows the value")) } else { Ok(value) }
}

impl<'j> Value<'j> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.form {
            Form::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Value<'j>]> {
        match &self.form {
            Form::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object<'j>> {
        match &self.form {
            Form::Object(object) => Some(object),
            _ => None,
        }
    }

    /// A whole number that is written as one.
    pub(crate) fn as_whole<N: std::str::FromStr>(&self) -> Option<N> {
        if matches!(self.form, Form::Plain) { self.source.parse().ok() } else { None }
    }

    /// The member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'j>> {
        self.as_object()?.get(key)
    }
}

impl<'j> Object<'j> {
    /// The last member with this key.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'j>> {
        self.0.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Keys and values.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&str, &Value<'j>)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

impl fmt::Display for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = self.json.get(..self.at).unwrap_or(self.json);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.bytes().rev().take_while(|&byte| byte != b'\n').count() + 1;
        write!(f, "{} at line {line} column {column}", self.what)
    }
}

struct Reader<'j> {
    json: &'j str,
    at: usize,
}

impl<'j> Reader<'j> {
    fn fault(&self, what: &'static str) -> Fault<'j> {
        Fault { what, json: self.json, at: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn since(&self, start: usize) -> &'j str {
        self.json.get(start..self.at).unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Result<Value<'j>, Fault<'j>> {
        self.skip_space();
        if depth > DEEPEST {
            return Err(self.fault("nesting too deep to be read"));
        }
        let start = self.at;
        let form = match self.peek() {
            Some(b'"') => Form::String(self.string()?),
            Some(b'[') => {
                let mut items = Vec::new();
                self.each(b']', |reader| {
                    items.push(reader.value(depth + 1)?);
                    Ok(())
                })?;
                Form::Array(items)
            }
            Some(b'{') => {
                let mut object = Object::default();
                self.each(b'}', |reader| {
                    reader.skip_space();
                    let key = reader.string()?;
                    reader.skip_space();
                    if !reader.eat(b':') {
                        return Err(reader.fault("expected `:`"));
                    }
                    object.0.push((key, reader.value(depth + 1)?));
                    Ok(())
                })?;
                Form::Object(object)
            }
            Some(b'-' | b'0'..=b'9') => {
                self.number()?;
                Form::Plain
            }
            _ => {
                let rest = self.json.as_bytes().get(self.at..).unwrap_or_default();
                let word =
                    ["null", "true", "false"].into_iter().find(|word| rest.starts_with(word.as_bytes()));
                self.at += word.ok_or_else(|| self.fault("expected a value"))?.len();
                Form::Plain
            }
        };
        Ok(Value { source: self.since(start), form })
    }

    /// What stands between brackets, divided by commas.
    fn each(
        &mut self,
        end: u8,
        mut read: impl FnMut(&mut Self) -> Result<(), Fault<'j>>,
    ) -> Result<(), Fault<'j>> {
        self.at += 1;
        self.skip_space();
        if self.eat(end) {
            return Ok(());
        }
        loop {
            read(self)?;
            self.skip_space();
            if self.eat(end) {
                return Ok(());
            }
            if !self.eat(b',') {
                return Err(self.fault("expected `,` or the end of a list or object"));
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fault<'j>> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.fault("expected a digit")) }
    }

    fn number(&mut self) -> Result<(), Fault<'j>> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn string(&mut self) -> Result<Cow<'j, str>, Fault<'j>> {
        if !self.eat(b'"') {
            return Err(self.fault("expected a string"));
        }
        let mut text = Cow::Borrowed("");
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(end @ (b'"' | b'\\')) => {
                    let piece = self.since(start);
                    match &mut text {
                        Cow::Borrowed(text) if text.is_empty() => *text = piece,
                        text => text.to_mut().push_str(piece),
                    }
                    self.at += 1;
                    if end == b'"' {
                        return Ok(text);
                    }
                    let c = self.escape()?;
                    text.to_mut().push(c);
                    start = self.at;
                }
                Some(0x20..) => self.at += 1,
                Some(_) => return Err(self.fault("control character in a string")),
                None => return Err(self.fault("a string without end")),
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, Fault<'j>> {
        let sign = self.peek();
        self.at += 1;
        Ok(match sign {
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'u') => {
                let mut unit = self.hexadecimal()?;
                let next = self.at;
                if unit >> 10 == 0xD800 >> 10 && self.eat(b'\\') && self.eat(b'u') {
                    let low = self.hexadecimal()?;
                    if low >> 10 == 0xDC00 >> 10 {
                        unit = 0x1_0000 + ((unit & 0x3FF) << 10) + (low & 0x3FF);
                    }
                }
                if unit >> 11 == 0xD800 >> 11 {
                    self.at = next;
                }
                // Half of a pair, as older programs write a text that they cut: as JavaScript hands it over.
                char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(self.fault("unknown escape")),
        })
    }

    fn hexadecimal(&mut self) -> Result<u32, Fault<'j>> {
        let digits = self.json.get(self.at..self.at + 4).filter(|digits| !digits.starts_with('+'));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.fault("expected four hexadecimal digits"))?;
        self.at += 4;
        Ok(unit)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(own: &Value<'_>, other: &serde_json::Value) -> bool {
        match (&own.form, other) {
            (Form::String(own), serde_json::Value::String(other)) => own == other,
            (Form::Array(own), serde_json::Value::Array(other)) => {
                own.len() == other.len() && own.iter().zip(other).all(|(own, other)| same(own, other))
            }
            (Form::Object(own), serde_json::Value::Object(other)) => {
                own.members().all(|(key, _)| other.contains_key(key))
                    && other.iter().all(|(key, other)| own.get(key).is_some_and(|own| same(own, other)))
            }
            (Form::Plain, other) => {
                serde_json::from_str::<serde_json::Value>(own.source).ok().as_ref() == Some(other)
            }
            _ => false,
        }
    }

    fn agrees(json: &str) -> Result<(), String> {
        match (read(json), serde_json::from_str(json)) {
            (Ok(own), Ok(other)) if same(&own, &other) => Ok(()),
            (Err(_), Err(_)) => Ok(()),
            // Serde turns away numbers that no float can hold, and halves of pairs of surrogates.
            (Ok(_), Err(error))
                if ["number out of range", "lone leading surrogate", "unexpected end of hex escape"]
                    .iter()
                    .any(|known| error.to_string().starts_with(known)) =>
            {
                Ok(())
            }
            (own, other) => Err(format!("{json}: {own:?}, but {other:?}")),
        }
    }

    #[test]
    fn reads_what_serde_reads() {
        for json in [
            "",
            " ",
            "null",
            "nul",
            "truefalse",
            "-",
            "-0",
            "01",
            "1.",
            "1.5e+3",
            "1e",
            ".5",
            "+1",
            "[1,]",
            "[,]",
            "[1 2]",
            "{\"a\":1,\"a\":[2]}",
            "{a:1}",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "[",
            "{",
            "\"",
            "\"\\\"",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ud83dx\"",
            "\"\\ud83d\\n\"",
            "\"\\ud83d\\u0041\"",
            "\"\\ude00\"",
            "\"\\u+123\"",
            "\"\\u12\"",
            "\"\\x\"",
            "\"\t\"",
            "\"a\\tb\\/é\"",
            "[[[]],{}] ",
            "1 2",
            "\u{feff}1",
        ] {
            agrees(json).unwrap();
        }
        for depth in [100, 126, 127, 128, 129, 100_000] {
            let json = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(read(&json).is_ok(), depth <= 128);
        }
    }

    #[test]
    fn half_a_pair_of_surrogates_is_a_sign_that_was_lost() {
        for (json, text) in [
            ("\"a \\ud83d b\"", "a \u{fffd} b"),
            ("\"\\ude00\\ud83d\"", "\u{fffd}\u{fffd}"),
            ("\"\\ud83d\\n\\ud83d\\ud83d\\ude00\"", "\u{fffd}\n\u{fffd}\u{1f600}"),
        ] {
            assert_eq!(read(json).unwrap().as_str(), Some(text));
        }
    }

    #[test]
    fn says_where_a_fault_is() {
        assert_eq!(read("{\n \"a\": ?}").unwrap_err().to_string(), "expected a value at line 2 column 7");
    }

    proptest! {
        #[test]
        fn reads_what_serde_reads_of_anything(json in "[\\[\\]{}:,\"\\\\a-fnrtu0-9.eE+ -]{0,24}") {
            agrees(&json).map_err(TestCaseError::fail)?;
        }

        #[test]
        fn reads_what_serde_writes(text in ".*", number: i64) {
            let value = serde_json::json!({"text": text, "list": [number, null, {"": text}]});
            agrees(&value.to_string()).map_err(TestCaseError::fail)?;
        }
    }
}
