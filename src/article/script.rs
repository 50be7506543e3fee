//! Writing systems, told apart as far as pages mix them: an interface in one, an article in another.

/// Scripts that pages mix with others in their interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Indic,
    Thai,
    Hangul,
    EastAsian,
}

/// The script of most letters of a text, and whether it is that of all of them.
pub(super) fn of(text: &str) -> Option<(Script, bool)> {
    let mut counts = [0u32; 9];
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        let script = match c {
            '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{590}'..='\u{5ff}' => Script::Hebrew,
            '\u{600}'..='\u{77f}' | '\u{fb50}'..='\u{feff}' => Script::Arabic,
            '\u{900}'..='\u{dff}' => Script::Indic,
            '\u{e00}'..='\u{e7f}' => Script::Thai,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => Script::Hangul,
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Script::EastAsian,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(script as usize) {
            *count += 1;
        }
    }
    const ALL: [Script; 9] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Arabic,
        Script::Hebrew,
        Script::Indic,
        Script::Thai,
        Script::Hangul,
        Script::EastAsian,
    ];
    let total: u32 = counts.iter().sum();
    let (script, most) = ALL.into_iter().zip(counts).max_by_key(|(_, count)| *count)?;
    (most > 0).then_some((script, most == total))
}
