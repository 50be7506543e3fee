//! More constructions of news: hearers, documents, times, titles.

use super::check;

#[test]
fn hearers_documents_and_relatives() {
    check("Crews were warned that boats will sink.", &["- / warned / boats will sink / -"]);
    check("Crews were told that boats will sink.", &["- / told / boats will sink / -"]);
    check(
        "A survey of crews found wide support for the ferry.",
        &["A survey of crews / found / wide support for the ferry / survey of crews"],
    );
    check(
        "Nora Bell met a pilot whom Ada Park described as “fearless”.",
        &["Ada Park / described / as “fearless” / Ada Park"],
    );
    check(
        "Ada Park called the guild's plans for the yard “childish”.",
        &["Ada Park / called / the guild's plans for the yard “childish” / Ada Park"],
    );
    check("She said, if elected, she would stay.", &["She / said / if elected, she would stay / -"]);
    check(
        "As Ada Park reported in her book on boats, the yard had closed.",
        &["Ada Park / reported / the yard had closed / Ada Park"],
    );
    check("Asked about the ferry, Ada Park laughed.", &["- / Asked about / the ferry / -"]);
    check(
        "Ada Park continued to criticise the yard as a waste.",
        &["Ada Park / continued to criticise / the yard as a waste / Ada Park"],
    );
    check("“The yard will close,” Silverman said.", &["Silverman / said / The yard will close / Silverman"]);
    check("The Journal notes that the yard closed.", &["The Journal / notes / the yard closed / Journal"]);
}

#[test]
fn times_are_nobody_and_titles_have_full_forms() {
    check(
        "The guild sent a letter this month stating that the yard is unsafe.",
        &["The guild / sent a letter this month stating / the yard is unsafe / guild"],
    );
    check(
        "Figures released today show that rents fell.",
        &["Figures released today / show / rents fell / Figures"],
    );
    check("The letter was seen by the Herald.", &[]);
    check(
        "Gov. Eric Holm left early. The governor said the yard was safe.",
        &["The governor / said / the yard was safe / Eric Holm"],
    );
    check("The yard won a tenth of pledged delegates.", &[]);
    check(
        "The mayor welcomed a World Bank recommendation that the yard be closed.",
        &["World Bank / recommendation / the yard be closed / World Bank"],
    );
    check(
        "Clerks told reporters the plan to leave had failed.",
        &["Clerks / told / the plan to leave had failed / Clerks"],
    );
    check(
        "Ada Park believes closing the yard has helped.",
        &["Ada Park / believes / closing the yard has helped / Ada Park"],
    );
    check("Ada Park admitted to being late.", &["Ada Park / admitted to / being late / Ada Park"]);
}

#[test]
fn when_it_was_said_is_no_part_of_who_said_it() {
    check(
        "The company last month announced that the yard would close.",
        &["The company / announced / the yard would close / company"],
    );
    check(
        "Leith police late Saturday confirmed that the pier had closed.",
        &["Leith police / confirmed / the pier had closed / Leith police"],
    );
    check(
        "The mayor late on Friday night confirmed that the pier had closed.",
        &["The mayor / confirmed / the pier had closed / mayor"],
    );
    check(
        "The mayor early Monday said the pier had closed.",
        &["The mayor / said / the pier had closed / mayor"],
    );
    check(
        "The council Tuesday said the bridge was safe.",
        &["The council / said / the bridge was safe / council"],
    );
    check(
        "Nora Bell, whose plans have angered many crews, last year proposed a ban on boats.",
        &["Nora Bell, whose plans have angered many crews / proposed / a ban on boats / Nora Bell"],
    );
    check(
        "The guild spent the week insisting that boats were safe.",
        &["The guild / insisting / boats were safe / guild"],
    );
}

#[test]
fn any_lively_verb_speaks_beside_a_quotation_only() {
    check("“We won the race!” beamed Nora Bell.", &["Nora Bell / beamed / We won the race / Nora Bell"]);
    check("“We won the race,” Ada Park exulted.", &["Ada Park / exulted / We won the race / Ada Park"]);
    check("The crowd roared, the boats left.", &[]);
    check(
        "“Is the ferry safe?” Nora Bell pressed. “Will it ever be safe?”",
        &["Nora Bell / pressed / Is the ferry safe? | Will it ever be safe? / Nora Bell"],
    );
}

