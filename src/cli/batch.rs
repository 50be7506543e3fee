//! JSON lines in, JSON lines out: in order, on all cores, in memory that does not grow with the input.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};

use rayon::prelude::*;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use stance_lens::{Analysis, Code, Document, Error, Format, Options, analyse};

use super::Failure;

/// Lines analysed together: enough to keep every core busy.
const LINES: usize = 256;

/// Bytes analysed together: a bound on memory where lines are long.
const BYTES: usize = 16 << 20;

/// JSON escapes can make a line six times as long as the text inside it.
const ESCAPED: usize = 6;

/// The fields of a line, as messages list them.
const FIELDS: &str = "id, text, html, json, url, language and title";

/// An id, which is echoed as it is written: numbers of any length, strings with their escapes.
type Id = Option<Box<RawValue>>;

/// One line of input.
#[derive(Deserialize)]
struct Request {
    id: Id,
    text: Option<String>,
    html: Option<String>,
    /// A document in JSON, as a string or as it is.
    json: Option<Box<RawValue>>,
    url: Option<String>,
    language: Option<String>,
    title: Option<String>,
    /// What else a corpus tells of its articles, or a misspelt field.
    #[serde(flatten)]
    ignored: BTreeMap<String, IgnoredAny>,
}

/// One line of output.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Id,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome<'a> {
    Analysis(Box<Analysis<'a>>),
    Error { error: ErrorInfo<'a> },
}

#[derive(Serialize)]
struct ErrorInfo<'a> {
    code: &'a str,
    message: &'a str,
}

/// Answers every line of `input`, which messages call `name`.
pub fn run(input: impl Read, name: &str, mut output: impl Write, options: &Options) -> Result<(), Failure> {
    let unread = |error| Failure::Io(name.to_owned(), error);
    let unwritten = |error| Failure::Io("standard output".into(), error);
    let mut input = BufReader::new(input);
    let mut read = 0;
    let mut is_told = false;
    loop {
        let longest = options.max_bytes.saturating_mul(ESCAPED);
        let lines = read_lines(&mut input, longest).map_err(unread)?;
        if lines.is_empty() {
            return Ok(());
        }
        let numbered = lines.par_iter().zip(read + 1..read + 1 + lines.len());
        let answers: Vec<Answered> = numbered
            .map(|(line, number)| {
                let place = || format!("Line {number} of {name}");
                if line.len() > longest {
                    too_long(line, place, longest)
                } else {
                    answer(line, place, options)
                }
            })
            .collect();
        read += lines.len();
        for Answered { json, ignores } in answers {
            if let Some(ignores) = ignores.filter(|_| !is_told) {
                eprintln!("stance-lens: {ignores}");
                is_told = true;
            }
            if !json.is_empty() {
                output.write_all(&json).and_then(|()| output.write_all(b"\n")).map_err(unwritten)?;
            }
        }
        output.flush().map_err(unwritten)?;
    }
}

/// What came of one line.
#[derive(Default)]
struct Answered {
    /// Nothing for a blank line.
    json: Vec<u8>,
    /// Which of its fields were ignored, as a sentence.
    ignores: Option<String>,
}

/// The next lines, none of them kept further than `longest` bytes and one more; empty at the end of the input.
fn read_lines(input: &mut impl BufRead, longest: usize) -> io::Result<Vec<Vec<u8>>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while lines.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if input.by_ref().take(longest as u64 + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() > longest {
            input.skip_until(b'\n')?;
        }
        bytes += line.len();
        lines.push(line);
    }
    Ok(lines)
}

/// The answer to a line of which only the head was kept. It has its id where that stands first.
fn too_long(head: &[u8], place: impl Fn() -> String, longest: usize) -> Answered {
    let head = without_mark(head);
    let id = [&b"{"[..], b"\"id\"", b":"]
        .into_iter()
        .try_fold(head, |rest, sign| rest.trim_ascii_start().strip_prefix(sign))
        .and_then(|rest| serde_json::Deserializer::from_slice(rest).into_iter().next()?.ok());
    let message = format!("{} is too large: more than {longest} bytes, which is the limit.", place());
    Answered { json: refuse(&id, &Error::new(Code::TooLarge, message)), ignores: None }
}

/// A line without the byte order mark that a file may begin with.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii()
}

