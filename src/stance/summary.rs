//! An article's stances at a glance: how much each speaker is let speak, what each is for and against and asks
//! and promises, and how dense the eleven kinds are in the author's own words and in those of others.
//!
//! Not part of the analysis itself, whose form is fixed: it comes from
//! [`analyse_and_summarise`](crate::analyse_and_summarise).

use serde::{Serialize, Serializer};

use super::Findings;
use crate::analysis::StanceTag;
use crate::collections::{Named, Numbered, pair, sort_by_number};
use crate::language::{Reading, Tag, lemma::lemma, words};
use crate::span::Span;

/// Stances per 1,000 words, by tag: those that occur, in the order of the tags. Written as an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile(Vec<(StanceTag, f32)>);

/// How often each tag occurs.
type Counts = [u32; StanceTag::ALL.len()];

impl Profile {
    /// Tags and how often each occurs per 1,000 words.
    pub fn iter(&self) -> impl Iterator<Item = (StanceTag, f32)> {
        self.0.iter().copied()
    }

    fn of(counts: &Counts, words: u32) -> Self {
        let each = StanceTag::ALL.iter().zip(counts).filter(|&(_, &count)| count > 0 && words > 0);
        Self(each.map(|(&tag, &count)| (tag, count as f32 * 1000.0 / words as f32)).collect())
    }
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A summary of the stances of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Words of the article: tokens of its content blocks that are neither punctuation nor symbols.
    pub words: u32,
    /// All stances, whoever holds them, per 1,000 words of the article.
    pub profile: Profile,
    /// The author's own wording.
    pub author: Voice,
    /// Everybody else, most heard first.
    pub speakers: Vec<Voice>,
}

/// One voice of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Voice {
    /// Index in [`Analysis::speakers`](crate::Analysis::speakers); null for the author.
    pub speaker: Option<u32>,
    /// Name, where there is one.
    pub name: Option<String>,
    /// Words of this voice; for a speaker, those reported of it.
    pub words: u32,
    /// Part of all reported words, from 0 to 1; 0 for the author.
    pub share: f32,
    /// Stances that stand in the words of this voice, per 1,000 of them; empty where there are none.
    pub profile: Profile,
    /// What this voice is for.
    pub supports: Vec<Target>,
    /// What it is against.
    pub opposes: Vec<Target>,
    /// What it asks for.
    pub demands: Vec<Target>,
    /// What it promises.
    pub pledges: Vec<Target>,
}

/// Something that one voice takes a position on, perhaps several times in different forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    /// As the article words it the first time.
    pub text: String,
    /// Indices in [`Analysis::stances`](crate::Analysis::stances).
    pub stances: Vec<u32>,
}

/// Sums up what was found in an article.
#[inline(never)]
pub(crate) fn summarise(reading: &Reading<'_>, findings: &Findings) -> Summary {
    let owners = owners(reading, findings);
    let voices = findings.speakers.len() + 1;
    let mut words = vec![0_u32; voices];
    for &owner in owners.iter().flatten() {
        if let Some(count) = words.get_mut(owner) {
            *count += 1;
        }
    }
    let reported: u32 = words.iter().skip(1).sum();
    let mut counts = vec![Counts::default(); voices];
    let mut total = Counts::default();
    for stance in &findings.stances {
        total[stance.tag as usize] += 1;
        let token = reading.tokens.partition_point(|token| token.span.end <= stance.span.start);
        let owner = owners.get(token).copied().flatten();
        if let Some(count) = owner.and_then(|owner| counts.get_mut(owner)) {
            count[stance.tag as usize] += 1;
        }
    }
    let mut all: Vec<Voice> = (0..voices)
        .map(|index| {
            let speaker = index.checked_sub(1).map(|id| id as u32);
            let said = words.get(index).copied().unwrap_or_default();
            Voice {
                speaker,
                name: speaker.and_then(|id| Some(findings.speakers.get(id as usize)?.name.clone())),
                words: said,
                share: if index > 0 && reported > 0 { said as f32 / reported as f32 } else { 0.0 },
                profile: counts.get(index).map(|counts| Profile::of(counts, said)).unwrap_or_default(),
                ..Voice::default()
            }
        })
        .collect();
    gather_targets(reading, findings, &mut all);
    let author = all.remove(0);
    sort_by_number(&mut all, |voice| !u64::from(voice.words));
    let words = words.iter().sum();
    Summary { words, profile: Profile::of(&total, words), author, speakers: all }
}