#[test]
fn offices_for_something_stand_before_names() {
    check(
        "“Their work is sound,” said Ambassador to the United States Tova Bell.",
        &["Ambassador to the United States Tova Bell / said / Their work is sound / Tova Bell"],
    );
    check(
        "The Ambassador to France, Leo Drum, said that the talks had failed.",
        &["The Ambassador to France, Leo Drum / said / the talks had failed / Leo Drum"],
    );
}

#[test]
fn a_noun_of_saying_may_be_the_subject_of_quoted_words() {
    check(
        "Nora Bell said the mayor's remarks “have hurt every crew here.”",
        &["Nora Bell / said / the mayor's remarks “have hurt every crew here.” / Nora Bell"],
    );
}

#[test]
fn an_office_or_body_may_stand_for_the_one_who_spoke_last() {
    check(
        "Mira Holt said the plan was late. The real estate agent said buyers would wait.",
        &[
            "Mira Holt / said / the plan was late / Mira Holt",
            "The real estate agent / said / buyers would wait / Mira Holt",
        ],
    );
    check(
        "Mira Holt said the plan was late. The other agent said buyers would wait.",
        &[
            "Mira Holt / said / the plan was late / Mira Holt",
            "The other agent / said / buyers would wait / other agent",
        ],
    );
    check(
        "The group, Yard Coalition, met on Monday. The group said crews were tired.",
        &["The group / said / crews were tired / Yard Coalition"],
    );
}

#[test]
fn whoever_issues_a_document_speaks_in_it() {
    check(
        "Nora Bell released a statement saying that the yard was safe.",
        &["Nora Bell / released a statement saying / the yard was safe / Nora Bell"],
    );
    check(
        "While Nora Bell insisted that the yard was safe, that was no comfort.",
        &["Nora Bell / insisted / the yard was safe / Nora Bell"],
    );
}

#[test]
fn a_plural_after_a_speaker_may_be_a_verb_of_saying() {
    check("The mayor claims that boats are safe.", &["The mayor / claims / boats are safe / mayor"]);
    check("The mayor claims boats are safe.", &["The mayor / claims / boats are safe / mayor"]);
    check(
        "The notice reads “boats may leave the yard at noon.”",
        &["The notice / reads / boats may leave the yard at noon / notice"],
    );
    check("The insurance claims that were filed are late.", &[]);
}

#[test]
fn a_quotation_of_its_own_belongs_to_whom_the_sentence_before_tells_of() {
    check(
        "The yard is old and tired.\n\nNora Bell was blunt on Monday.\n\n“Nobody here wants this ferry to be built.”",
        &["Nora Bell / - / Nobody here wants this ferry to be built / Nora Bell"],
    );
    check(
        "The yard is old and tired.\n\nThe weather was bad on Monday.\n\n“Nobody here wants this ferry to be built.”",
        &["- / - / Nobody here wants this ferry to be built / -"],
    );
}

#[test]
fn a_quotation_after_an_adverbial_and_a_comma_is_what_was_said() {
    check(
        "Nora Bell said at the summit held in Elmford, Moss, \"We must act together.\"",
        &["Nora Bell / said / We must act together / Nora Bell"],
    );
    check(
        "Nora Bell called on member states to “keep the peace” in the valley.",
        &["Nora Bell / called on / member states to “keep the peace” in the valley / Nora Bell"],
    );
}

#[test]
fn positions_needs_and_warnings_run_on() {
    check(
        "Nora Bell expressed the position that the yard, a union of eight, should act.",
        &["Nora Bell / expressed the position / the yard, a union of eight, should act / Nora Bell"],
    );
    check(
        "Nora Bell stressed the need to share the water, and to keep the dams safe.",
        &["Nora Bell / stressed / the need to share the water, and to keep the dams safe / Nora Bell"],
    );
    check(
        "Nora Bell warned the town against floods.",
        &["Nora Bell / warned / the town against floods / Nora Bell"],
    );
}

#[test]
fn participles_after_with_have_subjects_of_their_own() {
    check(
        "The town pressed the yard on Monday, with officials vowing to stay.",
        &["officials / vowing / stay / officials"],
    );
}

