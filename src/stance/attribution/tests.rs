//! One original sentence or more for every construction.

mod asides;
mod news;
mod predicates;
mod sources;
mod speakers;
mod turns;

use crate::article::{self, Document};
use crate::{Options, language, stance};

/// Source, cue, content parts joined by " | ", and speaker of every attribution; `-` where absent.
fn attributions(text: &str) -> Vec<String> {
    let article = article::read(&Document::text(text), &Options::default()).unwrap();
    let reading = language::read(&article, Some("en"));
    let found = stance::attribution::find(&reading);
    let show = |span: Option<crate::Span>| span.map_or("-", |span| span.of(text)).to_owned();
    found
        .all
        .iter()
        .map(|attribution| {
            let content: Vec<&str> = attribution.content.iter().map(|span| span.of(text)).collect();
            let speaker = attribution.speaker.and_then(|id| found.speakers.get(id as usize));
            let name = speaker.map_or("-", |speaker| &speaker.name);
            let (source, cue) = (show(attribution.source), show(attribution.cue));
            format!("{source} / {cue} / {} / {name}", content.join(" | "))
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(attributions(text), expected, "{text}");
}

#[test]
fn clauses_after_the_verb() {
    check(
        "Mayor Ada Park said that the bridge would close.",
        &["Mayor Ada Park / said / the bridge would close / Ada Park"],
    );
    check(
        "The council said on Monday the bridge would close.",
        &["The council / said / the bridge would close / council"],
    );
    check(
        "The minister told reporters on Friday that the talks had failed.",
        &["The minister / told / the talks had failed / minister"],
    );
    check(
        "The survey showed that most backed the plan.",
        &["The survey / showed / most backed the plan / survey"],
    );
    check(
        "Some bakers - among them Ada Park - warn that flour is dear.",
        &["Some bakers / warn / flour is dear / bakers"],
    );
    check(
        "Officials asked whether the dam was safe.",
        &["Officials / asked / whether the dam was safe / Officials"],
    );
}

#[test]
fn hearers_who_are_to_act() {
    check(
        "Ada Park urged residents to save water.",
        &["Ada Park / urged / residents to save water / Ada Park"],
    );
    check(
        "The union called on the company to raise wages.",
        &["The union / called on / the company to raise wages / union"],
    );
    check("The company refused to comment.", &[]);
    check("The bank offered a loan to the town.", &[]);
    check("Whales respond to “their” call.", &[]);
}

#[test]
fn praise_and_blame() {
    check(
        "Critics accused the mayor of wasting money.",
        &["Critics / accused / the mayor of wasting money / Critics"],
    );
    check(
        "Ada Park described the plan as a gift to builders.",
        &["Ada Park / described / the plan as a gift to builders / Ada Park"],
    );
    check(
        "Ada Park hailed a “landmark decision” by the court.",
        &["Ada Park / hailed / a “landmark decision” by the court / Ada Park"],
    );
    check(
        "The council left after Ada Park accused it of fraud.",
        &["Ada Park / accused / it of fraud / Ada Park"],
    );
    // A bare noun phrase after praise or blame is a stance, no report.
    check("Ada Park condemned the move.", &[]);
    check("The move was condemned by Ada Park.", &[]);
}

#[test]
fn nouns_of_saying_and_whose_they_are() {
    check(
        "The race went ahead despite warnings from athletes that the lake was dirty.",
        &["athletes / warnings / the lake was dirty / athletes"],
    );
    check("They heard of a charge that Ada Park rejected.", &[]);
}

#[test]
fn only_what_was_said() {
    check(
        "Ada Park refused to say whether she would go.",
        &["Ada Park / refused / say whether she would go / Ada Park"],
    );
    // Topics tell of nothing that was said, unless words are quoted.
    for nothing in [
        "Ada Park faced questions about the dam.",
        "Ada Park had concerns about the dam.",
        "Ada Park cast a vote for the dam.",
        "A man named Bell left.",
    ] {
        check(nothing, &[]);
    }
    check("Ada Park wants to “keep the peace”.", &["Ada Park / wants / keep the peace / Ada Park"]);
    check("Ada Park wants to know why it failed.", &["Ada Park / wants to know / why it failed / Ada Park"]);
    check("The samples were exposed to light.", &[]);
    check(
        "In a letter read to the court, Ada Park said it was late.",
        &["Ada Park / said / it was late / Ada Park"],
    );
    check(
        "Ada Park said the board met on Monday and agreed to wait.",
        &["Ada Park / said / the board met on Monday and agreed to wait / Ada Park"],
    );
    // What others say or fear within it is theirs, but not what they do or wish.
    check(
        "Ada Park said that critics fear the bridge is old and that the board wants to wait.",
        &[
            "Ada Park / said / critics fear the bridge is old and that the board wants to wait / Ada Park",
            "critics / fear / the bridge is old and that the board wants to wait / critics",
        ],
    );
    check(
        "Ada Park said that Nora Bell called the bridge “a toy”.",
        &[
            "Ada Park / said / Nora Bell called the bridge “a toy” / Ada Park",
            "Nora Bell / called / the bridge “a toy” / Nora Bell",
        ],
    );
}

#[test]
fn cues_beside_their_content() {
    check(
        "“The bridge is safe,” said Ada Park, the mayor of Elmford.",
        &["Ada Park, the mayor of Elmford / said / The bridge is safe / Ada Park"],
    );
    check("The bridge is safe, Ada Park said.", &["Ada Park / said / The bridge is safe / Ada Park"]);
    check(
        "The bridge, Ada Park said, will close in May.",
        &["Ada Park / said / The bridge | will close in May / Ada Park"],
    );
    check(
        "“The bridge is old,” Ada Park said, “but it is safe.”",
        &["Ada Park / said / The bridge is old | but it is safe / Ada Park"],
    );
}

#[test]
fn subjects_behind_asides_and_in_relative_clauses() {
    check(
        "Ada Park, 58, of Elmford, admitted that the bridge was old.",
        &["Ada Park, 58, of Elmford / admitted / the bridge was old / Ada Park"],
    );
    check(
        "Its founder, retired teacher Ada Park, said the bridge was old.",
        &["Its founder, retired teacher Ada Park / said / the bridge was old / Ada Park"],
    );
    check(
        "“The bridge is old,” its chief executive, Ada Park, said.",
        &["its chief executive, Ada Park / said / The bridge is old / Ada Park"],
    );
    check(
        "The council on Friday said the bridge was old.",
        &["The council / said / the bridge was old / council"],
    );
    check(
        "The bridge is old, according to the council, which warned of floods.",
        &["the council / according to / The bridge is old / council", "which / warned of / floods / council"],
    );
    check(
        "Ada Park, the mayor of Elmford, said the bridge would close.",
        &["Ada Park, the mayor of Elmford / said / the bridge would close / Ada Park"],
    );
    check(
        "Ada Park, who argued that the bridge was safe, has resigned.",
        &["who / argued / the bridge was safe / Ada Park"],
    );
    check(
        "Ada Park opened the school, adding that more would follow.",
        &["Ada Park / adding / more would follow / Ada Park"],
    );
}

#[test]
fn reporting_without_a_verb_of_saying() {
    check(
        "According to Ada Park, the bridge is safe.",
        &["Ada Park / According to / the bridge is safe / Ada Park"],
    );
    check(
        "The bridge is safe, according to a report by the city.",
        &["a report by the city / according to / The bridge is safe / report"],
    );
    check(
        "Ada Park's claim that the bridge is safe was wrong.",
        &["Ada Park / claim / the bridge is safe / Ada Park"],
    );
    check(
        "Ada Park is confident that the bridge will hold.",
        &["Ada Park / confident / the bridge will hold / Ada Park"],
    );
}

#[test]
fn passives() {
    check(
        "“The bridge is old,” Ada Park was quoted by the Herald as saying.",
        &[
            "the Herald / quoted / The bridge is old / Herald",
            "Ada Park / saying / The bridge is old / Ada Park",
        ],
    );
    check(
        "“The bridge is old,” Ada Park was quoted as saying.",
        &["Ada Park / quoted as saying / The bridge is old / Ada Park"],
    );
    check(
        "Ada Park was quoted as saying by the Herald that the bridge would close.",
        &[
            "the Herald / quoted / the bridge would close / Herald",
            "Ada Park / quoted as saying / the bridge would close / Ada Park",
        ],
    );
    check("It is believed that the bridge will close.", &["- / believed / the bridge will close / -"]);
}

#[test]
fn quotations_that_go_on() {
    check(
        "Said one engineer, who would not be named: “The bridge is old.”",
        &["one engineer, who would not be named / Said / The bridge is old / one engineer"],
    );
    check(
        "Ada Park thanked voters and promised to “fight every day” for the bridge.",
        &["Ada Park / promised / “fight every day” for the bridge / Ada Park"],
    );
    check(
        "But, Ada Park added, the bridge will hold.",
        &["Ada Park / added / the bridge will hold / Ada Park"],
    );
    check(
        "“The bridge is safe,” Ada Park said. “It will be open in the spring.”",
        &["Ada Park / said / The bridge is safe | It will be open in the spring / Ada Park"],
    );
    check(
        "Ada Park said: “The bridge is safe.\n\n“It will be open in the spring.”",
        &["Ada Park / said / The bridge is safe | It will be open in the spring / Ada Park"],
    );
    check(
        "Ada Park went even further: “We will never close that bridge again.”",
        &["Ada Park / - / We will never close that bridge again / Ada Park"],
    );
}

#[test]
fn marks_of_every_kind() {
    for (open, close) in
        [("“", "”"), ("\"", "\""), ("''", "''"), ("‘", "’"), ("'", "'"), ("``", "''"), ("«", "»")]
    {
        let text = format!("{open}The bridge is safe and it will hold,{close} Ada Park said.");
        check(&text, &["Ada Park / said / The bridge is safe and it will hold / Ada Park"]);
    }
}

#[test]
fn scare_quotes_and_titles_are_left_alone() {
    check("The new “super bridge” opened on Monday.", &[]);
    check("Ada Park wrote the novel “The Bridge at the End of Elmford”.", &[]);
}

#[test]
fn what_nobody_said_is_no_attribution() {
    check("Ada Park did not say that the bridge was safe.", &[]);
    check("Ada Park would say that the bridge is safe.", &[]);
}

#[test]
fn pronouns_and_short_forms() {
    check("Ada Park opened the bridge. She said it was safe.", &["She / said / it was safe / Ada Park"]);
    check(
        "The World Water Council (WWC) met in Elmford. The WWC said rivers were shrinking.",
        &["The WWC / said / rivers were shrinking / World Water Council"],
    );
    check("He said the bridge was safe.", &["He / said / the bridge was safe / -"]);
}

#[test]
fn words_between_a_cue_and_what_it_brings_in() {
    check(
        "The mayor called Wednesday for new elections.",
        &["The mayor / called Wednesday for / new elections / mayor"],
    );
    check("She said, among other things, that the lake was dry.", &["She / said / the lake was dry / -"]);
    check(
        "Ada Park told the Herald that waiting would help.",
        &["Ada Park / told / waiting would help / Ada Park"],
    );
    check(
        "As Ada Park told the Herald, the lake has shrunk.",
        &["Ada Park / told / the lake has shrunk / Ada Park"],
    );
    check(
        "Ada Park wrote on the page of the club: “We will wait for the rain.”",
        &["Ada Park / wrote / We will wait for the rain / Ada Park"],
    );
    check("According to Park the bridge is safe.", &["Park / According to / the bridge is safe / Park"]);
    check("The loan was repaid, records show.", &["records / show / The loan was repaid / records"]);
    check(
        "Nora Bell called the plan a “bad joke.”",
        &["Nora Bell / called / the plan a “bad joke.” / Nora Bell"],
    );
}

#[test]
fn clauses_within_clauses() {
    check("People who believe the plan is dead are wrong.", &["who / believe / the plan is dead / People"]);
    check(
        "The nurse who took the call recalled that he shouted.",
        &["The nurse who took the call / recalled / he shouted / nurse"],
    );
    check(
        "Shares fell after the court blocked the merger, saying it would hurt buyers.",
        &["the court / saying / it would hurt buyers / court"],
    );
    check(
        "What the senators said was that the plan had failed.",
        &["the senators / said / the plan had failed / senators"],
    );
    check("What the senators said was a surprise.", &[]);
    check(
        "“We are in talks,” said a spokesman when asked by the Herald.",
        &["a spokesman / said / We are in talks / spokesman"],
    );
    check(
        "“We are in talks,” said Ada Park in the company’s press release.",
        &["Ada Park / said / We are in talks / Ada Park"],
    );
    check("The party maintained a lead in towns that vote early.", &[]);
    check("The firm did not answer a request for comment.", &[]);
}

#[test]
fn shares_and_acronyms_speak() {
    check("Some 42% say they are tired.", &["Some 42% / say / they are tired / 42%"]);
    check("WHO said the fever had gone.", &["WHO / said / the fever had gone / WHO"]);
    check("There were fears he may resign, and so they met.", &["- / fears / he may resign / -"]);
}

#[test]
fn other_languages_are_left_alone() {
    let text = "Ada Park sagte, die Brücke sei sicher.";
    let article = article::read(&Document::text(text), &Options::default()).unwrap();
    let reading = language::read(&article, Some("de"));
    assert!(stance::attribution::find(&reading).all.is_empty());
}

#[test]
fn two_who_speak_together() {
    check(
        "Mayor Ada Park and the lawyer Tomas Reyes urged residents to stay. They said it was safe.",
        &[
            "Mayor Ada Park and the lawyer Tomas Reyes / urged / residents to stay / Ada Park and Tomas Reyes",
            "They / said / it was safe / Ada Park and Tomas Reyes",
        ],
    );
}

#[test]
fn documents_speak_for_whoever_issued_them() {
    check(
        "The Water Council said in a statement that the wells were dry. The statement added that rain was near.",
        &[
            "The Water Council / said / the wells were dry / Water Council",
            "The statement / added / rain was near / Water Council",
        ],
    );
    check(
        "A report by Open Ledger, a watchdog, says the bridge is old. The watchdog says they will fall.",
        &[
            "A report by Open Ledger, a watchdog / says / the bridge is old / Open Ledger",
            "The watchdog / says / they will fall / Open Ledger",
        ],
    );
}

#[test]
fn nobody_whom_a_speaker_names_is_the_speaker() {
    check(
        "Ada Park spoke to the board. Nora Bell said it was late. “If Ada Park leaves, I will stay,” she said.",
        &[
            "Nora Bell / said / it was late / Nora Bell",
            "she / said / If Ada Park leaves, I will stay / Nora Bell",
        ],
    );
}

#[test]
fn pronouns_fit_in_gender() {
    check(
        "Ada Park met Tomas Reyes. Tomas Reyes left early. She said the bridge was safe.",
        &["She / said / the bridge was safe / Ada Park"],
    );
    check(
        "Council leader Ada Park resigned. The council said it was surprised.",
        &["The council / said / it was surprised / council"],
    );
}

#[test]
fn words_inside_a_quotation_report_little() {
    check(
        "Ada Park accused the council of ignoring “years of evidence” and left.",
        &["Ada Park / accused / the council of ignoring “years of evidence” / Ada Park"],
    );
    check(
        "“Nora Bell wrote that the bridge was safe, and they all said yes,” Ada Park said.",
        &[
            "Ada Park / said / Nora Bell wrote that the bridge was safe, and they all said yes / Ada Park",
            "Nora Bell / wrote / the bridge was safe, and they all said yes / Nora Bell",
        ],
    );
}

#[test]
fn names_with_letters_brackets_and_former_offices() {
    check(
        "Ada Park KC spoke first. Park said the bridge was safe.",
        &["Park / said / the bridge was safe / Ada Park KC"],
    );
    check(
        "Cabinet member for finance Tom Reyes (Con) said the bridge was safe.",
        &["Cabinet member for finance Tom Reyes (Con) / said / the bridge was safe / Tom Reyes"],
    );
    check(
        "As the council has pointed out, the bridge is old.",
        &["the council / pointed out / the bridge is old / council"],
    );
}

#[test]
fn whose_words_they_are_not() {
    check(
        "A spokesman for Ada Park said the bridge was safe.",
        &["A spokesman for Ada Park / said / the bridge was safe / spokesman for Ada Park"],
    );
    check(
        "Ada Park dismissed suggestions that the bridge was old.",
        &["- / suggestions / the bridge was old / -"],
    );
    check("Neither Ada Park nor the council has been accused of a crime.", &[]);
    check(
        "According to the Herald, which saw the letter, the bridge is old.",
        &["the Herald, which saw the letter / According to / the bridge is old / Herald"],
    );
    check(
        "Ada Park acknowledged, however, that “the bridge is not safe”.",
        &["Ada Park / acknowledged / the bridge is not safe / Ada Park"],
    );
}

#[test]
fn content_goes_on_behind_an_apposition() {
    check(
        "Ada Park said that the bloc, a forum founded in 2001, should respond to threats.",
        &["Ada Park / said / the bloc, a forum founded in 2001, should respond to threats / Ada Park"],
    );
    check(
        "The board expressed the hope that the harbour, now closed, would open again.",
        &["The board / expressed the hope / the harbour, now closed, would open again / board"],
    );
}

#[test]
fn sources_with_participles_and_plurals() {
    check("The walls shook, witnesses said.", &["witnesses / said / The walls shook / witnesses"]);
    check(
        "She left early, newly released records show.",
        &["newly released records / show / She left early / records"],
    );
    check(
        "The bridge was open, a statement released after the meeting said.",
        &["a statement released after the meeting / said / The bridge was open / statement"],
    );
    check(
        "Ada Park said at least ten of the wounded were firefighters.",
        &["Ada Park / said / at least ten of the wounded were firefighters / Ada Park"],
    );
    check("Ada Park toured swing states that had backed it.", &[]);
}

#[test]
fn content_goes_on_without_a_new_subject() {
    check(
        "Ada Park said she was upset by the plan, but slept well.",
        &["Ada Park / said / she was upset by the plan, but slept well / Ada Park"],
    );
    check(
        "Ada Park said the plan, while costly, was sound.",
        &["Ada Park / said / the plan, while costly, was sound / Ada Park"],
    );
}

#[test]
fn a_quotation_closes_further_down() {
    check(
        "Ada Park said: “It is late.\n\nWe have to go.”",
        &["Ada Park / said / It is late | We have to go / Ada Park"],
    );
}
