//! Who can be expected to speak, and who cannot.

use super::check;

#[test]
fn people_and_bodies_voice_what_things_only_cause() {
    for who in [
        "Opposition parties",
        "Companies",
        "Rating agencies",
        "Countries",
        "Parents",
        "Passengers",
        "The family",
        "Tenants",
        "The victims",
    ] {
        let speaker = who.strip_prefix("The ").unwrap_or(who);
        check(
            &format!("{who} raised concerns that the dam was unsafe."),
            &[&format!("{who} / raised concerns / the dam was unsafe / {speaker}")],
        );
    }
    // Whatever voices something can speak.
    check(
        "The twins voiced fears that the dam was unsafe.",
        &["The twins / voiced fears / the dam was unsafe / twins"],
    );
    for what in ["The flood raised", "Murders raised", "The disaster raised", "The figures raised"] {
        check(
            &format!("{what} fears that the dam was unsafe."),
            &["- / raised fears / the dam was unsafe / -"],
        );
    }
}

#[test]
fn people_and_bodies_threaten_and_promise_in_words() {
    for who in
        ["companies", "gang", "landlord", "neighbour", "truckers", "jury", "couple", "car maker", "men"]
    {
        check(
            &format!("The {who} threatened to leave Leith."),
            &[&format!("The {who} / threatened / leave Leith / {who}")],
        );
    }
    for what in ["The weather threatens", "The dispute threatens", "Cold winters threaten"] {
        check(&format!("{what} to shut the yard."), &[]);
    }
}

#[test]
fn it_may_be_a_body_that_says_so() {
    for says in
        ["used its report to warn", "was quick to say", "was among the first to warn", "was slow to admit"]
    {
        let found = super::attributions(&format!("The bank lost money. It {says} that rates would rise."));
        assert_eq!(found.len(), 1, "{says}");
    }
    for says in
        ["is hard to say", "would be unfair to say", "seems odd to argue", "is no exaggeration to say"]
    {
        check(&format!("It {says} that rates would rise."), &[]);
    }
    check(
        "Arguing that there is a risk, Ada Park left.",
        &["Ada Park / Arguing / there is a risk / Ada Park"],
    );
    check("Crews there say the dam is old.", &["Crews / say / the dam is old / Crews"]);
}

#[test]
fn according_to_about_so_many() {
    for who in
        ["about two people", "just one expert", "nearly 100 pages of notes", "about 60 percent of voters"]
    {
        check(
            &format!("According to {who}, the dam is old."),
            &[&format!("{who} / According to / the dam is old / {who}")],
        );
    }
}

#[test]
fn lists_are_no_final_tags() {
    for list in ["The mayor saw Tides, Embers, a few shows.", "They gave an album, a dozen shows."] {
        check(list, &[]);
    }
    check("In May, FBI reports, letters and memos were lost.", &[]);
    check(
        "Sales, the Elmford Times reports, fell.",
        &["the Elmford Times / reports / Sales | fell / Elmford Times"],
    );
}

#[test]
fn who_says_so_in_brackets_is_no_remark() {
    check(
        "Ada Park called the plan “rash”:\n\n“We face a rash plan” (Nora Bell told reporters).",
        &["Ada Park / called / the plan “rash” / Ada Park", "- / - / We face a rash plan / -"],
    );
}

#[test]
fn who_speaks_beside_others() {
    for (text, expected) in [
        (
            "Bell will lose, said Ada Park, adding that he was tired.",
            ["Ada Park / said / Bell will lose / Ada Park", "Ada Park / adding / he was tired / Ada Park"],
        ),
        (
            "The Elmford Times quoted Ada Park as saying it was late.",
            [
                "The Elmford Times / quoted / it was late / Elmford Times",
                "Ada Park / saying / it was late / Ada Park",
            ],
        ),
    ] {
        check(text, &expected);
    }
    for (text, expected) in [
        (
            "Crews who were interviewed in Leith say it was late.",
            "Crews who were interviewed in Leith / say / it was late / Crews",
        ),
        (
            "An aide who asked not to be named said it was late.",
            "An aide who asked not to be named / said / it was late / aide",
        ),
        (
            "Residents living nearby said it was late.",
            "Residents living nearby / said / it was late / Residents",
        ),
        (
            "The boats carry more fish than the owner says they can hold.",
            "the owner / says / they can hold / owner",
        ),
        ("But he, like Ada Park of Leith, says it was late.", "he / says / it was late / -"),
        // A quarrel over somebody is no body, whoever "who" is can speak.
        ("The quarrel over the mayor raised fears that it was late.", "- / raised fears / it was late / -"),
        ("It was a revolt among crews who promised to leave.", "who / promised / leave / revolt"),
    ] {
        check(text, &[expected]);
    }
}