#[test]
fn titles_and_what_is_seen_are_not_said() {
    check(
        "This summit issued the “Elmford Declaration of the Council of Heads of the Water Board” on Monday.",
        &[],
    );
    check("The yard has seen its family grow to 26 crews.", &[]);
    check(
        "This year’s summit decided to stay.",
        &["This year’s summit / decided / stay / This year’s summit"],
    );
}

#[test]
fn a_dash_and_a_name_sign_a_quotation() {
    check(
        "“I am ashamed to be here today, friends.” ― Nora Bell",
        &["Nora Bell / ― / I am ashamed to be here today, friends / Nora Bell"],
    );
}

#[test]
fn turns_of_a_conversation_and_paragraphs_under_a_colon_have_speakers() {
    check(
        "\"MOSS: Look, the mayor has a point there. We wait.\n\n\"HALL: If I may, we have no time.\"",
        &[
            "MOSS / : / Look, the mayor has a point there. We wait / MOSS",
            "HALL / : / If I may, we have no time / HALL",
        ],
    );
    check(
        "The yard is old.\n\nNora Bell added:\n\nAnd yet it is safe. Nobody fell.\n\nThe town is small.",
        &["Nora Bell / added / And yet it is safe. Nobody fell / Nora Bell"],
    );
}

#[test]
fn hearers_asides_and_rows_stand_before_what_is_said() {
    check(
        "He told the Herald’s “Good Morning Elmford” that the yard is safe.",
        &["He / told / the yard is safe / -"],
    );
    check(
        "Nora Bell said — on the radio, as it happens — that the yard is safe.",
        &["Nora Bell / said / the yard is safe / Nora Bell"],
    );
    check(
        "Nora Bell believes boats and crews are safe.",
        &["Nora Bell / believes / boats and crews are safe / Nora Bell"],
    );
    check(
        "Nora Bell called both the yard and the town “crazy” on Monday.",
        &["Nora Bell / called / both the yard and the town “crazy” on Monday / Nora Bell"],
    );
    check(
        "Nora Bell said the two raised $5 for it.",
        &["Nora Bell / said / the two raised $5 for it / Nora Bell"],
    );
    check(
        "The mayor also praised Elmford’s crews as brave.",
        &["The mayor / praised / Elmford’s crews as brave / mayor"],
    );
    check(
        "As Nora Bell put it, with more boats, the yard is safe.",
        &["Nora Bell / put it / with more boats, the yard is safe / Nora Bell"],
    );
}

#[test]
fn marks_are_doubled_and_sources_are_listed() {
    check(
        "The yard is old. \"\"I think it is safe,\"\" Nora Bell said. \"\"We know it.\"\"",
        &["Nora Bell / said / I think it is safe | We know it / Nora Bell"],
    );
    check("The yard is old.\n\n\"Old yard found safe by town\" — Elmford Herald, August 2, 2008", &[]);
}

#[test]
fn turns_of_a_conversation_need_no_verb() {
    check(
        "The yard is old.\n\nADA PARK: We will wait.\n\nSPEAKER #2: Yeah.\n\nADA PARK: (Laughing) Good.",
        &[
            "ADA PARK / - / We will wait / ADA PARK",
            "SPEAKER #2 / - / Yeah / SPEAKER",
            "ADA PARK / - / (Laughing) Good / ADA PARK",
        ],
    );
    check("The yard is old.\n\nELMFORD PRIZE: Nora Bell.\n\nCOST: Free.", &[]);
}

