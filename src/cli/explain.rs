//! `explain`: why keyphrases rank where they do, as a table with a line for each feature that counted.

use std::fmt::Write;

use stance_lens::{Document, Error, Options, article, keyphrase, language};

/// Columns: rank, keyphrase, score, feature, value, log-odds, what the feature is. Divided by tabs.
pub(super) fn table(document: &Document<'_>, options: &Options) -> Result<String, Error> {
    let article = article::read(document, options)?;
    let reading = language::read_with(&article, document.language, options.divider);
    let mut table = String::from("rank\tkeyphrase\tscore\tfeature\tvalue\tlog-odds\tmeaning\n");
    for (rank, explanation) in (1..).zip(keyphrase::explain(&reading, options)) {
        let keyphrase = &explanation.keyphrase;
        let lead = format!("{rank}\t{}\t{:.3}", keyphrase.text, keyphrase.score);
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{lead}\tbias\t\t{:+.2}\twhere every candidate begins", explanation.bias);
        for contribution in &explanation.contributions {
            let feature = contribution.feature;
            let _ = writeln!(
                table,
                "{lead}\t{}\t{:.2}\t{:+.2}\t{}",
                feature.as_str(),
                contribution.value,
                contribution.log_odds,
                feature.meaning()
            );
        }
    }
    Ok(table)
}
