//! A caller's own entries, in the form of the shipped ones but as JSON, and entries the caller wants
//! silenced. The form is described in `docs/custom-lexicons.md`.
//!
//! ```
//! let lexicon = stance_lens::CustomLexicon::from_json(r#"{
//!     "entries": [{"tag": "oppose", "pattern": "red-card", "pos": "VERB", "frame": "+np >obj",
//!                  "polarity": -1, "reason": "turns somebody away, as on the pitch", "source": "our desk"}],
//!     "silence": ["counter.cconj.but"]
//! }"#)?;
//! # Ok::<(), stance_lens::Error>(())
//! ```

use super::{Entry, explain, form};
use crate::analysis::StanceTag;
use crate::collections::{ByWord, Named};
use crate::error::{Code, Error};
use crate::json::{self, Value};
use crate::lowercase::lowercase;

/// Entries and silences of a caller, read once and used for any number of articles.
#[derive(Clone, Debug, Default)]
pub struct CustomLexicon {
    entries: Vec<Added>,
    /// The entries that begin with a word, by their index.
    beginnings: ByWord<String, Vec<usize>>,
    /// The rules that are silenced, by their id; all with the same number.
    silenced: Named,
}

#[derive(Clone, Debug)]
struct Added {
    pattern: String,
    tag: StanceTag,
    parts_of_speech: u32,
    frame: u64,
    polarity: i8,
    strength: u8,
    reason: String,
    source: String,
}

/// The fields of an entry; those after the first four may be left out.
const FIELDS: [&str; 8] = ["tag", "pattern", "reason", "source", "pos", "frame", "polarity", "strength"];

impl CustomLexicon {
    /// Reads `{"entries": [{tag, pattern, pos?, frame?, polarity?, strength?, reason, source}],
    /// "silence": [rule id]}`.
    ///
    /// # Errors
    /// [`Code::MalformedJson`] where it is not JSON, [`Code::UnknownOption`] where an entry is not in the
    /// form or a silenced rule does not exist; both name the line.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let document = json::read(json).map_err(|fault| {
            Error::new(Code::MalformedJson, format!("The lexicon cannot be read: {fault}."))
        })?;
        let lists =
            document.as_object().ok_or_else(|| fault(json, document.source, "a lexicon is an object"))?;
        for (name, value) in lists.members() {
            let what = match name {
                "entries" | "silence" if value.as_array().is_some() => continue,
                "entries" | "silence" => format!("`{name}` is a list"),
                _ => format!("a lexicon has the lists `entries` and `silence`; `{name}` is not one"),
            };
            return Err(fault(json, value.source, &what));
        }
        let list = |name| lists.get(name).and_then(Value::as_array).unwrap_or_default();
        let mut lexicon = Self::default();
        for entry in list("entries") {
            lexicon.add(entry).map_err(|what| fault(json, entry.source, &what))?;
        }
        lexicon.silence(list("silence")).map_err(|(value, what)| fault(json, value.source, &what))?;
        Ok(lexicon)
    }

    fn silence<'v, 'j>(&mut self, ids: &'v [Value<'j>]) -> Result<(), (&'v Value<'j>, String)> {
        const KNOWN: u32 = 1;
        for id in ids.iter().filter_map(Value::as_str) {
            self.silenced.insert(id.to_owned(), 0);
        }
        for rule in super::rules().filter(|_| !ids.is_empty()) {
            if let Some(known) = self.silenced.get_mut(&rule.id) {
                *known = KNOWN;
            }
        }
        for value in ids {
            match value.as_str() {
                Some(id) if self.silenced.get(id) == Some(&KNOWN) => {}
                Some(id) => return Err((value, format!("there is no rule `{id}` to silence"))),
                None => return Err((value, "a silenced rule is named by a string".to_owned())),
            }
        }
        Ok(())
    }

    fn add(&mut self, entry: &Value<'_>) -> Result<(), String> {
        let fields = entry.as_object().ok_or("an entry is an object")?;
        if let Some((name, _)) = fields.members().find(|(name, _)| !FIELDS.contains(name)) {
            return Err(format!("the fields of an entry are {}; `{name}` is not", FIELDS.join(", ")));
        }
        if let Some(name) = FIELDS.iter().take(4).find(|name| fields.get(name).is_none()) {
            return Err(format!("an entry needs a field `{name}`"));
        }
        let text = |name: &str| match fields.get(name) {
            None => Ok(""),
            Some(value) => value.as_str().ok_or_else(|| format!("the field `{name}` is a string")),
        };
        let number = |name: &str| match fields.get(name) {
            None => Ok(""),
            Some(value) => value
                .as_whole::<i8>()
                .map(|_| value.source)
                .ok_or_else(|| format!("the {name} is a small number")),
        };
        let (reason, source) = (text("reason")?, text("source")?);
        let read = form::read_fields(
            text("tag")?,
            &lowercase(text("pattern")?),
            text("pos")?,
            text("frame")?,
            number("polarity")?,
            number("strength")?,
            reason,
            source,
        )?;
        for pattern in read.patterns {
            let first = super::first_word(&pattern).to_owned();
            self.beginnings.entry(first, Vec::new()).push(self.entries.len());
            self.entries.push(Added {
                pattern,
                tag: StanceTag::ALL[usize::from(read.tag)],
                parts_of_speech: read.parts_of_speech,
                frame: read.frame,
                polarity: read.polarity,
                strength: read.strength,
                reason: reason.to_owned(),
                source: source.to_owned(),
            });
        }
        Ok(())
    }

    /// The entries with their reasons and sources, as [`rules`](super::rules) gives those of the product.
    pub fn rules(&self) -> impl Iterator<Item = super::Rule> {
        self.entries.iter().map(|added| super::Rule {
            id: form::rule_id(added.tag as u8, added.parts_of_speech, added.frame, &added.pattern),
            tag: added.tag,
            reason: explain(&added.pattern, &added.reason),
            source: added.source.clone().into(),
        })
    }

    pub(super) fn beginning_with(&self, word: &str) -> impl Iterator<Item = usize> {
        self.beginnings.get(word).into_iter().flatten().copied()
    }

    pub(super) fn entry(&self, index: usize) -> Option<Entry<'_>> {
        self.entries.get(index).map(|added| Entry {
            pattern: &added.pattern,
            tag: added.tag,
            parts_of_speech: added.parts_of_speech,
            frame: added.frame,
            polarity: added.polarity,
            strength: added.strength,
        })
    }

    pub(super) fn silences_id(&self, id: &str) -> bool {
        self.silenced.contains_key(id)
    }

    pub(super) fn silences(&self, entry: &Entry<'_>) -> bool {
        !self.silenced.is_empty() && self.silenced.contains_key(&entry.rule_id())
    }
}

