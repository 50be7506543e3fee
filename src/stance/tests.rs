//! What the layer must find, tag by tag and ruling by ruling, in sentences written for it.

mod holders;
mod plain;
mod sides;
mod uses;
mod withheld;

use std::sync::Arc;

use super::CustomLexicon;
use crate::{Analysis, Document, Options, analyse};

fn read(text: &str) -> Analysis<'_> {
    let options = Options { offsets: crate::offsets::Unit::Utf8, ..Options::default() };
    analyse(&Document { language: Some("en"), ..Document::text(text) }, &options).expect("text never fails")
}

/// The stances of a text as "words tag holder > target".
fn stances(text: &str) -> Vec<String> {
    let analysis = read(text);
    let name = |holder: Option<u32>| match holder {
        None => "author",
        Some(id) => analysis.speakers[id as usize].name.as_str(),
    };
    let tag = |tag| {
        serde_json::to_value(tag).ok().and_then(|tag| tag.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let lines = analysis.stances.iter().map(|stance| {
        let target = stance.target.map(|target| format!(" > {}", target.of(text))).unwrap_or_default();
        format!("{} {} {}{target}", stance.span.of(text), tag(stance.tag), name(stance.holder))
    });
    lines.collect()
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let found = stances(text);
    for want in wanted {
        assert!(found.iter().any(|line| line == want), "no `{want}` in {found:#?} of {text}");
    }
}

#[track_caller]
fn finds_no(text: &str, tag: &str) {
    let found = stances(text);
    let with = format!(" {tag} ");
    assert!(!found.iter().any(|line| line.contains(&with)), "a {tag} in {found:#?} of {text}");
}

#[test]
fn support_and_opposition_belong_to_the_subject() {
    finds(
        "The harbour council supports the new ferry.",
        &["supports support harbour council > the new ferry"],
    );
    finds(
        "Fishermen oppose the dredging of the bay.",
        &["oppose oppose Fishermen > the dredging of the bay"],
    );
    finds(
        "The plan, backed by the mayor of Ostend, begins in May.",
        &["backed support mayor of Ostend > The plan"],
    );
    finds("The guild spoke highly of its apprentices.", &["spoke highly of support guild > its apprentices"]);
}

#[test]
fn an_i_that_nobody_quotes_is_the_author() {
    finds("I guess the plan may fail.", &["guess hedge author", "may hedge author"]);
    finds(
        "The mayor called Wednesday for new elections.",
        &["called Wednesday for demand mayor > new elections"],
    );
}

#[test]
fn backing_is_of_whoever_gives_it() {
    finds("The plan has the backing of the council.", &["backing of support council > The plan"]);
    finds("Support for the plan has grown.", &["Support for support unknown > the plan"]);
    finds("Ada Park ruled out a merger.", &["ruled out oppose Ada Park > a merger"]);
}

#[test]
fn a_fight_is_no_opposition_unless_it_is_against_something() {
    finds_no("The two sides fought near the river on Monday.", "oppose");
    finds("The ministry promised to combat smuggling.", &["combat oppose ministry > smuggling"]);
    finds("An anti-toll group met on Friday.", &["anti-toll oppose anti-toll group > toll"]);
}

#[test]
fn negation_turns_support_and_opposition() {
    finds("The union did not support the merger.", &["support oppose union > the merger"]);
    finds("The union no longer opposes the merger.", &["opposes support union > the merger"]);
}

#[test]
fn subjects_that_are_pronouns_or_pairs_hold_positions() {
    let text = "Nora Bell left. Tomas Reyes stayed. She opposes the wall. He backs it.";
    finds(text, &["opposes oppose Nora Bell > the wall", "backs support Tomas Reyes > it"]);
    finds("The council met. It condemned the wall.", &["condemned oppose council > the wall"]);
    finds("She opposes the wall.", &["opposes oppose unknown > the wall"]);
    finds(
        "Nora Bell and Tomas Reyes, both of Ostend, praised the crew.",
        &["praised support Nora Bell and Tomas Reyes > the crew"],
    );
    finds("Its chair, Nora Bell, praised the crew.", &["praised support Nora Bell > the crew"]);
}

#[test]
fn demands_take_the_act_for_their_target() {
    finds("The island must repair its bridges.", &["must demand author > repair its bridges"]);
    finds(
        "Nora Bell urged ministers to reopen the railway.",
        &["urged demand Nora Bell > reopen the railway"],
    );
    finds(
        "It is important for the town to plant more trees.",
        &["important demand author > plant more trees"],
    );
    finds_no("The ferry can carry forty cars.", "demand");
    finds_no("Passengers had to wait for two hours.", "demand");
}

#[test]
fn imperatives_ask_for_the_act() {
    finds("“Don't close the school,” said Nora Bell.", &["Don't close demand Nora Bell > close the school"]);
    finds("Scrap the toll, minister.", &["Scrap demand author > Scrap the toll, minister"]);
    finds_no("Police arrested a man in Ostend.", "demand");
    finds_no("See the map below.", "demand");
    finds_no("Broadcast networks have less time.", "demand");
    finds_no("Cut flowers sell well in Leith.", "demand");
    finds(
        "Protect schools closed by the council.",
        &["Protect demand author > Protect schools closed by the council"],
    );
    finds("Protect workers fired last year.", &["Protect demand author > Protect workers fired last year"]);
    finds_no("Rush Limbaugh called it bold.", "demand");
    finds("Let crews through.", &["Let demand author > Let crews through"]);
}

#[test]
fn insisting_demands_only_what_should_be() {
    finds_no("The opposition insists the sums do not add up.", "demand");
    finds_no("Nora Bell insisted on Tuesday that the lake was safe.", "demand");
    finds(
        "The opposition insists that the mayor should resign.",
        &["insists demand opposition > the mayor should resign"],
    );
}

#[test]
fn passives_find_their_agent_and_their_subject() {
    finds(
        "The ruling was praised by unions and criticised by banks.",
        &["praised support unions > The ruling", "criticised oppose banks > The ruling"],
    );
    finds("Half of a wall touted by the council as a cure fell.", &["touted distance author > a wall"]);
    finds("Employers called for calm in a letter.", &["called for demand Employers > calm"]);
}

#[test]
fn targets_are_what_the_cue_brings_in() {
    finds(
        "Nora Bell denied that the bank was hostile, adding that it was late.",
        &["denied deny Nora Bell > the bank was hostile"],
    );
    finds("The bank claimed the rule was unfair.", &["claimed distance author > the rule was unfair"]);
    finds(
        "The board has promised investors that it will return the cash.",
        &["promised pledge board > it will return the cash"],
    );
    finds("It is not true that the well is dry.", &["not true deny author > the well is dry"]);
    finds("It was a charge that the army rejected.", &["rejected deny army > a charge"]);
}

#[test]
fn labels_and_open_questions_state_nothing() {
    finds_no("They fought over the disputed valley.", "deny");
    finds_no("The figure could not be verified.", "deny");
    finds_no("Nora Bell declined to confirm the figure.", "deny");
    finds_no("Stock fell below the recommended level.", "demand");
    finds("No one has refuted the finding.", &["refuted affirm author > the finding"]);
}

#[test]
fn pledges_bind_the_one_who_speaks() {
    finds("The bakery pledged to lower its prices.", &["pledged pledge bakery > lower its prices"]);
    finds("“We will rebuild the school,” said Nora Bell.", &["will pledge Nora Bell > rebuild the school"]);
    finds_no("The train will leave at noon.", "pledge");
}

#[test]
fn wishes_forecasts_and_what_befalls_somebody_are_no_pledges() {
    finds_no("Ada Park said she would like to visit the coast.", "pledge");
    finds_no("“If the mill closes, I will be sacked,” said Ada Park.", "pledge");
    finds_no("They knew that closing the mill would cost votes.", "pledge");
    finds_no("There were fears they would leave the club.", "pledge");
    finds_no("The firm is offering new maps to guide walkers.", "pledge");
    finds(
        "A spokesman said the ministry will look into the leak.",
        &["will pledge ministry > look into the leak"],
    );
    finds("The firm rejected Ada Park’s offer to mend the wall.", &["offer pledge Ada Park > mend the wall"]);
}

#[test]
fn what_is_kept_back_or_turns_out_is_neither_denied_nor_affirmed() {
    finds_no("The firm did not reveal where the mine is.", "deny");
    finds_no("The lock proved useless in the storm.", "affirm");
    finds_no("The results reflected broad-based growth last year.", "affirm");
    finds_no("She stepped down in order to write a book.", "demand");
    finds_no("They swap ideas, he said.", "hedge");
    finds("The navy ruled out any involvement.", &["ruled out deny navy > any involvement"]);
    finds("They could not verify the group’s claim.", &["claim distance author"]);
    finds_no("The court heard an asylum claim.", "distance");
    finds("It was an obvious and costly mistake.", &["obvious booster author"]);
}

#[test]
fn words_of_stance_in_their_plain_sense_are_none() {
    finds_no("The man pleaded guilty to theft.", "demand");
    finds_no("He was traced by a call to the town hall.", "demand");
    finds_no("The club lie 14th in the table.", "deny");
    finds_no("This was the third time they had met.", "demand");
    finds_no("They let supply and demand set the price.", "demand");
    finds_no("She played a supporting role.", "support");
    finds_no("They met to confirm the deal.", "affirm");
    finds_no("The ranger shot down the drone.", "oppose");
    finds("The drugs are known to harm bees.", &["known to affirm author"]);
    finds(
        "Harbour Bank, its largest lender, committed to a rescue.",
        &["committed to pledge Harbour Bank > a rescue"],
    );
    finds("He said that voters shouldn’t fret.", &["shouldn’t demand unknown > fret"]);
}

#[test]
fn denials_are_of_claims_not_of_visas() {
    finds("Nora Bell denied that she had sold the land.", &["denied deny Nora Bell > she had sold the land"]);
    finds("The bank rejected the allegation.", &["rejected deny bank > the allegation"]);
    finds_no("The players were denied visas.", "deny");
    finds("There is no evidence that the well is dry.", &["no evidence deny author > the well is dry"]);
}

#[test]
fn distance_and_affirmation_belong_to_whoever_reports() {
    finds("Nora Bell claimed that the well was dry.", &["claimed distance author > the well was dry"]);
    finds("Nora Bell admitted that the well was dry.", &["admitted affirm author"]);
    finds("The so-called expert left early.", &["so-called distance author > expert"]);
    finds_no("Nora Bell said that the well was dry.", "distance");
}

#[test]
fn scare_quotes_are_words_that_nobody_says() {
    finds(
        "The office was closed after a 'streamlined' review of its work.",
        &["streamlined distance author"],
    );
    finds_no("The review was “quick and fair,” said Nora Bell.", "distance");
    finds_no("She sang “The Long Road Home” twice.", "distance");
}

#[test]
fn counters_set_one_thing_against_another() {
    finds("The road is short but steep.", &["but counter author"]);
    finds("However, the road was closed.", &["However counter author"]);
    finds("While the north froze, the south stayed warm.", &["While counter author"]);
    finds_no("There was nothing but sand.", "counter");
    finds_no("He whistled while walking home.", "counter");
}

#[test]
fn hedges_leave_open_and_months_do_not() {
    finds("The bridge may be closed.", &["may hedge author"]);
    finds("It is possible that the bridge is closed.", &["possible hedge author"]);
    finds("Nora Bell believes that the bridge is safe.", &["believes hedge Nora Bell"]);
    finds("The bridge is widely believed to be unsafe.", &["believed hedge author"]);
    finds_no("The fair was held in May.", "hedge");
    finds_no("They could not find the key.", "hedge");
    finds_no("About 20 people came.", "hedge");
}

#[test]
fn boosters_take_the_holder_of_what_they_strengthen() {
    finds(
        "The council firmly opposes the dam.",
        &["firmly booster council", "opposes oppose council > the dam"],
    );
    finds("The council has never met.", &["never booster author"]);
    finds_no("The hall is very", "demand");
}

#[test]
fn judging_words_are_marked_and_facts_are_not() {
    finds(
        "It was a brutal and shameful decision.",
        &["brutal evaluative author", "shameful evaluative author"],
    );
    finds("Nora Bell called it “a heroic rescue.”", &["heroic evaluative Nora Bell"]);
    finds("The mayor made a controversial choice.", &["controversial evaluative author"]);
    finds("The choir gave a spellbinding concert.", &["spellbinding evaluative author"]);
    finds_no("Nora Bell said that two terrorists had fled.", "evaluative");
    finds_no("Two people were killed on the main road.", "evaluative");
    finds_no("The law makes the trade illegal.", "evaluative");
}

#[test]
fn two_judging_words_side_by_side_are_one_span() {
    finds("They face a cruel farce.", &["cruel farce evaluative author"]);
}

#[test]
fn what_is_reported_is_never_charged_to_the_author() {
    let text = "“The dam is a shameful mistake, and we must stop it,” said Nora Bell. Rain fell all night.";
    let analysis = read(text);
    assert!(!analysis.stances.is_empty());
    assert!(analysis.stances.iter().all(|stance| stance.holder.is_some()), "{:?}", stances(text));
}

#[test]
fn what_cannot_think_holds_no_position() {
    finds(
        "The outbreak helped, and new restrictions opposed the plan.",
        &["opposed oppose author > the plan"],
    );
    finds("The coalition opposed the plan.", &["opposed oppose coalition > the plan"]);
    finds("Municipalities opposed the plan.", &["opposed oppose Municipalities > the plan"]);
    finds("Its greediness opposed the plan.", &["opposed oppose author > the plan"]);
    finds("Two factions opposed the plan.", &["opposed oppose Two factions > the plan"]);
}

#[test]
fn a_headline_may_write_a_speaker_otherwise() {
    let analysis = read(
        "Harbour council backs the barrier\n\nThe Harbour Council opposed the rail link, as it said on Monday.",
    );
    let names: Vec<&str> = analysis.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Harbour Council"], "{names:?}");
}

#[test]
fn names_are_not_marked() {
    finds_no("Aaron Savage works for the Brave Heart Foundation.", "evaluative");
}

#[test]
fn polarity_and_strength_follow_negation_and_boosters() {
    let analysis = read("The decision was not fair, they said. The council strongly supports the fair.");
    let fair = analysis.stances.iter().find(|stance| stance.rule.contains("fair"));
    assert_eq!(fair.map(|stance| stance.polarity), Some(-1));
    let support = analysis.stances.iter().find(|stance| stance.rule.contains("support.verb"));
    assert_eq!(support.map(|stance| (stance.polarity, stance.strength)), Some((1, 3)));
}

#[test]
fn a_caller_adds_entries_and_silences_rules() {
    let json = r#"{"entries": [{"tag": "oppose", "pattern": "red-card", "pos": "", "frame": "+np >obj @subj",
                                "polarity": -1, "reason": "turns somebody away, as on the pitch", "source": "our desk"}],
                   "silence": ["counter.cconj.but"]}"#;
    let lexicon = CustomLexicon::from_json(json).expect("a lexicon in the form");
    let options = Options { lexicon: Some(Arc::new(lexicon)), ..Options::default() };
    let document =
        Document { language: Some("en"), ..Document::text("Voters red-card the plan but stay calm.") };
    let analysis = analyse(&document, &options).expect("text never fails");
    let rules: Vec<&str> = analysis.stances.iter().map(|stance| stance.rule.as_ref()).collect();
    assert!(rules.contains(&"oppose.phrase.red-card"), "{rules:?}");
    assert!(!rules.contains(&"counter.cconj.but"), "{rules:?}");
}

