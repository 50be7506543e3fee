//! The named entities of the HTML standard.

use std::sync::OnceLock;

/// One entity a line, in the order of bytes: its name, then one or two code points in hexadecimal. A name that
/// ends with a semicolon has to be written with it; any other may be written with or without.
const LIST: &str = include_str!("entities.txt");

/// A map of entity names to their code points. The second code point is 0 if the entity stands for a single one.
/// Names have no `&` before them, and a semicolon after them only where it was read. Every beginning of a name,
/// down to the empty one, is there too, with two zeros.
///
/// ```
/// use web_atoms::NAMED_ENTITIES;
///
/// assert_eq!(NAMED_ENTITIES.get("gt;"), Some(&(62, 0)));
/// assert_eq!(NAMED_ENTITIES.get("gt"), Some(&(62, 0)));
/// assert_eq!(NAMED_ENTITIES.get("Aacut"), Some(&(0, 0)));
/// assert_eq!(NAMED_ENTITIES.get("acE;"), Some(&(8766, 819)));
/// assert_eq!(NAMED_ENTITIES.get("hello"), None);
/// ```
pub static NAMED_ENTITIES: NamedEntities = NamedEntities { lines: OnceLock::new() };

/// The type of [`NAMED_ENTITIES`].
pub struct NamedEntities {
    /// Names as in the list, in the order of bytes, with what they stand for.
    lines: OnceLock<Vec<(&'static str, (u32, u32))>>,
}

impl NamedEntities {
    /// What a name or the beginning of a name stands for.
    pub fn get(&self, name: &str) -> Option<&(u32, u32)> {
        let lines = self.lines.get_or_init(read);
        let bare = name.strip_suffix(';').unwrap_or(name);
        let at = lines.partition_point(|(line, _)| line.strip_suffix(';').unwrap_or(line) < bare);
        let (line, value) = lines.get(at)?;
        if line == &name || line == &bare {
            return Some(value);
        }
        line.starts_with(name).then_some(&(0, 0))
    }
}

fn read() -> Vec<(&'static str, (u32, u32))> {
    let number =
        |digits: Option<&str>| digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
    LIST.lines()
        .map(|line| {
            let mut fields = line.split(' ');
            let name = fields.next().unwrap_or_default();
            (name, (number(fields.next()), number(fields.next())))
        })
        .collect()
}
