//! A caller's own entries, in the form of the shipped ones but as JSON, and entries the caller wants
//! silenced. The form is described in `docs/lexicons.md`.
//!
//! ```
//! let lexicon = stance_lens::CustomLexicon::from_json(r#"{
//!     "entries": [{"tag": "oppose", "pattern": "red-card", "pos": "VERB", "frame": "+np >obj",
//!                  "polarity": -1, "reason": "turns somebody away, as on the pitch", "source": "our desk"}],
//!     "silence": ["counter.cconj.but"]
//! }"#)?;
//! # Ok::<(), stance_lens::Error>(())
//! ```

use serde::Deserialize;

use super::{Entry, explain, form};
use crate::analysis::StanceTag;
use crate::collections::{Map, Set};
use crate::error::{Code, Error};

/// Entries and silences of a caller, read once and used for any number of articles.
#[derive(Clone, Debug, Default)]
pub struct CustomLexicon {
    entries: Vec<Added>,
    by_first_word: Map<String, Vec<usize>>,
    silenced: Set<String>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'j> {
    #[serde(borrow, default)]
    entries: Vec<&'j serde_json::value::RawValue>,
    #[serde(borrow, default)]
    silence: Vec<&'j serde_json::value::RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    tag: String,
    pattern: String,
    #[serde(default)]
    pos: String,
    #[serde(default)]
    frame: String,
    #[serde(default)]
    polarity: i8,
    #[serde(default = "plain_strength")]
    strength: u8,
    reason: String,
    source: String,
}

fn plain_strength() -> u8 {
    2
}

impl CustomLexicon {
    /// Reads `{"entries": [{tag, pattern, pos?, frame?, polarity?, strength?, reason, source}],
    /// "silence": [rule id]}`.
    ///
    /// # Errors
    /// [`Code::MalformedJson`] where it is not JSON, [`Code::UnknownOption`] where an entry is not in the
    /// form or a silenced rule does not exist; both name the line.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let document: Document<'_> = serde_json::from_str(json).map_err(|error| {
            let code = if error.is_data() { Code::UnknownOption } else { Code::MalformedJson };
            Error::new(code, format!("The lexicon cannot be read: {error}."))
        })?;
        let mut lexicon = Self::default();
        for raw in document.entries {
            lexicon.add(raw.get()).map_err(|what| fault(json, raw.get(), &what))?;
        }
        let known: Set<String> = super::rules().map(|rule| rule.id).collect();
        for raw in document.silence {
            let id: String = serde_json::from_str(raw.get())
                .map_err(|_| fault(json, raw.get(), "a silenced rule is named by a string"))?;
            if !known.contains(&id) {
                return Err(fault(json, raw.get(), &format!("there is no rule `{id}` to silence")));
            }
            lexicon.silenced.insert(id);
        }
        Ok(lexicon)
    }

    fn add(&mut self, json: &str) -> Result<(), String> {
        let fields: Fields = serde_json::from_str(json).map_err(|error| {
            let text = error.to_string();
            text.split(" at line ").next().unwrap_or_default().to_owned()
        })?;
        let read = form::read_fields(
            &fields.tag,
            &fields.pattern,
            &fields.pos,
            &fields.frame,
            &fields.polarity.to_string(),
            &fields.strength.to_string(),
            &fields.reason,
            &fields.source,
        )?;
        for pattern in read.patterns {
            let first = super::first_word(&pattern).to_owned();
            self.by_first_word.entry(first).or_default().push(self.entries.len());
            self.entries.push(Added {
                pattern,
                tag: StanceTag::ALL[usize::from(read.tag)],
                parts_of_speech: read.parts_of_speech,
                frame: read.frame,
                polarity: read.polarity,
                strength: read.strength,
                reason: fields.reason.clone(),
                source: fields.source.clone(),
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
        self.by_first_word.get(word).into_iter().flatten().copied()
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
        self.silenced.contains(id)
    }

    pub(super) fn silences(&self, entry: &Entry<'_>) -> bool {
        !self.silenced.is_empty() && self.silenced.contains(&entry.rule_id())
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
}