#[test]
fn every_rule_that_fires_is_explained() {
    let known: std::collections::HashSet<String> = super::rules().map(|rule| rule.id).collect();
    let text = "The so-called expert may oppose the brutal law, but 'clever' Nora Bell strongly backs it.";
    for stance in read(text).stances {
        assert!(known.contains(stance.rule.as_ref()), "{}", stance.rule);
    }
}

#[test]
fn the_summary_merges_forms_of_one_target_and_nothing_else() {
    let targets = |text: &str| {
        let (_, summary) = crate::analyse_and_summarise(&Document::text(text), &Options::default())
            .expect("text never fails");
        let voices = [&summary.author].into_iter().chain(&summary.speakers);
        voices.map(|voice| voice.supports.len() + voice.opposes.len() + voice.pledges.len()).sum::<usize>()
    };
    for (text, count) in [
        ("Nora Bell supports the policy. She supports the police.", 2),
        ("Nora Bell supports the woman. She supports the women of the town.", 1),
        ("Nora Bell backs the tax reform. She backs the land reform.", 2),
        ("Nora Bell supports Karim Haddad. She supports Leila Haddad.", 2),
        ("Nora Bell supports the Reed bill. She supports the Park bill.", 2),
        ("Nora Bell pledged to raise wages. She pledged not to raise taxes.", 2),
        ("Nora Bell pledged to raise wages. She pledged to raise the wage of nurses.", 1),
    ] {
        assert_eq!(targets(text), count, "{text}");
    }
}

