//! Roles of blocks, from where they stand: what comes before the first and after the last paragraph of
//! running text is searched for title, byline, date and noise; between them only what is noise anywhere is
//! set apart. Where the rules do not know, a block stays part of the article.

use super::credits::{marked, under_title};
use super::dates::Moment;
use super::lexicon::Zone;
use super::noise::{self, Noise};
use super::script::{self, Script};
use super::{Block, BlockKind, lines};
use crate::bytes::seek_all;

/// Narrowest paragraph of running text, in columns.
const NARROWEST_PROSE: usize = 80;
/// From this width on, a block is running text whatever it ends with: Thai sentences end without a sign.
const CERTAIN_PROSE: usize = 160;
/// Widest title, in columns.
const WIDEST_TITLE: usize = 220;
/// Widest heading, in columns.
const WIDEST_HEADING: usize = 90;
/// Narrowest title whose repetition at the start of a longer line makes that line a caption.
const NARROWEST_REPEATED: usize = 30;

/// Widest rest of such a caption, in columns.
const WIDEST_AFTER_TITLE: usize = 160;

/// What the blocks say about their article.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    /// Of the whole document, as its source gives it.
    pub(super) language: Option<String>,
}

/// One block, looked at by itself.
struct Look<'t> {
    text: &'t str,
    columns: usize,
    noise: Option<Noise>,
    stamp: Option<(Moment, bool)>,
    ends: bool,
}

impl Look<'_> {
    fn is_prose(&self, narrowest: usize) -> bool {
        self.noise.is_none()
            && self.stamp.is_none()
            && (self.columns >= CERTAIN_PROSE || self.columns >= narrowest && self.ends)
    }

    /// A line of its own that no sentence ends.
    fn is_short(&self, widest: usize) -> bool {
        !self.ends && self.columns <= widest && !self.text.ends_with([',', ';', ':', '，', '、', '：', '；'])
    }
}

/// Gives every block its role. `title` is the title where it is known from elsewhere.
#[inline(never)]
pub(super) fn assign(text: &str, blocks: &mut [Block], title: Option<&str>) -> Metadata {
    let mut looks: Vec<Look> = blocks.iter().map(|block| look(block.span.of(text))).collect();
    captions_beside_credits(&mut looks);
    let mut metadata = Metadata { title: title.map(str::to_owned), ..Metadata::default() };
    let Some((mut first, last)) = body(&looks) else { return metadata };
    let script = looks.get(first).and_then(|look| script::of(look.text)).map(|(script, _)| script);
    let place = find_title(&looks, first, title, script);
    if let Some(place) = place
        && place >= first
    {
        first = (place + 1..=last)
            .find(|&at| looks.get(at).is_some_and(|look| look.is_prose(NARROWEST_PROSE)))
            .unwrap_or(place + 1);
    }
    if let Some(look) = place.and_then(|place| looks.get(place)) {
        metadata.title.get_or_insert_with(|| bare_title(look.text).to_owned());
    }
    let title = metadata.title.clone();
    let mut setting =
        Setting { title: title.as_deref(), script, copied: is_copied(&looks, first), closed: false };
    let mut changed = None;
    for (at, (block, look)) in blocks.iter_mut().zip(&looks).enumerate() {
        if place == Some(at) {
            block.kind = BlockKind::Title;
            continue;
        }
        let part = if at < first {
            Part::Head
        } else if at > last {
            Part::Tail
        } else {
            Part::Body
        };
        let edge = part != Part::Body;
        if edge && let Some((moment, later)) = look.stamp {
            note(moment, later, &mut metadata.published, &mut changed);
            block.kind = BlockKind::Note;
        } else if edge
            && metadata.byline.is_none()
            && let Some((byline, date)) = if place.is_some_and(|place| place < at) && part == Part::Head {
                under_title
            } else {
                marked
            }(look.text)
        {
            metadata.byline = Some(byline.to_owned());
            if let Some((moment, later)) = date {
                note(moment, later, &mut metadata.published, &mut changed);
            }
            block.kind = BlockKind::Note;
        } else if let Some(kind) = setting.role(look, part) {
            block.kind = kind;
        // The name of a column, links to others.
        } else if place.is_some_and(|place| at < place) && look.is_short(WIDEST_HEADING) {
            block.kind = BlockKind::Note;
        } else if block.kind == BlockKind::Paragraph && look.is_short(WIDEST_HEADING) && at < last {
            let next = looks.get(at + 1);
            if part == Part::Head
                || next.is_some_and(|next| next.columns > look.columns && next.noise.is_none())
            {
                block.kind = BlockKind::Heading;
            }
        }
    }
    metadata.published =
        metadata.published.or(changed).or_else(|| looks.get(first).and_then(|look| opening_date(look.text)));
    metadata
}

