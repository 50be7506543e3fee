//! Lines of plain text, gathered into blocks by their structure alone.
//!
//! A copied page has one paragraph a line; e-mails, wire copy and text files break their lines at a margin
//! and divide paragraphs by blank lines or indents. Lines broken at a margin betray themselves: the first
//! word of the next line would not have fitted any more.

use super::{Block, BlockKind};
use crate::bytes::find;
use crate::span::Span;

/// Widest margin, in columns, at which lines are broken; wider lines are paragraphs.
const WIDEST_MARGIN: usize = 132;
/// Narrowest margin: below it, lines are items of a menu, verses or addresses.
const NARROWEST_MARGIN: usize = 45;
/// Lines of more bytes are wider than any margin, and need not be counted.
const BEYOND_MARGINS: usize = 4 * WIDEST_MARGIN;
/// Columns that a broken line may stay below its margin although the next word would have fitted.
const SLACK: usize = 6;

/// One line with something on it.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Without surrounding white space.
    span: Span,
    /// White space before it, in columns.
    indent: usize,
    /// Width in columns, indent included; in bytes, for lines beyond all margins. Zero until it is measured.
    columns: usize,
    /// Width of its first word, likewise.
    first_word: usize,
    /// Whether a blank line, or the start of the text, stands before it.
    after_blank: bool,
    kind: BlockKind,
}

impl Line {
    fn measure(&mut self, text: &str) {
        let inside = self.span.of(text);
        let wide = inside.len() > BEYOND_MARGINS;
        self.columns = self.indent + if wide { inside.len() } else { columns(inside) };
        let first_word = inside.find(char::is_whitespace).unwrap_or(inside.len());
        self.first_word = inside.get(..first_word).map_or(0, columns);
    }
}

/// The blocks of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut lines = lines(text);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut margin = None;
    for run in lines.chunk_by_mut(|_, next| !next.after_blank) {
        // A line alone goes on in no other, however wide it is.
        if run.len() > 1 {
            run.iter_mut().for_each(|line| line.measure(text));
        }
        let own = margin_of(run, text);
        margin = own.or(margin);
        let mut previous: Option<&Line> = None;
        for line in &*run {
            let continues = previous.is_some_and(|previous| {
                let same = match line.kind {
                    BlockKind::Paragraph => !matches!(previous.kind, BlockKind::Heading | BlockKind::Quote),
                    BlockKind::Quote => previous.kind == BlockKind::Quote,
                    _ => false,
                };
                same && margin.is_some_and(|margin| is_broken_at(margin, previous, line, text, own.is_some()))
            });
            match blocks.last_mut() {
                Some(block) if continues => block.span = block.span.join(line.span),
                _ => blocks.push(Block { kind: line.kind, span: line.span }),
            }
            previous = Some(line);
        }
    }
    blocks
}

/// Every line with something on it.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    while start < text.len() {
        let piece = Span::new(start, start + line_length(text.as_bytes().get(start..).unwrap_or_default()));
        let piece = piece.of(text);
        let inside = piece.trim();
        // The second half of "\r\n" is no blank line.
        if inside.is_empty() {
            after_blank |= piece != "\n" || !text.get(..start).is_some_and(|before| before.ends_with('\r'));
        } else {
            let lead = piece.len() - piece.trim_start().len();
            let indent = if lead == 0 { 0 } else { columns(piece.get(..lead).unwrap_or_default()) };
            let kind = kind_by_marker(inside);
            let span = Span::new(start + lead, start + lead + inside.len());
            lines.push(Line { span, indent, columns: 0, first_word: 0, after_blank, kind });
            after_blank = false;
        }
        start += piece.len();
    }
    lines
}

/// Length of the first line in bytes, with what ends it: a line feed, carriage return or form feed, U+0085, U+2028
/// or U+2029. Their last bytes are looked for: first ones begin every curly quotation mark, too.
fn line_length(bytes: &[u8]) -> usize {
    let is_last = |byte| matches!(byte, b'\n' | b'\r' | 0xC | 0x85 | 0xA8 | 0xA9);
    let mut end = 0;
    while let Some(found) = bytes.get(end..).and_then(|rest| find(rest, is_last)) {
        end += found + 1;
        let line = bytes.get(..end).unwrap_or_default();
        if matches!(line, [.., b'\n' | b'\r' | 0xC] | [.., 0xC2, 0x85] | [.., 0xE2, 0x80, 0xA8 | 0xA9]) {
            return end;
        }
    }
    bytes.len()
}

/// The margin at which the lines of a run were broken, if they were.
#[inline(never)]
fn margin_of(run: &[Line], text: &str) -> Option<usize> {
    let plain = |line: &&Line| matches!(line.kind, BlockKind::Paragraph | BlockKind::Quote);
    let margin = run.iter().filter(plain).map(|line| line.columns).max()?;
    if !(NARROWEST_MARGIN..=WIDEST_MARGIN).contains(&margin) {
        return None;
    }
    let (mut full, mut amid) = (0, 0);
    for pair in run.windows(2) {
        let [line, next] = pair else { continue };
        if is_full(margin, line, next) {
            full += 1;
            amid += usize::from(goes_on(line, next, text));
        }
    }
    // Indents and short last lines of paragraphs make a quarter of the breaks of wrapped text at most;
    // and a third of the others fall before a word that cannot begin a sentence.
    let breaks = run.len() - 1;
    (breaks > 0 && full * 4 >= breaks * 3 && amid * 3 >= full.max(1)).then_some(margin)
}