/// An error that names the line of `json` in which `part`, a piece of it, begins.
fn fault(json: &str, part: &str, what: &str) -> Error {
    let at = (part.as_ptr() as usize).saturating_sub(json.as_ptr() as usize);
    let line = json.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1;
    Error::new(Code::UnknownOption, format!("Line {line} of the lexicon: {what}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_entry_is_named_by_its_line() {
        let json = "{\"entries\": [\n {\"tag\": \"oppose\", \"pattern\": \"boo\", \"reason\": \"jeers\", \"source\": \"us\"},\n {\"tag\": \"angry\", \"pattern\": \"boo\", \"reason\": \"jeers\", \"source\": \"us\"}]}";
        let error = CustomLexicon::from_json(json).unwrap_err();
        assert_eq!(error.code(), Code::UnknownOption);
        assert!(error.message().starts_with("Line 3 of the lexicon: the tag is one of"), "{error}");
    }

    #[test]
    fn broken_json_and_unknown_rules_are_told_apart() {
        assert_eq!(CustomLexicon::from_json("{\"entries\": [").unwrap_err().code(), Code::MalformedJson);
        let error = CustomLexicon::from_json("{\"silence\":\n[\"nothing.such\"]}").unwrap_err();
        assert_eq!(error.code(), Code::UnknownOption);
        assert!(error.message().contains("Line 2"), "{error}");
    }

    #[test]
    fn what_is_no_lexicon_is_told_apart_and_named_by_its_line() {
        for (json, expected) in [
            ("\n[]", "Line 2 of the lexicon: a lexicon is an object."),
            ("{\"silence\": [],\n\"entries\": 5}", "Line 2 of the lexicon: `entries` is a list."),
            (
                "{\n\n\"entry\": []}",
                "Line 3 of the lexicon: a lexicon has the lists `entries` and `silence`; `entry` is not one.",
            ),
        ] {
            let error = CustomLexicon::from_json(json).unwrap_err();
            assert_eq!((error.code(), error.message()), (Code::UnknownOption, expected));
        }
    }
}
