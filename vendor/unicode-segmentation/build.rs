//! Packs `ranges.txt` in three columns: how many characters stand between a range and the one before, how many it has
//! but one, both in groups of seven bits, the lowest first, and its category.

use std::path::Path;
use std::{env, fs};

/// In the order of `Category`.
const CATEGORIES: [&str; 19] = [
    "Any",
    "ALetter",
    "CR",
    "Double_Quote",
    "Extend",
    "ExtendNumLet",
    "Format",
    "Hebrew_Letter",
    "Katakana",
    "LF",
    "MidLetter",
    "MidNum",
    "MidNumLet",
    "Newline",
    "Numeric",
    "Regional_Indicator",
    "Single_Quote",
    "WSegSpace",
    "ZWJ",
];

fn main() {
    println!("cargo::rerun-if-changed=ranges.txt");
    let text = fs::read_to_string("ranges.txt").expect("ranges.txt");
    let (mut words, mut pictures) = (Columns::default(), Columns::default());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (range, category) = line.split_once(' ').expect("a category");
        let (first, last) = range.split_once("..").expect("a range");
        let number = |text| u32::from_str_radix(text, 16).expect("a number");
        let columns = if category == "Extended_Pictographic" { &mut pictures } else { &mut words };
        let category = CATEGORIES.iter().position(|&known| known == category).unwrap_or_default();
        columns.add(number(first), number(last), category as u8);
    }
    let out = format!(
        "const GAPS: &[u8] = &{:?};\nconst LENGTHS: &[u8] = &{:?};\nconst CATEGORIES: &[u8] = &{:?};\nconst PICTURE_GAPS: \
         &[u8] = &{:?};\nconst PICTURE_LENGTHS: &[u8] = &{:?};\n",
        words.gaps, words.lengths, words.categories, pictures.gaps, pictures.lengths
    );
    fs::write(Path::new(&env::var("OUT_DIR").expect("a build")).join("ranges.rs"), out).expect("written");
}

#[derive(Default)]
struct Columns {
    gaps: Vec<u8>,
    lengths: Vec<u8>,
    categories: Vec<u8>,
    /// The first character that no range holds yet.
    next: u32,
}

impl Columns {
    fn add(&mut self, first: u32, last: u32, category: u8) {
        write(first - self.next, &mut self.gaps);
        write(last - first, &mut self.lengths);
        self.categories.push(category);
        self.next = last + 1;
    }
}

fn write(mut number: u32, out: &mut Vec<u8>) {
    while number > 127 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}
