//! What dom_smoothie asks of gjson, answered by serde_json, which the core has anyway: the original is 34 kB of
//! WebAssembly, and takes any text for JSON without checking it.
//!
//! Paths are names with points between them; `#` stands for every item of a list.

use std::cell::OnceCell;
use std::fmt;

/// Longest text that is read, in bytes; each value costs far more memory than its signs.
const LONGEST: usize = 1 << 20;

/// Kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing there, too.
    Null,
    False,
    Number,
    String,
    True,
    Object,
    Array,
}

/// A value, or the lack of one.
#[derive(Default)]
pub struct Value {
    json: Option<serde_json::Value>,
    written: OnceCell<String>,
}

/// Reads a text; one that is no JSON gives no value.
///
/// ```
/// use gjson::{Kind, parse};
///
/// let value = parse(r#"{"author": [{"name": "Ada"}, {"name": "Ben"}], "^type": ["Article"], "page": {"name": "x"}}"#);
/// assert_eq!(value.get("author").get("#.name").array()[1].str(), "Ben");
/// assert_eq!(value.get("page.name").str(), "x");
/// assert_eq!(value.get("^type").str(), r#"["Article"]"#);
/// assert!(!value.get("other").exists());
/// assert_eq!(parse("{\"a\": \"").get("a").kind(), Kind::Null);
/// ```
pub fn parse(json: &str) -> Value {
    let short = Some(json).filter(|json| json.len() <= LONGEST);
    Value::of(short.and_then(|json| serde_json::from_str(json).ok()))
}

impl Value {
    fn of(json: Option<serde_json::Value>) -> Self {
        Self { json, written: OnceCell::new() }
    }

    /// The value at a path.
    pub fn get(&self, path: &str) -> Self {
        Self::of(self.json.as_ref().and_then(|json| follow(json, path)))
    }

    /// Whether there is one.
    pub fn exists(&self) -> bool {
        self.json.is_some()
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match &self.json {
            None | Some(serde_json::Value::Null) => Kind::Null,
            Some(serde_json::Value::Bool(false)) => Kind::False,
            Some(serde_json::Value::Bool(true)) => Kind::True,
            Some(serde_json::Value::Number(_)) => Kind::Number,
            Some(serde_json::Value::String(_)) => Kind::String,
            Some(serde_json::Value::Array(_)) => Kind::Array,
            Some(serde_json::Value::Object(_)) => Kind::Object,
        }
    }

    /// The text of a string, and any other value as JSON.
    pub fn str(&self) -> &str {
        match &self.json {
            None | Some(serde_json::Value::Null) => "",
            Some(serde_json::Value::String(text)) => text,
            Some(json) => self.written.get_or_init(|| serde_json::to_string(json).unwrap_or_default()),
        }
    }

    /// The items of a list.
    pub fn array(&self) -> Vec<Self> {
        let items = self.json.as_ref().and_then(serde_json::Value::as_array);
        items.into_iter().flatten().map(|item| Self::of(Some(item.clone()))).collect()
    }
}

fn follow(json: &serde_json::Value, path: &str) -> Option<serde_json::Value> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    match (name, rest) {
        ("#", Some(rest)) => {
            let found = json.as_array()?.iter().filter_map(|item| follow(item, rest));
            Some(serde_json::Value::Array(found.collect()))
        }
        (name, Some(rest)) => follow(json.get(name)?, rest),
        (name, None) => json.get(name).cloned(),
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.str())
    }
}
