//! Reporting verbs: "the mayor said that …", "urged voters to …", "…, said the mayor", "was quoted as saying".

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Frames, Verb};
use super::link::SHORTEST;
use super::nominal::Asides;
use super::passives::QUOTED;
use super::scan::range;
use crate::bytes::one_of;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};
use crate::stance::speakers::vocabulary;

/// One verb group with one lexicon entry, in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Cue<'r> {
    pub(super) group: &'r Phrase,
    pub(super) index: usize,
    pub(super) verb: Verb,
    /// First token after the words of the entry.
    pub(super) after: usize,
    /// First token of the sentence, and first after its last word.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sentence: usize,
}

/// Verbs and adjectives that say how an act of reporting began or went on, before its infinitive, "on to" or "by".
const BEGINS: &[RuleWord] = words![
    "continued", "continues", "continue", "continuing", "began", "started", "proceeded", "quick", "went",
    "goes", "going", "concluded"
];

/// Frames in which an object may follow.
const OBJECTS: Frames = Frames::NP.with(Frames::POSITION).with(Frames::AS).with(Frames::OBJECT);

impl<'r> Finder<'r, '_> {
    /// The attribution that a verb group makes, if its verb reports and something is reported.
    #[inline(never)]
    pub(super) fn of_verb(&self, index: usize, sentence: usize) -> Option<Draft> {
        let group = self.scan.reading.phrases.get(index)?;
        let head = group.head as usize;
        let tokens = self.scan.reading.sentences.get(sentence)?.tokens;
        let (start, end) = self.scan.body(tokens);
        let PhraseKind::Verb { passive, negated, .. } = group.kind else { return None };
        // "the so-called plan": the end of a compound tells nothing that was said.
        if head
            .checked_sub(1)
            .is_some_and(|before| self.scan.is(before, words!["-"]) && !self.scan.is_dash(before))
        {
            return None;
        }
        if self.scan.quotes.at(head).is_some() && !self.reports_inside_quotation(index, group) {
            return None;
        }
        // "No one said so", "neither man has been accused of it", "you know"
        let nobody = self.subject(index).is_some_and(|subject| {
            let tokens = subject.antecedent.unwrap_or(subject.tokens);
            self.scan.is(tokens.range().start, words!["no", "nobody", "neither", "none", "you"])
        });
        if nobody
            || self.scan.is(head, words!["heard"]) && !self.is_hearing(index)
            || self.is_label(group)
            || !self.took_place(group, negated)
            || self.is_withheld(group)
            || self.is_nobodys(index, group)
            || self.lends_tense(group, sentence)
        {
            return None;
        }
        let known = self.scan.verb_entries(head).find_map(|(verb, after)| {
            // "insisted on Tuesday that": the preposition belongs to the day.
            if after > head + 1
                && self.scan.is(after - 1, words!["on", "in", "at"])
                && self.scan.is_time(after)
            {
                return None;
            }
            let cue = Cue { group, index, verb, after, start, end, sentence };
            let found = if passive || self.is_reduced_passive(head, start) {
                self.passive(&cue)
            } else {
                self.active(&cue).map(|draft| self.led_up_to(draft, start, end))
            };
            let only_quoted = if self.is_of_things(&cue) { Frames::QUOTED } else { verb.frames };
            // "agreed to a plan that fails" is no "agreed that it fails": a longer entry decides.
            found.map(|draft| (!self.is_bare(only_quoted, &draft)).then_some(draft))
        });
        let verb = Verb { frames: Frames::QUOTE.with(Frames::INVERT), rest: "" };
        let cue = Cue { group, index, verb, after: head + 1, start, end, sentence };
        known.unwrap_or_else(|| {
            // "the hearings have, “in effect,” failed": no verb of its own.
            let helps = one_of!(self.scan.lower(head), "have has had is was are were be");
            (!passive && !helps && self.scan.is_finite(group) && self.scan.tag(head) == Tag::Verb)
                .then(|| self.beside_speech(&cue))
                .flatten()
        })
    }

    /// Whether whoever heard something is a court or its like, which somebody tells what it hears.
    #[inline(never)]
    pub(super) fn is_hearing(&self, index: usize) -> bool {
        let subject = self.subject(index).map(|subject| subject.antecedent.unwrap_or(subject.tokens));
        subject.and_then(|subject| self.scan.noun_from(subject.range().start)).is_some_and(|noun| {
            one_of!(
                self.scan.lower(noun.head as usize),
                "court jury jurors inquest tribunal hearing trial inquiry panel committee magistrates mps bailey judge councillors"
            )
        })
    }

    /// "“It failed!” the mayor beamed", "She boomed, “It failed!”": whatever verb stands right beside what is said, says it.
    #[inline(never)]
    fn beside_speech(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let pause = |at: usize| scan.is_comma(at) || scan.is(at, words!["?", "!", ":"]);
        let subject = self.subject(cue.index).filter(|subject| subject.antecedent.is_none());
        let adjacent = subject.filter(|subject| subject.adjacent).map(|subject| subject.tokens.range().start);
        if let Some(opened) = self.opens_quotation(cue.start) {
            let close = scan.quotes.all[opened].tokens.range().end;
            let first = adjacent.unwrap_or(cue.group.tokens.range().start);
            // "“…,” which hinges on it": what was said does something itself.
            let beside = pause(close - 1)
                && close < first
                && (close..first).all(|at| scan.is_quote_mark(at))
                && !scan.is(first, words!["which"]);
            return beside.then(|| self.active(cue)).flatten();
        }
        let quotation =
            self.opens_quotation(cue.after + 1).filter(|_| pause(cue.after) && subject.is_some())?;
        let quoted = scan.quotes.all[quotation].tokens;
        (quoted.len() >= SHORTEST).then(|| self.draft(cue, vec![quoted]))
    }

    /// Inside somebody's own words only what a third person plainly said counts: "I think" and "we want" are the
    /// speaker's own position, not a report.
    fn reports_inside_quotation(&self, index: usize, group: &Phrase) -> bool {
        let Some(subject) = self.subject(index) else { return false };
        // "They say", "people told me": whom a speaker leaves unnamed, the article cannot quote either.
        let is_named = subject.tokens.range().any(|at| self.scan.tag(at) == Tag::Propn);
        // "Ada Park and her friends think that …": a belief of somebody named is theirs, whoever tells of it.
        let thinks = self.scan.is(group.head as usize + 1, words!["that"]);
        let reports = self.scan.verb_entries(group.head as usize).any(|(verb, _)| {
            verb.frames.has(Frames::QUOTE.with(Frames::INVERT)) || thinks && verb.frames.has(Frames::CLAUSE)
        });
        reports && is_named && self.scan.is_finite(group) && subject.adjacent && subject.antecedent.is_none()
    }

    /// The words of the cue: main verb to the end of the entry.
    fn cue_tokens(&self, cue: &Cue<'_>) -> TokenRange {
        let head = cue.group.head as usize;
        // "was quoted as saying": all three words report.
        let quoted = self.quoted_before(head, cue.start).filter(|&quoted| quoted + 2 == head);
        range(quoted.or_else(|| self.begun(cue)).unwrap_or(head), cue.after)
    }

    /// Where a predicate of several words begins: "went on to say", "is quick to point out", "began by saying".
    #[inline(never)]
    fn begun(&self, cue: &Cue<'_>) -> Option<usize> {
        let scan = &self.scan;
        let first = cue.group.tokens.range().start;
        let before = first.checked_sub(1).filter(|&before| before > cue.start)?;
        let infinitive = matches!(cue.group.kind, PhraseKind::Verb { infinitive: true, .. });
        let on = usize::from(scan.is(before, words!["on", "by"]));
        let opens = before - on;
        ((infinitive || on > 0) && scan.is(opens, BEGINS)).then_some(opens).or_else(|| {
            // "issued a statement on Monday saying"
            let time = scan.time_start(first, cue.start).unwrap_or(first);
            let noun = scan.phrase(time.checked_sub(1)?).filter(|noun| noun.kind == PhraseKind::Noun)?;
            let tokens = TokenRange { end: time as u32, ..noun.tokens };
            let issued = scan.lower(first).ends_with("ing") && scan.is_issued(tokens);
            let verb = noun.tokens.range().start.checked_sub(1).filter(|_| issued)?;
            Some(verb - usize::from(scan.is(verb, words!["out"]) && verb > cue.start))
        })
    }

    /// The participle of "was quoted as saying" and "was quoted by the Herald as saying", before the word at `head`.
    fn quoted_before(&self, head: usize, floor: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 8;
        let scan = &self.scan;
        let as_ = head.checked_sub(1).filter(|&at| at > floor && scan.is(at, words!["as"]))?;
        let nearest =
            (floor.max(as_.saturating_sub(LONGEST_NAME))..as_).rev().find(|&at| scan.in_verb(at))?;
        let quotes = scan.is(nearest, QUOTED) && (nearest + 1 == as_ || scan.is(nearest + 1, words!["by"]));
        quotes.then_some(nearest)
    }

    #[inline(never)]
    pub(super) fn draft(&self, cue: &Cue<'_>, content: Vec<TokenRange>) -> Draft {
        // "The court heard that Webb had lied": its subject is the hearer, and whoever spoke is not named.
        let heard = self.scan.is(cue.group.head as usize, words!["heard"]);
        let subject = self.subject(cue.index).filter(|_| !heard);
        // "The Herald quoted Park as saying": Park's words.
        let quoted = self.quoted_speaker(cue);
        let subject = quoted.map(|tokens| Subject { tokens, antecedent: None, adjacent: true }).or(subject);
        Draft {
            source: subject.map(|subject| subject.tokens),
            antecedent: subject.and_then(|subject| subject.antecedent),
            cue: Some(self.cue_tokens(cue)),
            content,
            sentence: cue.sentence,
            tells_act: false,
        }
    }

    #[inline(never)]
    fn active(&self, cue: &Cue<'r>) -> Option<Draft> {
        let frames = cue.verb.frames;
        if (frames.has(Frames::CLAUSE) || frames.has(Frames::QUOTE) && self.follows_quotation(cue))
            && let Some(draft) = self.inverted(cue).or_else(|| self.parenthetical(cue))
        {
            return Some(draft);
        }
        if let Some((content, tells_act)) = self.complement(cue) {
            return Some(Draft { tells_act, ..self.draft(cue, content) });
        }
        let quoted = self.quoted_before(cue.group.head as usize, cue.start)?;
        let content = self.before_quoted(cue, self.scan.phrase_index(quoted)?, cue.after)?;
        Some(self.draft(cue, content))
    }

    /// "“…,” she beamed", "“…,” beamed the mayor".
    fn follows_quotation(&self, cue: &Cue<'_>) -> bool {
        let subject = self.subject(cue.index).filter(|subject| subject.adjacent);
        let first = cue.group.tokens.range().start;
        let closes = |at: usize| at > cue.start && self.scan.is_quote_mark(at - 1);
        closes(first) || subject.is_some_and(|subject| closes(subject.tokens.range().start))
    }

    /// What follows the verb, by the frames of its entry, and whether that makes it an act.
    fn complement(&self, cue: &Cue<'r>) -> Option<(Vec<TokenRange>, bool)> {
        let (frames, after, end) = (cue.verb.frames, cue.after, cue.end);
        let infinitive = matches!(cue.group.kind, PhraseKind::Verb { infinitive: true, .. });
        let clause = frames.has(Frames::CLAUSE)
            || frames.has(Frames::THAT) && self.scan.is(after, words!["that", "whether", "how", "why"]);
        if clause
            && (!infinitive || frames.has(Frames::QUOTE.with(Frames::INVERT)))
            && let Some(content) = self.clausal(cue, after)
        {
            return Some((content, false));
        }
        let scan = &self.scan;
        if !self.is_act(cue) {
            return None;
        }
        let infinitive = |at: usize| {
            let at = if scan.is(at, words!["not", "never"]) { at + 1 } else { at };
            scan.verb_from(at).filter(|group| matches!(group.kind, PhraseKind::Verb { infinitive: true, .. }))
        };
        if frames.has(Frames::HEARER_TO)
            && let Some(noun_end) = scan.full_noun_after(after, end, Asides::None)
            && let to = scan.skip_adverbials(noun_end, end)
            && (infinitive(to).is_some()
                // "called on the town to “keep the peace”", "“not to give in”"
                || (to..to + 3).any(|at| {
                    self.opens_quotation(at).is_some()
                        && (scan.is(at - 1, words!["to"]) || scan.is(at + 1, words!["to", "not"]))
                }))
        {
            return Some((vec![range(after, self.clause_end(cue, noun_end))], true));
        }
        if frames.has(Frames::HEARER)
            && let Some(noun_end) = scan.full_noun_after(after, end, Asides::None)
        {
            if let Some(content) = self.clausal(cue, noun_end) {
                return Some((content, false));
            }
            // "told reporters the plan to leave had failed": of two noun phrases the second has a verb.
            if scan.noun_from(noun_end).is_some() && self.finite_before_pause(noun_end, end) {
                return Some((vec![range(noun_end, self.clause_end(cue, noun_end))], false));
            }
            if infinitive(noun_end).is_some() {
                return Some((vec![range(after, self.clause_end(cue, noun_end))], false));
            }
            // "warned the town against floods"
            let hearer_end = scan.noun_from(after).map_or(noun_end, |noun| noun.tokens.range().end);
            if one_of!(scan.lower(cue.group.head as usize), "warn warns warned warning")
                && scan.is(hearer_end, words!["against", "of", "about"])
            {
                return Some((vec![range(after, self.nominal_end(cue, hearer_end + 1))], false));
            }
        }
        // "told the Herald’s “Morning Show” that he agrees": whoever hears it, "that" brings it in.
        const LONGEST_HEARER: usize = 10;
        if frames.has(Frames::HEARER)
            && frames.has(Frames::CLAUSE)
            && let Some(that) =
                (after + 1..end.min(after + LONGEST_HEARER)).find(|&at| scan.is(at, words!["that"]))
            && (after..that).all(|at| !scan.in_verb(at) && !scan.is_comma(at))
            && that + 1 < end
        {
            return Some((vec![range(that + 1, self.clause_end(cue, that + 1))], false));
        }
        // "vowed on Monday to sell it", "agreed in 2019 to leave"
        let past = scan.skip_adverbials(after, end);
        let year = || scan.is(after, words!["in"]) && scan.lower(after + 1).starts_with(['1', '2']);
        let timed = scan.is(after, words!["on", "in"]) && (scan.is_time(after + 1) || year());
        if frames.has(Frames::TO)
            && let Some(group) =
                infinitive(if timed { past } else { past.min(after + 1) }).or_else(|| infinitive(after))
        {
            // "declined to comment" tells of nothing that was said.
            if scan.lower(group.head as usize) == "comment" {
                return None;
            }
            // "promised | not to go"
            let to = group.tokens.range().start;
            let first = if scan.is(to - 1, words!["not", "never"]) { to - 1 } else { to + 1 };
            return Some((vec![range(first, self.clause_end(cue, group.tokens.range().end))], true));
        }
        // "promised to “fight every day”"
        if frames.has(Frames::TO)
            && scan.is(after, words!["to"])
            && let Some(quotation) = self.opens_quotation(after + 1)
        {
            return Some((vec![self.quoted_or_mixed(cue, after + 1, quotation)], true));
        }
        if frames.has(Frames::GERUND) && scan.lower(after).ends_with("ing") && scan.tag(after) == Tag::Verb {
            return Some((vec![range(after, self.clause_end(cue, after + 1))], false));
        }
        // "A survey found wide support for it": what a document finds, it reports.
        let subject = self.subject(cue.index);
        let documented = scan.is(cue.group.head as usize, words!["found", "finds", "find"])
            && subject
                .and_then(|subject| scan.noun_from(subject.tokens.start as usize))
                .is_some_and(|noun| vocabulary::is_document(scan.rule_word(noun.head as usize)));
        if documented && scan.full_noun_after(after, end, Asides::None).is_some() {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], true));
        }
        // "whom she described as calm", "what he called a crime": the object stands before.
        if frames.has(Frames::AS)
            && scan.is(after, words!["as"])
            && self.asks_for(cue, words!["what", "which", "that", "whom", "who"])
        {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], true));
        }
        let puts = one_of!(scan.lower(cue.group.head as usize), "put puts putting");
        let takes_object = frames.has(OBJECTS);
        // "called both Park and Bell reckless"
        let object = after + usize::from(scan.is(after, words!["both"]));
        if (takes_object || puts)
            && let Some(noun_end) = scan.full_noun_after(object, end, Asides::None)
        {
            // "accused the mayor of wasting money": the gerund may look like a noun.
            let object_end = scan.noun_from(object).map_or(noun_end, |noun| noun.tokens.range().end);
            // "cast the raid as a crime", but not "cast a vote for": only praise and blame are for something.
            let blames = frames.has(Frames::POSITION);
            let brings_in =
                |at: usize| scan.is(at, words!["as"]) || blames && scan.is(at, words!["for", "of"]);
            // "quoted Park as saying that it was late"
            if scan.is(noun_end, words!["as"])
                && scan.is(noun_end + 1, words!["saying"])
                && let Some(content) = self.clausal(cue, noun_end + 2)
            {
                return Some((content, false));
            }
            let complement = frames.has(Frames::AS.with(Frames::POSITION))
                && (brings_in(noun_end)
                    || brings_in(object_end) && !scan.is(object_end, words!["of"])
                    || scan.is(object_end, words!["of"])
                        && (scan.lower(object_end + 1).ends_with("ing")
                            || one_of!(
                                scan.lower(cue.group.head as usize),
                                "accuse accuses accused accusing"
                            )));
            let article = usize::from(scan.is(noun_end, words!["a", "an", "the"]));
            // "called the ruling on the steel a landmark"
            let on = scan.noun_from(noun_end + 1).filter(|_| scan.is(noun_end, words!["on"]));
            let second = on.map_or(noun_end, |noun| noun.tokens.range().end);
            let asked = self.asks_for(cue, words!["what", "which", "that", "whom", "who"]);
            let object = frames.has(Frames::OBJECT)
                && (scan.noun_from(second).is_some() && !scan.is_time(second)
                    || scan.is_quote_mark(noun_end + article)
                    // "what officials called a crime": the other of the two stands before.
                    || asked
                    || matches!(scan.tag(noun_end), Tag::Adj | Tag::Adv)
                    // "called the plan disheartening."
                    || scan.tag(noun_end) == Tag::Verb
                        && (noun_end + 1 >= end || scan.tag(noun_end + 1) == Tag::Punct));
            // "named a task force": a name for something needs both of them.
            // "what he calls freedom | is a cage"
            let close = if asked && scan.finite_from(noun_end).is_some() {
                noun_end
            } else {
                self.nominal_end(cue, noun_end)
            };
            let content = range(after, close);
            let quotes =
                frames.has(Frames::POSITION.with(Frames::OBJECT)) && self.quotes_inside(cue, content);
            // "put the cost at ten crowns", but "put boats at risk"
            let measures = |at: usize| {
                scan.is(at, words!["at"]) && (at + 1..at + 4).any(|next| scan.tag(next) == Tag::Num)
            };
            let puts = puts && (object_end..noun_end + 1).any(measures);
            // "The keeper denied Bell with a fine save": only what was said can be denied.
            let barred = scan.tag(object_end - 1) == Tag::Propn
                && one_of!(scan.lower(cue.group.head as usize), "deny denies denied denying");
            if complement || object || quotes || puts || frames.has(Frames::NP) && !barred {
                return Some((vec![content], true));
            }
        }
        // "called him, among other things, “a fool”", "called what she had seen “a shame”"
        const FARTHEST: usize = 16;
        if frames.has(Frames::OBJECT)
            && !frames.has(Frames::CLAUSE)
            && scan.tag(after) != Tag::Adp
            && let Some(quotation) =
                (after + 1..end.min(after + FARTHEST)).find_map(|at| self.opens_quotation(at))
        {
            let quoted = scan.quotes.all[quotation].tokens.range();
            if scan.is(after, words!["what"]) || !self.has_finite(after, quoted.start) {
                let closed = scan.is_comma(quoted.end - 1);
                let close = if closed { quoted.end } else { self.nominal_end(cue, quoted.end) };
                return Some((vec![range(after, close)], true));
            }
        }
        if takes_object && self.opens_quotation(after).is_some() {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], false));
        }
        // "agreed to leave" is "agree" with an infinitive, not "agree to" with a noun.
        let particle = scan.phrase(after - 1).is_some_and(|group| {
            matches!(group.kind, PhraseKind::Verb { infinitive: true, .. })
                && group.tokens.end as usize > after
        });
        if frames.has(Frames::PREP)
            && !particle
            && (scan.noun_from(after).is_some()
                || matches!(scan.tag(after), Tag::Verb | Tag::Aux)
                || self.opens_quotation(after).is_some())
        {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], true));
        }
        None
    }

    /// Whether one of these words stands right before the subject of a verb as its object: "what officials call",
    /// "what the senators said was".
    pub(super) fn asks_for(&self, cue: &Cue<'_>, words: &[RuleWord]) -> bool {
        let subject = self.subject(cue.index).filter(|subject| subject.adjacent);
        let before = subject.and_then(|subject| subject.tokens.range().start.checked_sub(1));
        before.is_some_and(|before| before >= cue.start && self.scan.is(before, words))
    }

    /// Whether some of these words are quoted, other than by the quotation around the cue.
    fn quotes_inside(&self, cue: &Cue<'_>, content: TokenRange) -> bool {
        let quotes = &self.scan.quotes;
        let own = quotes.at(cue.group.head as usize);
        content.range().any(|at| quotes.at(at).is_some_and(|quotation| own != Some(quotation)))
    }
}