fn look(text: &str) -> Look<'_> {
    Look {
        text,
        columns: lines::columns(text),
        noise: noise::recognise(text),
        stamp: noise::timestamp(text),
        ends: lines::ends_sentence(text),
    }
}

/// A sentence that ends with a date and stands beside a bare credit is the caption that goes with it.
fn captions_beside_credits(looks: &mut [Look<'_>]) {
    let is_credit = |look: &Look| look.noise.is_some_and(|noise| noise.credit);
    for at in 0..looks.len() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let credited = beside.into_iter().flatten().any(|at| looks.get(at).is_some_and(is_credit));
        if let Some(look) = looks.get_mut(at)
            && credited
            && look.noise.is_none()
            && look.columns <= 400
            && ends_with_date(look.text)
        {
            look.noise = Some(Noise { kind: BlockKind::Caption, zone: Zone::Any, credit: false });
        }
    }
}

/// Whether a sentence ends with a date, as captions of agencies do.
#[inline(never)]
fn ends_with_date(text: &str) -> bool {
    let tail = text.get(text.floor_char_boundary(text.len().saturating_sub(40))..).unwrap_or_default();
    super::dates::find(tail).is_some_and(|(moment, span)| {
        moment.has_day()
            && tail.get(span.end as usize..).is_some_and(|rest| rest.trim_matches(['.', ' ', ')']).is_empty())
    })
}

