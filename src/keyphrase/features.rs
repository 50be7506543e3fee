//! What can be said of a candidate in a few numbers: the features that the ranking weighs.

use super::candidates::Candidates;
use super::runs::Runs;
use crate::language::{Tag, WordId};

macro_rules! features {
    ($($name:ident $text:literal $what:literal [$more:literal, $less:literal]),* $(,)?) => {
        /// A number that speaks for or against a candidate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature { $(#[doc = $what] $name,)* }

        impl Feature {
            /// Every feature, in the order of [`Features`].
            pub const ALL: &'static [Feature] = &[$(Feature::$name),*];

            /// The name under which the weights list it.
            pub fn as_str(self) -> &'static str {
                match self { $(Feature::$name => $text),* }
            }

            /// What it says, for a reader.
            pub fn meaning(self) -> &'static str {
                match self { $(Feature::$name => $what),* }
            }

            /// What is to be said of a candidate that has more of it than others (or else less).
            pub fn description(self, more: bool) -> &'static str {
                match (self, more) { $((Feature::$name, true) => $more, (Feature::$name, false) => $less),* }
            }
        }
    };
}

features! {
    Count "count" "How often it occurs (logarithm of one more)."
        ["occurs often", "occurs seldom"],
    Whole "whole" "How often it stands alone, not inside a longer phrase (logarithm of one more)."
        ["stands on its own", "seldom stands on its own"],
    Words "words" "How often its words occur, in whatever phrase (mean logarithm of one more)."
        ["its words are said often", "its words are said seldom"],
    Spread "spread" "In how many sentences it occurs, against all there are (logarithms)."
        ["said in many sentences", "said in few sentences"],
    Early "early" "How far from the beginning it first occurs, in words (logarithm of one more)."
        ["comes late", "comes early"],
    Body "body" "How far into the text under the title it first occurs, in words (logarithm of one more)."
        ["said late", "said early"],
    Title "title" "The share of its words that the title has."
        ["in the title", "not in the title"],
    Letters "letters" "How long its words are (logarithm of their mean length without endings)."
        ["long words", "short words"],
    Single "single" "Whether it is one word."
        ["one word only", "more than one word"],
    SingleName "single-name" "Whether it is one word, and how often that word is a name."
        ["a name of one word", "not a name of one word"],
    Name "name" "The share of its words that are names."
        ["a name", "not a name"],
    Capital "capital" "The share of its words that have a capital inside a sentence."
        ["written with capitals", "written without capitals"],
    Participle "participle" "The share of its words that are participles or other verbs."
        ["holds a verb", "holds no verb"],
    General "general" "The share of its words that go with any topic."
        ["catch-all words", "no catch-all words"],
}

/// A value for each [`Feature`].
pub type Features = [f32; Feature::ALL.len()];

/// What the features of all candidates of an article have in common.
pub(super) struct Measure<'r> {
    runs: &'r Runs,
    candidates: &'r Candidates,
    /// For each stem: logarithm of one more than its count, length in characters, whether the title has it.
    stems: Vec<(f32, f32, bool)>,
    sentences: f32,
    /// Logarithms of one more than each of the first numbers: most counts are small, and each candidate has several.
    logarithms: [f32; SMALL],
}

/// How many logarithms are kept.
const SMALL: usize = 64;

/// A logarithm. Platforms differ in the last digit of theirs, which taken in twice the digits is not among those kept.
#[inline(never)]
fn logarithm(number: f64) -> f32 {
    number.ln() as f32
}

fn ln_1p(count: u32) -> f32 {
    logarithm(f64::from(count) + 1.0)
}

impl<'r> Measure<'r> {
    pub(super) fn new(runs: &'r Runs, candidates: &'r Candidates) -> Self {
        let logarithms = std::array::from_fn(|number| ln_1p(number as u32));
        let mut measure =
            Self { runs, candidates, stems: Vec::new(), sentences: ln_1p(runs.sentences), logarithms };
        let stems = (0..).map(WordId).zip(&candidates.stems).map(|(id, stem)| {
            (measure.ln_1p(stem.count), runs.stems.text(id).chars().count() as f32, stem.in_title)
        });
        measure.stems = stems.collect();
        measure
    }

    fn ln_1p(&self, count: u32) -> f32 {
        self.logarithms.get(count as usize).copied().unwrap_or_else(|| ln_1p(count))
    }

    /// The mean of each feature over all candidates.
    pub(super) fn average(&self) -> Features {
        let mut sums = [0.0; Feature::ALL.len()];
        let count = self.candidates.list.len();
        for candidate in 0..count as u32 {
            sums.iter_mut().zip(self.of(candidate)).for_each(|(sum, value)| *sum += f64::from(value));
        }
        sums.map(|sum| (sum / count.max(1) as f64) as f32)
    }

    /// The features of one candidate.
    #[inline(never)]
    pub(super) fn of(&self, candidate: u32) -> Features {
        let tally = &self.candidates.tallies[candidate as usize];
        let candidate = &self.candidates.list[candidate as usize];
        let words = candidate.items(&self.runs.items);
        let length = words.len().max(1) as f32;
        let share = |count: usize| count as f32 / length;
        let (mut frequency, mut letters, mut in_title) = (0.0, 0.0, 0);
        for item in words {
            let (count, length, title) = self.stems[item.stem.0 as usize];
            frequency += count;
            letters += length;
            in_title += usize::from(title);
        }
        let tagged = |tag: fn(Tag) -> bool| share(words.iter().filter(|item| tag(item.tag)).count());
        let single = f32::from(words.len() == 1);
        let name = tally.names as f32 / (length * tally.count.max(1) as f32);
        let body = if tally.in_body == u32::MAX { self.runs.tokens } else { tally.in_body };
        let mut all = [0.0; Feature::ALL.len()];
        let mut note = |feature: Feature, value: f32| all[feature as usize] = value;
        note(Feature::Count, self.ln_1p(tally.count));
        note(Feature::Whole, self.ln_1p(tally.whole));
        note(Feature::Words, frequency / length);
        note(Feature::Spread, self.ln_1p(tally.sentences) / self.sentences.max(f32::EPSILON));
        note(Feature::Early, self.ln_1p(candidate.first));
        note(Feature::Body, self.ln_1p(body.saturating_sub(self.runs.title_tokens)));
        note(Feature::Title, share(in_title));
        note(Feature::Letters, logarithm(f64::from(letters / length).max(1.0)));
        note(Feature::Single, single);
        note(Feature::SingleName, single * name);
        note(Feature::Name, name);
        note(Feature::Capital, tally.capitals as f32 / tally.within.max(1) as f32);
        note(Feature::General, share(words.iter().filter(|item| item.general).count()));
        note(Feature::Participle, tagged(|tag| tag == Tag::Verb));
        all
    }
}
