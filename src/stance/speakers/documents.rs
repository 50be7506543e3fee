//! Documents that speak for those who wrote them: "a report published by the Red Cross", later "the report".

use super::{Speakers, Who, names, vocabulary};
use crate::language::{Tag, TokenRange, words};

/// How many documents back "the report" may refer.
const DOCUMENTS: usize = 20;

impl Speakers<'_, '_> {
    /// Whose document speaks: "a report published by the Red Cross", "a letter from Ada Park", "the Home Office letter",
    /// "her memo", "issued a statement saying"; later "the report".
    #[inline(never)]
    pub(super) fn issuer(&mut self, tokens: TokenRange) -> Option<Who> {
        let base = self.base(tokens.start)?;
        let head = base.head as usize;
        if !vocabulary::is_document(self.reading.rule_word(head)) {
            return None;
        }
        let noun = self.reading.tokens.get(head)?.lower(&self.reading.words);
        const FARTHEST: u32 = 8;
        // No further than its sentence: under a headline stands who wrote the article.
        let sentence = self.reading.sentences.get(self.reading.sentence_at(base.tokens.start))?.tokens.end;
        let end = tokens.end.max(sentence.min(base.tokens.end + FARTHEST));
        let reach = TokenRange { start: base.tokens.start, end };
        let names = self.names.within(self.reading, reach);
        let owner = names.iter().rfind(|name| {
            let end = name.tokens.range().end;
            end == head || end + 1 == head && self.reading.is(end, words!["'s", "’s"])
        });
        let by = |name: &&names::Mention| {
            let between = (base.tokens.range().end..name.tokens.start as usize).rev().take(6);
            // "written by the Gazette's Ada Park"
            let goes_on = self.reading.is(name.tokens.end as usize, words!["'s", "’s"]);
            let mut between = between.into_iter().filter(|_| !goes_on);
            let by = between.find(|&at| self.reading.is(at, words!["by", "from"]));
            by.is_some_and(|by| {
                let before = by - 1;
                let verb = self.reading.tag(before) == Tag::Verb;
                !self.reading.is(before, words!["seen", "obtained"])
                    && (before < base.tokens.range().end || verb || (by as u32) < tokens.end)
            })
        };
        let issuer = owner.or_else(|| names.iter().find(by)).map(|name| Who::Named(name.entity));
        let issuer = issuer.or_else(|| self.issued(base.tokens));
        let definite = self.reading.is(base.tokens.start as usize, words!["the"]);
        match issuer {
            Some(issuer) => {
                self.documents.push((noun, issuer));
                Some(issuer)
            }
            None if definite && base.tokens.len() == 2 && tokens.len() == 2 => {
                // Nobody remembers more than the last few.
                let near = self.documents.iter().rev().take(DOCUMENTS);
                near.into_iter().find(|(known, _)| *known == noun).map(|&(_, who)| who)
            }
            None => None,
        }
    }

    /// Whose document it is by what stands before its noun: "his memo", "Ada Park issued a statement".
    fn issued(&mut self, document: TokenRange) -> Option<Who> {
        let first = document.range().start;
        if self.reading.is(first, words!["his", "her", "its", "their"])
            && let Some(pronoun) = self.pronoun(first)
        {
            return self.referent(pronoun, first);
        }
        let verb = self.reading.tokens.get(first.checked_sub(1)?)?;
        let last = self.recent.iter().rev().find(|recent| recent.at < document.start)?;
        let same = self.reading.sentence_at(last.at) == self.reading.sentence_at(document.start);
        (verb.tag == Tag::Verb && same && self.reading.is(first, words!["a", "an"])).then_some(last.who)
    }

    /// Notes the document in which `who` speaks in a sentence: "said in a statement".
    pub(super) fn note_document(&mut self, who: Who, tokens: TokenRange) {
        const FARTHEST: usize = 40;
        let sentence = self.reading.sentences.get(self.reading.sentence_at(tokens.start));
        let Some(sentence) = sentence else { return };
        let near = sentence.tokens.range().start.max((tokens.start as usize).saturating_sub(FARTHEST))
            ..sentence.tokens.range().end.min(tokens.end as usize + FARTHEST);
        for at in near {
            if self.reading.is(at, words!["in"])
                && self.reading.is(at + 1, words!["a", "an", "its", "his", "her", "their"])
                && let Some(base) = self.base(at as u32 + 1)
                && vocabulary::is_document(self.reading.rule_word(base.head as usize))
                && let Some(token) = self.reading.tokens.get(base.head as usize)
            {
                self.documents.push((token.lower(&self.reading.words), who));
                // "Moss Reed complained in its letter": no human being.
                if self.reading.is(at + 1, words!["its"])
                    && let Who::Named(index) = who
                    && let Some(entity) = self.names.entities.get_mut(index)
                    && entity.gender.is_none()
                {
                    entity.person = Some(false);
                    entity.is_organisation = true;
                }
                return;
            }
        }
    }
}