/// First and last paragraph of running text; of the longest block where none is long enough.
fn body(looks: &[Look<'_>]) -> Option<(usize, usize)> {
    let between = |narrowest: usize| {
        let first = looks.iter().position(|look| look.is_prose(narrowest))?;
        Some((first, looks.iter().rposition(|look| look.is_prose(narrowest))?))
    };
    between(NARROWEST_PROSE).or_else(|| between(NARROWEST_PROSE / 2)).or_else(|| {
        let longest = (0..looks.len()).max_by_key(|&at| looks.get(at).map_or(0, |look| look.columns))?;
        Some((longest, longest))
    })
}

/// The first line that is neither noise nor a date nor in another script; a paragraph only where it is the
/// first block and reads like a headline.
#[inline(never)]
fn find_title(
    looks: &[Look<'_>],
    first: usize,
    known: Option<&str>,
    script: Option<Script>,
) -> Option<usize> {
    if looks.len() < 2 {
        return None;
    }
    if let Some(known) = known {
        let known = known.trim();
        return looks.iter().take(first + 1).position(|look| bare_title(look.text) == known);
    }
    let place = looks.iter().take(first + 1).position(|look| {
        look.noise.is_none()
            && look.stamp.is_none()
            && !is_foreign(look.text, script)
            && marked(look.text).is_none()
    })?;
    let look = looks.get(place)?;
    let opens_letter = look.text.ends_with([',', ':', ';', '，', '：']);
    let is_body = place == first && place > 0 || look.columns > WIDEST_TITLE || has_sentences(look.text);
    (!opens_letter && !is_body).then_some(place)
}

/// A title without Markdown's sign and without a byte order mark before it.
fn bare_title(text: &str) -> &str {
    text.trim_start_matches(['#', '\u{feff}', '\u{200b}', ' ']).trim()
}

/// Whether a line holds several sentences, so that it is running text.
fn has_sentences(text: &str) -> bool {
    let breaks = seek_all(text, ". ").filter(|&at| {
        let before = text.get(..at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let after = text.get(at + 2..).and_then(|rest| rest.chars().next());
        word.chars().count() > 3
            && word.chars().all(char::is_lowercase)
            && after.is_some_and(char::is_uppercase)
    });
    breaks.count() >= 1 && lines::ends_sentence(text)
}

/// Whether a line is wholly in another script than the body.
fn is_foreign(text: &str, script: Option<Script>) -> bool {
    match (script::of(text), script) {
        (Some((own, true)), Some(script)) => own != script,
        _ => false,
    }
}

/// Whether the lines before the body show that the text was copied from a page.
#[inline(never)]
fn is_copied(looks: &[Look<'_>], first: usize) -> bool {
    looks
        .iter()
        .take(first)
        .any(|look| look.noise.is_some() || look.stamp.is_some() || marked(look.text).is_some())
}

/// Where a block stands: before the running text, between its first paragraph and its last, or after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Body,
    Tail,
}

/// What is known while going through the blocks.
struct Setting<'t> {
    title: Option<&'t str>,
    script: Option<Script>,
    copied: bool,
    /// Whether the copyright line, or the list of other articles, has been passed.
    closed: bool,
}

impl Setting<'_> {
    /// The role of a block that is no part of the article, if it is none.
    #[inline(never)]
    fn role(&mut self, look: &Look<'_>, part: Part) -> Option<BlockKind> {
        let (edge, tail) = (part != Part::Body, part == Part::Tail);
        if let Some(noise) = look.noise {
            let counts = match noise.zone {
                Zone::Any | Zone::Close => true,
                Zone::Edge => edge,
                Zone::Tail => tail,
            };
            if counts {
                self.closed |= tail && matches!(noise.zone, Zone::Tail | Zone::Close);
                let credit = noise.zone == Zone::Close && !tail && look.text.starts_with('©');
                return Some(if credit { BlockKind::Caption } else { noise.kind });
            }
        }
        if self.repeats_title(look) {
            return Some(BlockKind::Caption);
        }
        if !edge {
            return None;
        }
        if is_foreign(look.text, self.script) || tail && self.closed {
            return Some(BlockKind::Chrome);
        }
        // The place an article was sent from, or the name of its column.
        (part == Part::Head && self.copied && look.is_short(24) && look.text.split_whitespace().count() <= 3)
            .then_some(BlockKind::Note)
    }

    /// Whether a line is the title again, alone or before the words of a caption.
    #[inline(never)]
    fn repeats_title(&self, look: &Look<'_>) -> bool {
        let Some(title) = self.title else { return false };
        let Some(rest) = look.text.strip_prefix(title) else { return false };
        let columns = lines::columns(title);
        match rest.chars().next() {
            None => columns >= NARROWEST_REPEATED || !look.ends,
            Some(' ' | '\u{a0}' | '.' | ':' | '-' | '|') => {
                columns >= NARROWEST_REPEATED && look.columns - columns <= WIDEST_AFTER_TITLE
            }
            Some(_) => false,
        }
    }
}

/// Notes the first date there is, of the article or, `later`, of a change to it.
fn note(moment: Moment, later: bool, published: &mut Option<String>, changed: &mut Option<String>) {
    if later { changed } else { published }.get_or_insert_with(|| moment.to_string());
}

/// The date that a first paragraph opens with: "Thursday, May 7, 2015 On Tuesday …", "22 mai 2012. - …".
#[inline(never)]
fn opening_date(text: &str) -> Option<String> {
    let opening = text.get(..text.floor_char_boundary(60))?;
    let (moment, span) = super::dates::find(opening)?;
    let before = opening.get(..span.start as usize)?;
    let bare = before
        .split(|c: char| !c.is_alphabetic())
        .all(|word| word.is_empty() || super::dates::is_weekday(word));
    let rest = opening.get(span.end as usize..)?.trim_start();
    let apart = rest.starts_with(['-', '–', '—', '.', ':', '|', ')']) || rest.starts_with(char::is_uppercase);
    (moment.has_day() && bare && apart).then(|| moment.to_string())
}
