//! Speakers who are set off by marks alone: turns of a conversation, headlines, messages with a signature.

use super::check;

#[test]
fn transcripts_and_headlines() {
    check(
        "ADA PARK: We will keep the bridge open.",
        &["ADA PARK / : / We will keep the bridge open / ADA PARK"],
    );
    check("MAYOR PARK: We will wait.", &["MAYOR PARK / : / We will wait / PARK"]);
    // Where a report is from says nothing.
    check("NEW DELHI: The government approved the plan.", &[]);
}

#[test]
fn turns_in_capitals() {
    check(
        "NORA BELL, HOST: The bridge may close.\n\nREED: Will it, if rain comes?\n\nBELL: The town says it will.\n\n\
         HURT REED, TEACHER: Not this year.",
        &[
            "REED / - / Will it, if rain comes / REED",
            "The town / says / it will / town",
            "HURT REED, TEACHER / - / Not this year / HURT REED",
        ],
    );
}

#[test]
fn labels_in_capitals_are_no_turns() {
    check("WATCH: The bridge.\n\nFULL STORY: The bridge.\n\nMORE: The bridge.", &[]);
}

#[test]
fn messages_with_a_signature() {
    check(
        "Close the old bridge now. pic.example.com/1 — Nora Bell (@bell) May 1, 2020",
        &["Nora Bell / - / Close the old bridge now / Nora Bell"],
    );
    check(
        "The town is split over it.\n\nClose the bridge.\nNow. https://example.com\n\n— Nora Bell (@bell) May 1, 2020",
        &["Nora Bell / - / Close the bridge.\nNow / Nora Bell"],
    );
}