#[test]
fn the_summary_merges_targets_and_counts_voices_apart() {
    let text = "Nora Bell opposes the dams. “We oppose the dam,” Nora Bell said.";
    let document = Document { language: Some("en"), ..Document::text(text) };
    let (_, summary) =
        crate::analyse_and_summarise(&document, &Options::default()).expect("text never fails");
    let bell =
        summary.speakers.iter().find(|voice| voice.name.as_deref() == Some("Nora Bell")).expect("a speaker");
    assert_eq!(bell.opposes.len(), 1, "{:?}", bell.opposes);
    assert_eq!(bell.opposes[0].stances.len(), 2);
    assert!((bell.share - 1.0).abs() < 0.01);
    assert_eq!(bell.words, 4);
    assert_eq!(summary.author.words + bell.words, summary.words);
}

#[test]
fn a_promise_not_to_act_keeps_its_not() {
    finds(
        "The mayor promised not to raise the ferry fares.",
        &["promised pledge mayor > not to raise the ferry fares"],
    );
    finds("“We won't close the yard,” Ada Park said.", &["won't pledge Ada Park > close the yard"]);
    finds("Officials urged people never to drive there.", &["urged demand Officials > never to drive there"]);
}

#[test]
fn an_open_question_or_condition_is_nobodys_position() {
    for text in [
        "The mayor declined to say whether the minister supports the harbour site.",
        "Asked if the party supports the toll, Park left.",
        "If the council supports the plan, crews will sue.",
    ] {
        finds_no(text, "support");
    }
    finds("The mayor knows that the minister supports the site.", &["supports support minister > the site"]);
}

#[test]
fn words_with_soft_hyphens_are_the_words_they_look_like() {
    finds("The may\u{AD}or op\u{AD}poses the plan.", &["op\u{AD}poses oppose mayor > the plan"]);
}