/// The answer to one line. `place` tells which line it is, counted from 1 with blank ones.
fn answer(line: &[u8], place: impl Fn() -> String, options: &Options) -> Answered {
    let line = without_mark(line);
    if line.is_empty() {
        return Answered::default();
    }
    let whole = whole_signs(line);
    let fault = match serde_json::from_slice::<Request>(&whole) {
        Ok(mut request) => {
            if let Cow::Owned(_) = whole {
                request.id = id_of(line);
            }
            let names: Vec<String> = request.ignored.keys().map(|name| format!("{name:?}")).collect();
            let ignores = (!names.is_empty()).then(|| {
                format!("{} has {}; `batch` reads {FIELDS} and ignores the rest.", place(), names.join(", "))
            });
            return Answered { json: respond(&request, options), ignores };
        }
        Err(error) if line.starts_with(b"{") => {
            let what = error.to_string();
            // What it calls a line is always the first.
            let what = what.split(" at line ").next().unwrap_or_default();
            format!("{what} at column {}", error.column())
        }
        _ => "expected an object".to_owned(),
    };
    let message = format!("{} is not a document in JSON: {fault}.", place());
    Answered { json: refuse(&id_of(line), &Error::new(Code::MalformedJson, message)), ignores: None }
}

/// The id of a line, whatever else is in it.
fn id_of(line: &[u8]) -> Id {
    #[derive(Deserialize)]
    struct Named {
        id: Id,
    }
    serde_json::from_slice::<Named>(line).ok()?.id
}

/// A line with the sign of what was lost in place of every escape that is half of a pair of surrogates, which programs write
/// that cut a text within one: so JavaScript hands them over. Both have six bytes, so that all else stays where it is.
fn whole_signs(line: &[u8]) -> Cow<'_, [u8]> {
    const SIGN: &[u8] = b"\\ufffd";
    let surrogate = |at: usize| -> Option<u32> {
        let digits = line.get(at..at + SIGN.len())?.strip_prefix(b"\\u")?;
        let unit = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        (0xD800..0xE000).contains(&unit).then_some(unit)
    };
    let is_low = |unit: u32| unit >= 0xDC00;
    let mut whole = Cow::Borrowed(line);
    let mut at = 0;
    while let Some(ahead) = line.get(at..).and_then(|rest| rest.iter().position(|&byte| byte == b'\\')) {
        at += ahead;
        match surrogate(at) {
            // Whatever is escaped else, a backslash itself among them.
            None => at += 2,
            Some(unit) => {
                let end = at + SIGN.len();
                if !is_low(unit) && surrogate(end).is_some_and(is_low) {
                    at = end + SIGN.len();
                    continue;
                }
                if let Some(place) = whole.to_mut().get_mut(at..end) {
                    place.copy_from_slice(SIGN);
                }
                at = end;
            }
        }
    }
    whole
}

fn respond(request: &Request, options: &Options) -> Vec<u8> {
    // A string holds the document; what is no string is one.
    let json = request.json.as_ref().map(|json| {
        serde_json::from_str(json.get())
            .map_or_else(|_| Cow::Borrowed(json.get()), |held: String| Cow::Owned(held))
    });
    let (content, format) = match (&request.text, &request.html, &json) {
        (Some(text), None, None) => (text.as_str(), Format::Text),
        (None, Some(html), None) => (html.as_str(), Format::Html),
        (None, None, Some(json)) => (&**json, Format::Json),
        _ => {
            let message = "A line needs exactly one of `text`, `html` and `json`.";
            return refuse(&request.id, &Error::new(Code::UnsupportedFormat, message));
        }
    };
    let document = Document {
        content,
        format,
        url: request.url.as_deref(),
        language: request.language.as_deref(),
        title: request.title.as_deref(),
    };
    match analyse(&document, options) {
        Ok(analysis) => write(&request.id, Outcome::Analysis(Box::new(analysis))),
        Err(error) => refuse(&request.id, &error),
    }
}

fn refuse(id: &Id, error: &Error) -> Vec<u8> {
    write(id, Outcome::Error { error: ErrorInfo { code: error.code().as_str(), message: error.message() } })
}