/// Whether the line goes on in the next: broken at the margin, and not the start of an indented paragraph.
fn is_broken_at(margin: usize, line: &Line, next: &Line, text: &str, own: bool) -> bool {
    let indented = next.indent >= line.indent + 2 && !goes_on(line, next, text);
    !indented
        && line.columns <= WIDEST_MARGIN
        && is_full(margin, line, next)
        && (own || !ends_sentence(line.span.of(text)))
}

/// Whether the first word of the next line would not have fitted in this one.
fn is_full(margin: usize, line: &Line, next: &Line) -> bool {
    line.columns + 1 + next.first_word + SLACK > margin && line.columns * 2 > margin
}

/// Whether the next line begins in the middle of a sentence.
fn goes_on(line: &Line, next: &Line, text: &str) -> bool {
    let first = next.span.of(text).chars().find(|c| c.is_alphanumeric());
    let cased = first.is_some_and(|c| c.is_uppercase());
    !cased && first.is_some() && !ends_sentence(line.span.of(text))
}

/// Whether a text ends with a mark that ends a sentence, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）' | '*' | '_')
    });
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '．', '।', '۔', '؟', '։'])
}

/// Whether a text reads as a sentence and not as a name, a date or a label: it ends like one, and is no shorter.
pub(super) fn is_sentence(text: &str) -> bool {
    ends_sentence(text) && text.split_whitespace().nth(6).is_some()
}

/// Role that the first signs of a line give it: Markdown headings, quotation signs, bullets and numbers.
#[inline(never)]
fn kind_by_marker(line: &str) -> BlockKind {
    let mut chars = line.chars();
    match chars.next() {
        Some('#') => {
            let rest = line.trim_start_matches('#');
            let level = line.len() - rest.len();
            if level <= 6 && rest.starts_with(' ') { BlockKind::Heading } else { BlockKind::Paragraph }
        }
        Some('>') => BlockKind::Quote,
        Some('•' | '▪' | '‣' | '◦' | '●' | '■' | '➢' | '✓') => BlockKind::ListItem,
        Some('-' | '*' | '+') if chars.next() == Some(' ') => BlockKind::ListItem,
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = line.len() - rest.len() <= 3
                && (rest.starts_with(". ") || rest.starts_with(") "))
                && rest.chars().nth(2).is_some_and(|c| c.is_alphabetic());
            if numbered { BlockKind::ListItem } else { BlockKind::Paragraph }
        }
        _ => BlockKind::Paragraph,
    }
}

/// Width of a text in columns of a terminal: two for East Asian signs, tabs as eight.
pub(super) fn columns(text: &str) -> usize {
    // Signs below U+1100 and those of general punctuation are one column wide: bytes tell enough.
    let narrow = |byte: u8| byte < 0xE1 || byte == 0xE2;
    let bytes = text.as_bytes();
    let follows = bytes.get(1..).unwrap_or_default();
    let wide = bytes.iter().fold(false, |wide, &byte| wide | !narrow(byte))
        | bytes
            .iter()
            .zip(follows)
            .fold(false, |wide, (&byte, &next)| wide | (byte == 0xE2) & (next >= 0xBA));
    if !wide {
        let width = |byte: u8| u16::from(byte & 0xC0 != 0x80) + 7 * u16::from(byte == b'\t');
        // Lines are short enough for sixteen bits, which add up faster.
        return bytes
            .chunks(4096)
            .map(|part| part.iter().map(|&byte| width(byte)).sum::<u16>() as usize)
            .sum();
    }
    text.chars()
        .map(|c| match c {
            '\t' => 8,
            '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 2,
            '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff60}'
            | '\u{20000}'..='\u{3fffd}' => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        blocks(text).iter().map(|block| block.span.of(text)).collect()
    }

    #[test]
    fn lines_broken_at_a_margin_are_one_paragraph() {
        let mail = "The council met on Tuesday evening to hear what residents of the harbour\n\
                    quarter think of the new timetable, and heard mostly complaints about the\n\
                    early boats.\n\
                    \x20   A second meeting will follow in the autumn, when the operator has read\n\
                    the answers and Mayor Ada Park is back.\n\
                    \n\
                    Nobody from the company came, although two of its managers had been asked\n\
                    Monday to attend.\n";
        let found = texts(mail);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found.iter().all(|paragraph| paragraph.ends_with('.')));
    }

    #[test]
    fn lines_of_a_copied_page_stay_apart() {
        let page = "Harbour boats will leave later from May, company says after protest\n\
                    Operator answers residents who counted empty seats for weeks on end\n\
                    Photo: A. Smith\n\
                    The first boat will leave at seven, the company said on Tuesday in a short statement to the council, and the last at ten.\n\
                    Residents welcomed it.";
        assert_eq!(texts(page).len(), 5);
        assert_eq!(texts("Text Size\r\nClose\r\n\r\nTop"), ["Text Size", "Close", "Top"]);
    }

    #[test]
    fn markers_give_roles() {
        let kinds = |text: &str| blocks(text).iter().map(|block| block.kind).collect::<Vec<_>>();
        use BlockKind::{Heading, ListItem, Paragraph, Quote};
        assert_eq!(
            kinds("# Title\nSome text\n\n> quoted\n- one\n- two\n\n1. three"),
            [Heading, Paragraph, Quote, ListItem, ListItem, ListItem]
        );
        assert_eq!(kinds("#tag and\n\n3.5 million\n\n2024. A year"), [Paragraph; 3]);
    }
}