/// For each token of the content blocks, whose it is: 0 the author's, else one more than the speaker's index.
/// Words reported within reported words belong to the inner speaker.
#[inline(never)]
fn owners(reading: &Reading<'_>, findings: &Findings) -> Vec<Option<usize>> {
    let mut owners = vec![None; reading.tokens.len()];
    for sentence in &reading.sentences {
        let block = reading.blocks.get(sentence.block as usize);
        if block.is_some_and(|block| block.kind.is_content()) {
            let tokens = sentence.tokens.range();
            for (owner, token) in owners[tokens.clone()].iter_mut().zip(&reading.tokens[tokens]) {
                *owner = (!matches!(token.tag, Tag::Punct | Tag::Sym)).then_some(0);
            }
        }
    }
    let unknown = findings.speakers.iter().position(|speaker| speaker.name == super::holder::UNKNOWN);
    let mut contents: Vec<(Span, usize)> = Vec::new();
    for attribution in &findings.attributions {
        if let Some(speaker) = attribution.speaker.map(|id| id as usize).or(unknown) {
            contents.extend(attribution.content.iter().map(|&span| (span, speaker + 1)));
        }
    }
    // From the outside in, so that the inner speaker has the last word. Contents nest only a few deep.
    sort_by_number(&mut contents, |(span, _)| pair(span.start, !span.end));
    for (span, speaker) in contents {
        owners[reading.tokens_in(span).range()].iter_mut().flatten().for_each(|owner| *owner = speaker);
    }
    owners
}

/// Puts each stance with a target into its holder's list, merged where they are about the same.
#[inline(never)]
fn gather_targets(reading: &Reading<'_>, findings: &Findings, voices: &mut [Voice]) {
    let (mut heads, mut known) = (Named::default(), Numbered::default());
    for (index, stance) in findings.stances.iter().enumerate() {
        let Some(span) = stance.target else { continue };
        let holder = stance.holder.map_or(0, |id| id as usize + 1);
        let Some(list) = voices.get_mut(holder).and_then(|voice| voice.targets_of(stance.tag)) else {
            continue;
        };
        let next = heads.len() as u32;
        let head = *heads.entry(head(reading, span)).or_insert(next);
        let about = pair((holder * StanceTag::ALL.len() + stance.tag as usize) as u32, head);
        let place = *known.entry(about).or_insert(list.len() as u32) as usize;
        if place == list.len() {
            list.push(Target { text: reading.on_one_line(span), stances: Vec::new() });
        }
        list[place].stances.push(index as u32);
    }
    for voice in voices {
        for tag in [StanceTag::Support, StanceTag::Oppose, StanceTag::Demand, StanceTag::Pledge] {
            if let Some(list) = voice.targets_of(tag) {
                sort_by_number(list, |target| !(target.stances.len() as u64));
            }
        }
    }
}

impl Voice {
    fn targets_of(&mut self, tag: StanceTag) -> Option<&mut Vec<Target>> {
        match tag {
            StanceTag::Support => Some(&mut self.supports),
            StanceTag::Oppose => Some(&mut self.opposes),
            StanceTag::Demand => Some(&mut self.demands),
            StanceTag::Pledge => Some(&mut self.pledges),
            _ => None,
        }
    }
}

/// What a target is about, in base forms: the last noun before a preposition, with the noun before it ("tax reform"), or
/// the name that it is part of; with the verbs and the negation before it ("not raise tax").
fn head(reading: &Reading<'_>, span: Span) -> String {
    let range = reading.tokens_in(span).range();
    let mut key = String::new();
    let mut add = |at: usize| {
        key.push(' ');
        key.push_str(&lemma(reading.lower(at), reading.tokens[at].tag));
    };
    let mut head = None;
    for at in range.clone() {
        match reading.tokens[at].tag {
            Tag::Noun | Tag::Propn => head = Some(at),
            Tag::Adp | Tag::Verb | Tag::Sconj if head.is_some() => break,
            Tag::Verb => add(at),
            _ if reading.is(at, words!["not", "n't", "n’t", "never", "no"]) => add(at),
            _ => {}
        }
    }
    let head = head.unwrap_or(range.start);
    if let Some(name) = reading.names.get(reading.names_before(head))
        && name.core.contains(head as u32)
    {
        return key + reading.span(reading.fullest(name).core).of(reading.text);
    }
    let before = head.wrapping_sub(1);
    if range.contains(&before) && matches!(reading.tokens[before].tag, Tag::Noun | Tag::Propn) {
        add(before);
    }
    if range.contains(&head) {
        add(head);
    }
    key
}