#[test]
fn what_a_court_hears_somebody_tells_it() {
    check("The court heard that Webb had stolen boats.", &["- / heard / Webb had stolen boats / -"]);
    check("An inquest at Elmford heard Ada Moss died of burns.", &["- / heard / Ada Moss died of burns / -"]);
    check("Magistrates heard Webb stole two boats.", &["- / heard / Webb stole two boats / -"]);
    check("Webb, 44, stole boats, the court heard.", &["- / heard / Webb, 44, stole boats / -"]);
    check("When the crew left, they were told.", &[]);
    check("Webb had no licence, the court was told.", &["- / told / Webb had no licence / -"]);
    check("Jurors were told the gang stole boats.", &["- / told / the gang stole boats / -"]);
    check("The court heard how Webb hid the boats.", &["- / heard / how Webb hid the boats / -"]);
    check(
        "The tribunal heard that Webb had lied and ruled that he must pay.",
        &["- / heard / Webb had lied / -", "The tribunal / ruled / he must pay / tribunal"],
    );
    check(
        "The court heard he sank the boat and threatened to leave.",
        &["- / heard / he sank the boat and threatened to leave / -"],
    );
    check(
        "The tribunal held that the sale was void.",
        &["The tribunal / held / the sale was void / tribunal"],
    );
    for nobody in [
        "The court heard evidence from Webb.",
        "The jury heard a recording of the call.",
        "The judges heard the appeal on Monday.",
        "She heard that the yard had closed.",
        "He held that office for years.",
        "The ferry was late when Webb was told.",
    ] {
        check(nobody, &[]);
    }
}

#[test]
fn what_a_noun_brings_in_ends_before_its_verb() {
    check("The demand for a vote failed.", &["- / demand for / a vote / -"]);
    check("The criticism of Bell is new.", &[]);
    check(
        "There were warnings of a levy raised by the town.",
        &["- / warnings of / a levy raised by the town / -"],
    );
}

#[test]
fn labels_are_nobody_and_sources_are_whole() {
    check("Analysis: Why Ada Park Failed\n\nAda Park failed.", &[]);
    check("Editorial: The yard must close.", &[]);
    check("Ada Park: The yard must close.", &["Ada Park / : / The yard must close / Ada Park"]);
    check(
        "Its managing director, Ada Park, said boats sold.",
        &["Its managing director, Ada Park / said / boats sold / Ada Park"],
    );
    check(
        "The council upheld an earlier finding that the yard was unsafe.",
        &["The council / finding / the yard was unsafe / council"],
    );
    check(
        "It was cold. Acting head Nora Bell said the yard was safe.",
        &["Acting head Nora Bell / said / the yard was safe / Nora Bell"],
    );
    check(
        "Streaming service Elmflix said it would close.",
        &["Streaming service Elmflix / said / it would close / Elmflix"],
    );
    check("Mossbury's said it would close.", &["Mossbury's / said / it would close / Mossbury's"]);
    check(
        "The Department for Culture, Media and Sport said it would wait.",
        &[
            "The Department for Culture, Media and Sport / said / it would wait / Department for Culture, Media and Sport",
        ],
    );
}

#[test]
fn subjects_nearby_are_not_taken_for_who_speaks() {
    for (text, expected) in [
        // An aside tells who speaks.
        (
            "Bell will lose, Ada Park said Monday, adding that he was tired.",
            ["Ada Park / said / Bell will lose / Ada Park", "Ada Park / adding / he was tired / Ada Park"],
        ),
        // An apposition, a party, a place, and whose something is.
        (
            "Sen. Ada Park, D-Ohio, who argued that it was late, denied that she left.",
            ["who / argued / it was late / Ada Park", "Sen. Ada Park, D-Ohio / denied / she left / Ada Park"],
        ),
    ] {
        check(text, &expected);
    }
    for (text, expected) in [
        (
            "As the council shut the yard, its lawyer, Ada Park, said it was late.",
            "its lawyer, Ada Park / said / it was late / Ada Park",
        ),
        (
            "The yard sold boats, with Ada Park, Nora Bell and Cy Moss all saying it was late.",
            "Ada Park, Nora Bell and Cy Moss / saying / it was late / Ada Park, Nora Bell and Cy Moss",
        ),
        (
            "Although Ada Park said it was “too late,” the council sold it.",
            "Ada Park / said / it was “too late,” / Ada Park",
        ),
        (
            "Earlier this month, the Department of Boats and Trade said it was late.",
            "the Department of Boats and Trade / said / it was late / Department of Boats and Trade",
        ),
        ("Bell's claim that Park robs the town is false.", "Bell / claim / Park robs the town / Bell"),
        (
            "Those who thought they had become bakers were wrong.",
            "who / thought / they had become bakers / Those",
        ),
    ] {
        check(text, &[expected]);
    }
}
