//! Treebanks in CoNLL-U, read into the form in which the analyser sees an article.

use stance_lens::Span;
use stance_lens::language::tagger::features::word_hash;
use stance_lens::language::{Sentence, Tag, Token, TokenRange, Words};

/// One document with the tags that people gave it.
#[derive(Default)]
pub struct Document {
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub words: Words,
    pub gold: Vec<Tag>,
}

impl Document {
    /// The hash of a token's word.
    pub fn hash(&self, position: usize) -> u32 {
        word_hash(self.words.lower_text(self.tokens[position].word))
    }
}

/// The documents of one CoNLL-U file.
pub fn read(conllu: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut document = Document::default();
    let mut start = 0;
    for line in conllu.lines() {
        if line.starts_with("# newdoc") && !document.tokens.is_empty() {
            documents.push(std::mem::take(&mut document));
            start = 0;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if let [id, form, _lemma, upos, ..] = columns[..] {
            // Not the lines of undivided words ("1-2") nor of words that are only understood ("1.1").
            if let (Ok(_), Some(&tag)) = (id.parse::<u32>(), Tag::ALL.iter().find(|tag| tag.as_str() == upos))
            {
                let word = document.words.intern(form);
                let (rule_word, is_lower) = document.words.rule_word(word);
                let span = Span::new(0, form.len());
                document.tokens.push(Token { span, word, tag: Tag::X, rule_word, is_lower });
                document.gold.push(tag);
            }
        } else if line.is_empty() && start < document.tokens.len() {
            let tokens = TokenRange { start: start as u32, end: document.tokens.len() as u32 };
            document.sentences.push(Sentence { span: Span::default(), tokens, block: 0 });
            start = document.tokens.len();
        }
    }
    documents.push(document);
    documents
}
