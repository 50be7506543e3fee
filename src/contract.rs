//! The declarations that JavaScript reads, `www/stance-lens/contract.d.ts`, made from the Rust types by `ts-rs`.
//!
//! Only tests are built with it, so that no build carries any of it. A test compares the file with the types;
//! `UPDATE_CONTRACT=1 cargo test --lib contract` writes it anew.

use std::{env, fs};

use ts_rs::{Config, TS};

use crate::analysis::{ArticleInfo, Attribution, AttributionKind, Keyphrase, Speaker, Stance, StanceTag};
use crate::article::{Block, BlockKind, ListedArticle};
use crate::keyphrase::Reason;
use crate::language::Tag;
use crate::offsets::Unit;
use crate::request::{Explanation, OPTIONS, Request};
use crate::stance::Rule;
use crate::{Analysis, Code, Format, KeyphraseMode, Parts, Span, analysis::TaggedToken};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/stance-lens/contract.d.ts");

const HEAD: &str = "\
/**
 * The analysis, field by field (schema 1). Offsets are half-open and count UTF-16 code units, the unit of
 * `String.prototype.slice` and of the DOM, unless another unit is asked for.
 *
 * Made from the Rust types; `UPDATE_CONTRACT=1 cargo test --lib contract` writes it anew.
 */
";

/// In the order of a reader: what comes out, what can be asked for, why.
const DECLARATIONS: &[fn(&Config) -> String] = &[
    declared::<Analysis<'static>>,
    declared::<ArticleInfo>,
    declared::<Block>,
    declared::<BlockKind>,
    declared::<Span>,
    declared::<TaggedToken>,
    declared::<Tag>,
    declared::<Keyphrase>,
    declared::<Speaker>,
    declared::<Attribution>,
    declared::<AttributionKind>,
    declared::<Stance>,
    declared::<StanceTag>,
    declared::<Request>,
    declared::<Format>,
    declared::<Unit>,
    declared::<KeyphraseMode>,
    declared::<Parts>,
    declared::<Code>,
    declared::<Rule>,
    declared::<Reason>,
    declared::<Explanation<'static>>,
    declared::<ListedArticle<'static>>,
];

/// A span is a pair, but its ends are fields of a block and of a stance.
impl TS for Span {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn docs() -> Option<String> {
        Some("/**\n * Half-open range of the text.\n */".into())
    }

    fn name(_: &Config) -> String {
        "Span".into()
    }

    fn inline(_: &Config) -> String {
        "[start: number, end: number]".into()
    }

    fn inline_flattened(_: &Config) -> String {
        "{ start: number, end: number, }".into()
    }

    fn decl(config: &Config) -> String {
        format!("type Span = {};", Self::inline(config))
    }
}

fn declared<T: TS>(config: &Config) -> String {
    format!("{}\nexport {}", T::docs().unwrap_or_default(), T::decl(config))
}

/// `ts-rs` writes for machines; people read this file.
fn laid_out(declaration: &str) -> String {
    let mut out = String::new();
    let mut comment: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in declaration.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let indent = if inside { "  " } else { "" };
        if line == "/**" {
            comment.clear();
        } else if line == "*/" {
            out.push_str(&format!("{indent}/** {} */\n", without_links(&comment.join(" "))));
        } else if let Some(words) = line.strip_prefix('*') {
            comment.push(words.trim());
        } else if let Some(name) = line.strip_suffix("= {") {
            out.push_str(&format!("{}{{\n", name.replace("type", "interface")));
            inside = true;
        } else if inside {
            let fields = line.trim_end_matches("};").trim_end().trim_end_matches(',');
            for field in fields.split(", ").filter(|field| !field.is_empty()) {
                out.push_str(&format!("  {};\n", lists_short(field)));
            }
            if line.ends_with("};") {
                out.push_str("}\n");
            }
        } else {
            out.push_str(&format!("{}\n", wrapped(line)));
        }
    }
    out
}

/// A union of many names on as many lines as it needs.
fn wrapped(line: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in line.replace('"', "'").split_inclusive(" | ") {
        if width + word.len() > 110 {
            out.truncate(out.trim_end_matches([' ', '|']).len());
            out.push_str("\n  | ");
            width = 4;
        }
        out.push_str(word);
        width += word.len();
    }
    out
}

/// `Array<Span>` as people write it.
fn lists_short(field: &str) -> String {
    match field.split_once("Array<") {
        Some((before, rest)) => format!("{before}{}[]", rest.trim_end_matches('>')),
        None => field.to_owned(),
    }
}

/// Rust's links as plain code.
fn without_links(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        let after = match after.strip_prefix('(').and_then(|link| link.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
        out.push_str(&format!("{before}`{}`", name.replace("::", ".")));
        rest = after;
    }
    out + rest
}

fn declarations() -> String {
    let config = Config::default();
    let parts: Vec<String> = DECLARATIONS.iter().map(|declare| laid_out(&declare(&config))).collect();
    format!(
        "{HEAD}\n{}\n/** Rules by their names. */\nexport type Rules = Record<string, Rule>;\n",
        parts.join("\n")
    )
}

#[test]
fn javascript_is_told_what_the_types_say() {
    let made = declarations();
    if env::var_os("UPDATE_CONTRACT").is_some() {
        fs::write(FILE, &made).unwrap();
    }
    let known = fs::read_to_string(FILE).unwrap();
    assert!(known == made, "{FILE} is old: write it anew with `UPDATE_CONTRACT=1 cargo test --lib contract`");
}

#[test]
fn every_option_is_declared() {
    let declaration = Request::decl(&Config::default());
    for name in OPTIONS {
        assert!(declaration.contains(&format!("\n{name}?: ")), "{name}");
    }
    assert_eq!(declaration.matches("?: ").count(), OPTIONS.len());
}

#[test]
fn the_declared_values_of_options_are_read() {
    fn read<T: TS + std::str::FromStr>() {
        let declared = T::inline(&Config::default());
        let mut names = declared.split('"').skip(1).step_by(2).peekable();
        assert!(names.peek().is_some(), "{declared}");
        names.for_each(|name| assert!(name.parse::<T>().is_ok(), "{name}"));
    }
    read::<Format>();
    read::<Unit>();
    read::<KeyphraseMode>();
    read::<Parts>();
}
