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
        &["Ada Park / criticise / the yard as a waste / Ada Park"],
    );
    check("“The yard will close,” Silverman said.", &["Silverman / said / The yard will close / Silverman"]);
    check("The Journal notes that the yard closed.", &["The Journal / notes / the yard closed / Journal"]);
}

#[test]
fn times_are_nobody_and_titles_have_full_forms() {
    check(
        "The guild sent a letter this month stating that the yard is unsafe.",
        &["The guild / stating / the yard is unsafe / guild"],
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