fn write(id: &Id, outcome: Outcome<'_>) -> Vec<u8> {
    // Strings, numbers and lists are all there is to write, and those cannot fail.
    serde_json::to_vec(&Answer { id, outcome }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn written(input: &str) -> String {
        let mut output = Vec::new();
        let options = Options { parts: stance_lens::Parts::Article, ..Options::default() };
        run(input.as_bytes(), "articles.jsonl", &mut output, &options).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn an_id_is_echoed_as_it_is_written() {
        for id in [
            "18446744073709551617",
            "1e999",
            "-0.10",
            "\"\\u00e9 \\/ \\ud83d\"",
            "[1, {\"a\": 2.50}]",
            "null",
        ] {
            for rest in
                ["\"text\":\"It rains.\"", "\"text\":\"It \\ud83d rains.\"", "\"text\":5", "\"json\":\"[\""]
            {
                let answer = written(&format!("{{\"id\": {id},{rest}}}"));
                assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{id}, {rest}: {answer}");
            }
        }
        assert!(written("{\"text\":\"\"}").starts_with("{\"id\":null,"));
    }

    #[test]
    fn half_a_pair_of_surrogates_is_a_sign_that_was_lost() {
        for (written_so, text) in [
            ("a \\ud83d b", "a \u{fffd} b"),
            ("\\uDE00\\ud83d\\n", "\u{fffd}\u{fffd}\n"),
            ("\\ud83d\\uD83D\\ude00", "\u{fffd}\u{1f600}"),
            ("\\\\ud83d", "\\ud83d"),
        ] {
            for line in [
                format!("{{\"text\":\"{written_so}\"}}"),
                format!("{{\"json\":{{\"text\":\"{written_so}\"}}}}"),
            ] {
                let answer: Value = serde_json::from_str(&written(&line)).unwrap();
                assert_eq!(answer["text"].as_str().unwrap().trim_end(), text.trim_end(), "{line}");
            }
        }
        // Within a document that is a string of its own.
        let answer: Value =
            serde_json::from_str(&written("{\"json\":\"{\\\"text\\\":\\\"a \\\\ud83d b\\\"}\"}")).unwrap();
        assert_eq!(answer["text"], "a \u{fffd} b");
    }

    fn answers(input: &str) -> Vec<Value> {
        let mut output = Vec::new();
        run(
            input.as_bytes(),
            "articles.jsonl",
            &mut output,
            &Options { max_bytes: 100, ..Options::default() },
        )
        .unwrap();
        output.split(|&b| b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
    }

    #[test]
    fn every_line_is_answered_in_order() {
        let input: String = (0..1000).map(|id| format!("{{\"id\":{id},\"text\":\"One.\"}}\n")).collect();
        let ids: Vec<u64> = answers(&input).iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
        assert_eq!(ids, (0..1000).collect::<Vec<_>>());
    }

    #[test]
    fn a_bad_line_is_answered_with_its_error() {
        let long = format!("{{\"id\":4,\"text\":\"{}\"}}", "x".repeat(101));
        let endless = "[".repeat(100_000);
        let input = [
            "{\"id\":1,\"text\":5}",
            "[2,\"One.\"]",
            "{\"id\":3}",
            &long,
            &endless,
            "",
            "{\"id\":7,\"text\":\"\"}",
            &format!("{{ \"id\": \"eight\", \"text\": \"{}\"}}", "x".repeat(1_000)),
        ];
        let answers = answers(&input.join("\n"));
        let codes: Vec<&Value> = answers.iter().map(|answer| &answer["error"]["code"]).collect();
        assert_eq!(
            codes,
            ["malformed-json", "malformed-json", "unsupported-format", "too-large", "too-large"]
                .map(Value::from)
                .iter()
                .chain([&Value::Null, &Value::from("too-large")])
                .collect::<Vec<_>>()
        );
        assert_eq!(answers[0]["id"], 1);
        assert_eq!(answers[4]["id"], Value::Null);
        assert_eq!(answers[5]["id"], 7);
        assert_eq!(answers[6]["id"], "eight");
        let message = |answer: &Value| answer["error"]["message"].as_str().unwrap().to_owned();
        assert_eq!(
            message(&answers[1]),
            "Line 2 of articles.jsonl is not a document in JSON: expected an object."
        );
        assert!(message(&answers[0]).contains(
            "is not a document in JSON: invalid type: integer `5`, expected a string at column 16"
        ));
        assert_eq!(
            message(&answers[6]),
            "Line 8 of articles.jsonl is too large: more than 600 bytes, which is the limit."
        );
    }
}
