//! Lists as they are embedded. The build script packs with these files in hand, the trainer the tagger's weights, and the
//! core unpacks before the first article: numbers in as many bits as they are worth, sorted words by what they share,
//! words that need not be read as hashes.

pub mod coder;
pub mod facts;
pub mod folded;
pub mod table;
pub mod wordsets;
