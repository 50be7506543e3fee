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
fn a_word_in_capitals_is_a_name_beside_another() {
    check(
        "ROE: We must go. It is late.\n\nSMITH: You must stay.",
        &["ROE / : / We must go. It is late / ROE", "SMITH / : / You must stay / SMITH"],
    );
    check("ROE: We must go. It is late.\n\nThe town waits.", &[]);
}

#[test]
fn content_lies_in_blocks() {
    check(
        "The town met.\n\nAda Park told the Herald it was “late”: “The dam may close.\n\n“It is old.",
        &["Ada Park / told / it was “late”: “The dam may close | It is old / Ada Park"],
    );
}

#[test]
fn messages_with_a_signature() {
    check(
        "Close the old bridge now. pic.example.com/1 — Nora Bell (@bell) May 1, 2020",
        &["Nora Bell / - / Close the old bridge now / Nora Bell"],
    );
    check(
        "The town is split over it.\n\nClose the bridge.\nNow. https://example.com\n\n— Nora Bell (@bell) May 1, 2020",
        &["Nora Bell / - / Close the bridge | Now / Nora Bell"],
    );
}

#[test]
fn turns_go_on_to_the_next() {
    check(
        "Nora Bell: We will wait. I oppose the ban.",
        &["Nora Bell / : / We will wait. I oppose the ban / Nora Bell"],
    );
    // Nobody speaks of “me” or “us” under the name.
    check(
        "Nora Bell: The dam will close. The town waits.",
        &["Nora Bell / : / The dam will close / Nora Bell"],
    );
    check(
        "They met on the dam.\n\nTom Reed: Will it close?\n\nNora Bell: It will. I am sad.\n\nAnd tired.\n\n\
         TR: So it is late?\n\nNB: No. We wait.",
        &[
            "Tom Reed / - / Will it close / Tom Reed",
            "Nora Bell / - / It will. I am sad | And tired / Nora Bell",
            "TR / - / So it is late / Tom Reed",
            "NB / - / No. We wait / Nora Bell",
        ],
    );
}

#[test]
fn answers_are_not_the_authors() {
    check(
        "The dam is old.\n\nQ: Will it close?\n\nA: It will. I am sad.",
        &["- / - / It will. I am sad / -"],
    );
}
