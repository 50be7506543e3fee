//! What follows a reporting verb, by the frames of its entry: clauses, infinitives, those who hear it, objects, quotations.
//! Each frame is tried as a step of its own, the surer ones first.

use super::finder::Finder;
use super::frames::Frames;
use super::nominal::Asides;
use super::scan::range;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::{Phrase, RuleWord, Tag, TokenRange, words};
use crate::stance::speakers::vocabulary;

/// What is reported, as it follows its verb.
#[derive(Clone, Copy)]
pub(super) struct Complement {
    pub(super) content: TokenRange,
    /// Whether it makes the verb an act: "urged the town to", rather than words that were said.
    pub(super) tells_act: bool,
}

impl Complement {
    /// What was said.
    fn words(content: TokenRange) -> Self {
        Self { content, tells_act: false }
    }

    /// What was done in saying it.
    fn act(content: TokenRange) -> Self {
        Self { content, tells_act: true }
    }
}

/// Frames in which an object may follow.
const OBJECTS: Frames = Frames::NP.with(Frames::POSITION).with(Frames::AS).with(Frames::OBJECT);

impl<'r> Finder<'r, '_> {
    /// What follows the verb, by the first of its frames that is there.
    #[inline(never)]
    pub(super) fn complement(&self, cue: &Cue<'r>) -> Option<Complement> {
        let clause = self.own_clause(cue);
        if clause.is_some() || !self.is_act(cue) {
            return clause;
        }
        let to_hearer = self.hearer_with_infinitive(cue).or_else(|| self.hearer_with_clause(cue));
        if to_hearer.is_some() {
            return to_hearer;
        }
        if let Some(group) = self.own_infinitive(cue) {
            // "declined to comment" tells of nothing that was said.
            let silent = self.scan.lower(group.head as usize) == "comment";
            return (!silent).then(|| self.infinitive(cue, group));
        }
        self.quoted_infinitive(cue)
            .or_else(|| self.gerund(cue))
            .or_else(|| self.finding(cue))
            .or_else(|| self.as_of_object_before(cue))
            .or_else(|| self.object(cue))
            .or_else(|| self.quotation_further_on(cue))
            .or_else(|| self.quoted_object(cue))
            .or_else(|| self.after_preposition(cue))
    }

    /// "said (that) it was late", "questioned whether it was".
    fn own_clause(&self, cue: &Cue<'r>) -> Option<Complement> {
        let frames = cue.verb.frames;
        let clause = frames.has(Frames::CLAUSE)
            || frames.has(Frames::THAT) && self.scan.is(cue.after, words!["that", "whether", "how", "why"]);
        let told = !cue.group.is_infinitive() || frames.has(Frames::SAYING);
        (clause && told).then(|| self.clausal(cue, cue.after)).flatten().map(Complement::words)
    }

    /// "urged voters to stay", "called on the town to “keep the peace”".
    fn hearer_with_infinitive(&self, cue: &Cue<'r>) -> Option<Complement> {
        let scan = &self.scan;
        let hearer_end = self.hearer_end(cue, Frames::HEARER_TO)?;
        let to = scan.skip_adverbials(hearer_end, cue.end);
        // "“not to give in”"
        let quoted = |at| {
            self.opens_quotation(at).is_some()
                && (scan.is(at - 1, words!["to"]) || scan.is(at + 1, words!["to", "not"]))
        };
        (self.infinitive_at(to).is_some() || (to..to + 3).any(quoted))
            .then(|| Complement::act(range(cue.after, self.clause_end(cue, hearer_end))))
    }

    /// "told voters (that) it was late", "warned the town against floods".
    #[inline(never)]
    fn hearer_with_clause(&self, cue: &Cue<'r>) -> Option<Complement> {
        let scan = &self.scan;
        if let Some(hearer_end) = self.hearer_end(cue, Frames::HEARER) {
            if let Some(content) = self.clausal(cue, hearer_end) {
                return Some(Complement::words(content));
            }
            // "told reporters the plan to leave had failed": of two noun phrases the second has a verb.
            let second =
                scan.noun_from(hearer_end).is_some() && self.finite_before_pause(hearer_end, cue.end);
            if second || self.infinitive_at(hearer_end).is_some() {
                let first = if second { hearer_end } else { cue.after };
                return Some(Complement::words(range(first, self.clause_end(cue, hearer_end))));
            }
            let preposition = self.noun_end(cue.after).unwrap_or(hearer_end);
            if one_of!(scan.lower(cue.head()), "warn warns warned warning")
                && scan.is(preposition, words!["against", "of", "about"])
            {
                return Some(Complement::words(range(cue.after, self.nominal_end(cue, preposition + 1))));
            }
        }
        // "told the Herald’s “Morning Show” that he agrees": whoever hears it, "that" brings it in.
        const LONGEST_HEARER: usize = 10;
        let hears = cue.verb.frames.has(Frames::HEARER) && cue.verb.frames.has(Frames::CLAUSE);
        let mut near = (cue.after + 1..cue.end.min(cue.after + LONGEST_HEARER)).filter(|_| hears);
        let that = near.find(|&at| scan.is(at, words!["that"])).filter(|&that| that + 1 < cue.end)?;
        (cue.after..that)
            .all(|at| !scan.in_verb(at) && !scan.is_comma(at))
            .then(|| Complement::words(range(that + 1, self.clause_end(cue, that + 1))))
    }

    /// Where those end who hear what a verb with one of these frames says.
    fn hearer_end(&self, cue: &Cue<'_>, frames: Frames) -> Option<usize> {
        let scan = &self.scan;
        // "told cheering supporters that …"
        let after = cue.after + usize::from(scan.in_verb(cue.after) && scan.ends_in_ing(cue.after));
        let hears = cue.verb.frames.has(frames);
        hears.then(|| scan.full_noun_after(after, cue.end, Asides::None)).flatten()
    }

    /// The end of the base noun phrase that begins at a token.
    fn noun_end(&self, at: usize) -> Option<usize> {
        self.scan.noun_from(at).map(|noun| noun.tokens.range().end)
    }

    /// The infinitive that begins at a token, perhaps after "not".
    fn infinitive_at(&self, at: usize) -> Option<&'r Phrase> {
        let to = at + usize::from(self.scan.is(at, words!["not", "never"]));
        self.scan.verb_from(to).filter(|group| group.is_infinitive())
    }

    /// The infinitive of "promised (yesterday) to stay", "vowed on Monday to sell it", "agreed in 2019 to leave".
    fn own_infinitive(&self, cue: &Cue<'r>) -> Option<&'r Phrase> {
        let (scan, after) = (&self.scan, cue.after);
        if !cue.verb.frames.has(Frames::TO) {
            return None;
        }
        let past = scan.skip_adverbials(after, cue.end);
        let is_year = || scan.is(after, words!["in"]) && scan.lower(after + 1).starts_with(['1', '2']);
        let tells_when = scan.is(after, words!["on", "in"]) && (scan.is_time(after + 1) || is_year());
        let past = if tells_when { past } else { past.min(after + 1) };
        self.infinitive_at(past).or_else(|| self.infinitive_at(after))
    }

    /// "promised | not to go", "promised to | go".
    fn infinitive(&self, cue: &Cue<'r>, group: &Phrase) -> Complement {
        let tokens = group.tokens.range();
        let negated = self.scan.is(tokens.start - 1, words!["not", "never"]);
        let first = if negated { tokens.start - 1 } else { tokens.start + 1 };
        Complement::act(range(first, self.clause_end(cue, tokens.end)))
    }

    /// "promised to “fight every day”".
    fn quoted_infinitive(&self, cue: &Cue<'r>) -> Option<Complement> {
        let to = cue.verb.frames.has(Frames::TO) && self.scan.is(cue.after, words!["to"]);
        let quoted = to.then(|| self.opens_quotation(cue.after + 1)).flatten()?;
        Some(Complement::act(self.quoted_or_mixed(cue, cue.after + 1, quoted)))
    }

    /// "suggested waiting".
    fn gerund(&self, cue: &Cue<'r>) -> Option<Complement> {
        let (scan, after) = (&self.scan, cue.after);
        (cue.verb.frames.has(Frames::GERUND) && scan.ends_in_ing(after) && scan.tag(after) == Tag::Verb)
            .then(|| Complement::words(range(after, self.clause_end(cue, after + 1))))
    }

    /// "A survey found wide support for it": what a document finds, it reports.
    fn finding(&self, cue: &Cue<'r>) -> Option<Complement> {
        let scan = &self.scan;
        let finds = scan.is(cue.head(), words!["found", "finds", "find"]);
        let subject = self.subject(cue.index).filter(|_| finds)?;
        let noun = scan.noun_from(subject.tokens.start as usize)?;
        let finds = vocabulary::is_document(scan.rule_word(noun.head as usize))
            && scan.full_noun_after(cue.after, cue.end, Asides::None).is_some();
        finds.then(|| Complement::act(self.noun_phrase_from(cue)))
    }

    /// "whom she described as calm".
    fn as_of_object_before(&self, cue: &Cue<'r>) -> Option<Complement> {
        let as_ = cue.verb.frames.has(Frames::AS) && self.scan.is(cue.after, words!["as"]);
        (as_ && self.object_stands_before(cue)).then(|| Complement::act(self.noun_phrase_from(cue)))
    }

    /// A noun phrase right after the verb, with all that hangs on it.
    pub(super) fn noun_phrase_from(&self, cue: &Cue<'_>) -> TokenRange {
        range(cue.after, self.nominal_end(cue, cue.after + 1))
    }

    /// "endorsed the plan", "praised it as a gift", "called it a trick", "quoted Park as saying that it was late".
    #[inline(never)]
    fn object(&self, cue: &Cue<'r>) -> Option<Complement> {
        let (scan, frames) = (&self.scan, cue.verb.frames);
        // "called both Park and Bell reckless"
        let first = cue.after + usize::from(scan.is(cue.after, words!["both"]));
        let puts = one_of!(scan.lower(cue.head()), "put puts putting");
        let takes_object = frames.has(OBJECTS) || puts;
        let end = takes_object.then(|| scan.full_noun_after(first, cue.end, Asides::None)).flatten()?;
        if scan.is(end, words!["as"])
            && scan.is(end + 1, words!["saying"])
            && let Some(content) = self.clausal(cue, end + 2)
        {
            return Some(Complement::words(content));
        }
        let base_end = self.noun_end(first).unwrap_or(end);
        let asked = self.object_stands_before(cue);
        // "what he calls freedom | is a cage"
        let goes_on = asked && scan.finite_from(end).is_some();
        let meanwhile = scan.is(end, words!["as"]) && self.begins_meanwhile(end + 1);
        let close = if goes_on || meanwhile { end } else { self.nominal_end(cue, end) };
        let content = range(cue.after, close);
        // "The keeper denied Bell with a fine save": only what was said can be denied.
        let barred = || {
            scan.tag(base_end - 1) == Tag::Propn
                && one_of!(scan.lower(cue.head()), "deny denies denied denying")
        };
        (!meanwhile && self.object_is_judged(cue, base_end, end)
            || self.object_is_named(cue, end, asked)
            || puts && self.object_is_measured(base_end, end)
            || frames.has(Frames::POSITION.with(Frames::OBJECT)) && self.quotes_inside(cue, content)
            || frames.has(Frames::NP) && !barred())
        .then(|| Complement::act(content))
    }

    /// Whether what stands behind "as" is a clause of its own: "backs the plan as | crews warn of it", "as | he leaves"; but
    /// "as lies Bell told", "as it stands".
    fn begins_meanwhile(&self, at: usize) -> bool {
        let scan = &self.scan;
        let Some((noun, verb)) = scan.noun_from(at).zip(scan.verb_of_noun(at)) else { return false };
        let subject = noun.tokens.range();
        let many = scan.lower(subject.end - 1).ends_with('s')
            && subject.len() <= 2
            && subject.clone().all(|at| matches!(scan.tag(at), Tag::Noun | Tag::Adj | Tag::Verb));
        scan.is(at, words!["he", "she", "we"]) || many && scan.has_entry(verb.head as usize, Frames::ANY)
    }

    /// "described the raid as a crime", "accused the mayor of wasting money": what an object is praised or blamed for; it ends
    /// at `end`, its base noun phrase at `base_end`.
    fn object_is_judged(&self, cue: &Cue<'_>, base_end: usize, end: usize) -> bool {
        let scan = &self.scan;
        // "cast the raid as a crime", but not "cast a vote for": only praise and blame are for something.
        let blames = cue.verb.frames.has(Frames::POSITION);
        let brings_in = |at: usize| scan.is(at, words!["as"]) || blames && scan.is(at, words!["for", "of"]);
        let of = scan.is(base_end, words!["of"]);
        // The gerund may look like a noun.
        let accused = || {
            scan.ends_in_ing(base_end + 1)
                || one_of!(scan.lower(cue.head()), "accuse accuses accused accusing")
        };
        cue.verb.frames.has(Frames::AS.with(Frames::POSITION))
            && (brings_in(end) || if of { accused() } else { brings_in(base_end) })
    }

    /// "called it a trick", "named a task force": a name for something needs both of them; the first ends at `end`.
    fn object_is_named(&self, cue: &Cue<'_>, end: usize, asked: bool) -> bool {
        let scan = &self.scan;
        let article = usize::from(scan.is(end, words!["a", "an", "the"]));
        // "called the ruling on the steel a landmark"
        let second = if scan.is(end, words!["on"]) { self.noun_end(end + 1).unwrap_or(end) } else { end };
        cue.verb.frames.has(Frames::OBJECT)
            && (scan.noun_from(second).is_some() && !scan.is_time(second)
                || scan.is_quote_mark(end + article)
                // "what officials called a crime": the other of the two stands before.
                || asked
                || matches!(scan.tag(end), Tag::Adj | Tag::Adv)
                // "called the plan disheartening."
                || scan.tag(end) == Tag::Verb && (end + 1 >= cue.end || scan.tag(end + 1) == Tag::Punct))
    }

    /// "put the cost at ten crowns", but "put boats at risk": how large somebody says that an object is.
    fn object_is_measured(&self, base_end: usize, end: usize) -> bool {
        let scan = &self.scan;
        (base_end..end + 1)
            .any(|at| scan.is(at, words!["at"]) && (at + 1..at + 4).any(|next| scan.tag(next) == Tag::Num))
    }

    /// "called him, among other things, “a fool”", "called what she had seen “a shame”".
    fn quotation_further_on(&self, cue: &Cue<'r>) -> Option<Complement> {
        const FARTHEST: usize = 16;
        let (scan, after, frames) = (&self.scan, cue.after, cue.verb.frames);
        if !frames.has(Frames::OBJECT) || frames.has(Frames::CLAUSE) || scan.tag(after) == Tag::Adp {
            return None;
        }
        let mut near = after + 1..cue.end.min(after + FARTHEST);
        let quoted = near.find_map(|at| self.opens_quotation(at))?.range();
        let called = scan.is(after, words!["what"]) || !self.has_finite(after, quoted.start);
        let closed = scan.is_comma(quoted.end - 1);
        called.then(|| {
            let close = if closed { quoted.end } else { self.nominal_end(cue, quoted.end) };
            Complement::act(range(after, close))
        })
    }

    /// "denied “every word of it”".
    fn quoted_object(&self, cue: &Cue<'r>) -> Option<Complement> {
        let quoted = cue.verb.frames.has(OBJECTS) && self.opens_quotation(cue.after).is_some();
        quoted.then(|| Complement::words(self.noun_phrase_from(cue)))
    }

    /// "called for calm": what the preposition of the entry brings in.
    fn after_preposition(&self, cue: &Cue<'r>) -> Option<Complement> {
        let (scan, after) = (&self.scan, cue.after);
        // "agreed to leave" is "agree" with an infinitive, not "agree to" with a noun.
        let particle = scan
            .phrase(after - 1)
            .is_some_and(|group| group.is_infinitive() && group.tokens.end as usize > after);
        (cue.verb.frames.has(Frames::PREP)
            && !particle
            && (scan.noun_from(after).is_some()
                || matches!(scan.tag(after), Tag::Verb | Tag::Aux)
                || self.opens_quotation(after).is_some()))
        .then(|| Complement::act(self.noun_phrase_from(cue)))
    }

    /// "whom she described", "what he called": whether what stands before the subject is the object.
    fn object_stands_before(&self, cue: &Cue<'_>) -> bool {
        self.asks_for(cue, words!["what", "which", "that", "whom", "who"])
    }

    /// Whether one of these words stands right before the subject of a verb as its object: "what officials call",
    /// "what the senators said was".
    pub(super) fn asks_for(&self, cue: &Cue<'_>, words: &[RuleWord]) -> bool {
        let subject = self.adjacent_subject(cue.index);
        let before = subject.and_then(|subject| subject.tokens.range().start.checked_sub(1));
        before.is_some_and(|before| before >= cue.start && self.scan.is(before, words))
    }

    /// Whether some of these words are quoted, other than by the quotation around the cue.
    fn quotes_inside(&self, cue: &Cue<'_>, content: TokenRange) -> bool {
        let quotes = &self.scan.quotes;
        let own = quotes.at(cue.head());
        content.range().any(|at| quotes.at(at).is_some_and(|quotation| own != Some(quotation)))
    }
}
