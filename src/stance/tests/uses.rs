//! Uses of stance words and what looks like one: original sentences.

use super::{finds, finds_no};

#[test]
fn imperatives_stand_in_quotations_and_after_conditions_too() {
    finds(
        "Strikers chanted, “Save our yard,” and “Put boats first,” all day.",
        &["Save demand Strikers > Save our yard", "Put demand Strikers > Put boats first"],
    );
    finds("Don't be a fool.", &["Don't be demand author > be a fool"]);
    finds("If you smell gas, leave the house.", &["leave demand author > leave the house"]);
    finds_no("Want to see the boats?", "demand");
}

#[test]
fn what_is_going_to_be_done_and_threats_are_pledges() {
    finds("“We are going to close the yard,” Ada Park said.", &["going to pledge Ada Park > close the yard"]);
    finds("Ada Park threatened to close the yard.", &["threatened pledge Ada Park > close the yard"]);
    finds_no("The rain is going to stop.", "pledge");
}

#[test]
fn what_was_held_back_is_no_position() {
    for text in [
        "The council avoided direct criticism of the guild.",
        "Ada Park stopped short of endorsing the guild.",
        "Nora Bell refrained from criticising the guild.",
        "There was no support for the ferry.",
    ] {
        finds_no(text, "support");
        finds_no(text, "oppose");
    }
    finds_no("The study was supported by the Moss Fund.", "support");
    finds_no("Papers were kept in approved cabinets.", "support");
}

#[test]
fn misconceptions_are_denied_and_needs_named_as_demands() {
    finds(
        "It is a misconception that herons sleep by day.",
        &["misconception deny author > herons sleep by day"],
    );
    finds("The harvest proved him wrong.", &["proved him wrong deny harvest"]);
    finds("“We need boats now,” Nora Bell said.", &["need demand Nora Bell > boats"]);
    finds_no("The yard needs boats.", "demand");
    finds("That is what our crews deserve.", &["deserve demand author"]);
    finds("Crews were told by the guild to sign the form.", &["told demand guild > sign the form"]);
    finds_no("Clerks told reporters the decision to sell the yard came in May.", "demand");
    finds(
        "The minister, Nora Bell, formally approved the ferry.",
        &["approved support Nora Bell > the ferry"],
    );
    finds("The guild raised alarm at the price.", &["raised alarm oppose guild > the price"]);
}

#[test]
fn whoever_gives_the_words_holds_the_position() {
    finds("The guild tweeted support for the ferry.", &["support for support guild > the ferry"]);
    finds("There were requests from the US.", &["requests demand US"]);
    finds(
        "The church denied these allegations. Everyone despite the resistance of the church agreed.",
        &["allegations distance author", "resistance of oppose church"],
    );
}

#[test]
fn conclusions_quantities_and_measures_strengthen_nothing() {
    finds_no("The guild changed the rules so weak claims fail at once.", "booster");
    finds_no("Ferries call at most European ports.", "booster");
    finds_no("The judge delayed the full hearing.", "booster");
    finds("The plan has the full support of the guild.", &["full booster guild"]);
    finds("It is clear that the yard is failing.", &["clear booster author"]);
    finds_no("A wet letter was found near the yard.", "affirm");
    finds_no("The plans were considered because of the flood.", "hedge");
    finds("The yard is considered a waste.", &["considered hedge author"]);
    finds("If convicted, he could lose the yard.", &["could hedge author"]);
    finds_no("They moved north so they could be nearer the sea.", "hedge");
    finds_no("The guild runs a support group.", "support");
}

#[test]
fn officials_who_say_what_will_be_done_promise_it() {
    finds("Officials said every form will be reviewed.", &["will pledge Officials > be reviewed"]);
    finds_no("Officials said the storm will pass.", "pledge");
    finds_no("Fishermen said the yard will be closed by the storm.", "pledge");
}

#[test]
fn an_author_who_judges_means_mild_words_too() {
    let facts = "The leak of the pump caused chaos. Crews came. Boats left. The tide fell.";
    finds_no(facts, "evaluative");
    let judges = "This brutal, cruel yard is a disgraceful sham. Its owners are shameless liars. Their greedy deal is a \
                  vile farce. The leak of the pump caused chaos.";
    finds(judges, &["chaos evaluative author"]);
}

#[test]
fn only_those_who_can_act_threaten_and_promote() {
    finds_no("The debate threatened to split the guild.", "pledge");
    finds_no("The expansion promotes growth.", "support");
    finds("Voters reject this plan.", &["reject oppose Voters > this plan"]);
    finds_no("The mayor spoke to reporters.", "affirm");
    finds_no("The nurse was admitted to the ward.", "affirm");
    finds_no("There were two confirmed cases in May.", "affirm");
    finds_no("The ferry proved a burden to run.", "affirm");
}

#[test]
fn curly_apostrophes_are_apostrophes_and_support_may_be_full() {
    finds("“I’ll close the yard,” Ada Park said.", &["’ll pledge Ada Park > close the yard"]);
    finds(
        "“We are in full support of the ferry,” Ada Park said.",
        &["full booster Ada Park", "support of support Ada Park > the ferry"],
    );
}

#[test]
fn what_somebody_finds_or_shows_of_themselves_is_no_fact() {
    for text in [
        "The guild found itself alone.",
        "He showed up at the yard.",
        "She showed kindness.",
        "The mayor conceded the race.",
        "Nora Bell waits to be confirmed.",
        "It was not possible to independently verify the claim.",
    ] {
        finds_no(text, "affirm");
    }
    finds("The survey showed a fall in trust.", &["showed affirm author"]);
    finds_no("“Just stop lying,” Nora Bell said.", "affirm");
    finds_no("Nobody knows where his loyalties lie.", "deny");
}

#[test]
fn guesses_and_states_are_no_pledges() {
    for text in [
        "Nora Bell was confident that she would win.",
        "Nora Bell said she will need help.",
        "The crews hope their presence will help.",
        "“We will see,” Nora Bell said.",
        "He has enough pledged delegates.",
        "Nora Bell is willing to wait.",
        "“I will say it again,” Nora Bell said.",
        "“I don't know if I'll be there,” Nora Bell said.",
    ] {
        finds_no(text, "pledge");
    }
    finds("Nora Bell said her team would help.", &["would pledge Nora Bell > help"]);
}

#[test]
fn holders_are_named_without_what_hangs_on_them() {
    finds("Tova Bell of the guild opposed the ferry.", &["opposed oppose Tova Bell > the ferry"]);
    finds("Governors in more than ten states opposed the ferry.", &["opposed oppose Governors > the ferry"]);
    finds_no("She spoke on \"Meet the Crew\" again.", "distance");
    finds("They sell \"boat dossiers,\" which banks buy.", &["boat dossiers distance author"]);
}

#[test]
fn measures_proposals_and_set_phrases_weigh_nothing() {
    for text in
        ["She spoke of oars, sails and so forth.", "They lag far behind.", "The most recent figures are low."]
    {
        finds_no(text, "booster");
    }
    for text in [
        "The plan must be well thought out.",
        "Police questioned the driver.",
        "Nora Bell suggested waiting.",
        "You have no idea who they are.",
        "They do care, believe it or not.",
    ] {
        finds_no(text, "hedge");
    }
    finds("It is simply wrong.", &["simply booster author"]);
}

#[test]
fn guesses_and_conditions_demand_nothing() {
    for text in ["He must have been late.", "Should they stay, the yard will close."] {
        finds_no(text, "demand");
    }
    finds("Crews must have boats.", &["must demand author > have boats"]);
    finds_no("“We will win in Leith,” Nora Bell said.", "pledge");
}

#[test]
fn an_infinitive_in_a_row_has_the_holder_of_the_first() {
    finds(
        "“We need to firmly back towns concerned in the work, firmly support crews in keeping calm, and firmly oppose meddling,” Nora Bell said.",
        &["support support Nora Bell > crews", "oppose oppose Nora Bell > meddling"],
    );
    finds(
        "Nora Bell urged towns to end fraud, curb the trade, and crack down on Internet-based fraud.",
        &["crack down on oppose Nora Bell > Internet-based fraud"],
    );
    finds("This shows the town's determination to defend the yard.", &["defend support town > the yard"]);
}

#[test]
fn a_clause_denied_as_a_whole_is_the_target() {
    for text in [
        "Elmford accuses Moss of cheating, which Moss denies.",
        "Elmford accuses Moss of cheating, something Moss denies.",
    ] {
        finds(text, &["denies deny Moss > Moss of cheating"]);
    }
}

#[test]
fn targets_reach_over_apostrophes_hyphens_and_relatives() {
    finds(
        "Nora Bell hailed their towns’ deepening ties.",
        &["hailed support Nora Bell > their towns’ deepening ties"],
    );
    finds(
        "Nora Bell called for making the town an example of thrift.",
        &["called for demand Nora Bell > making the town an example of thrift"],
    );
    finds(
        "Nora Bell warned against what she called “a real threat” to the yard.",
        &["warned against oppose Nora Bell > what she called “a real threat” to the yard"],
    );
    finds("The board, a group of eight, should act.", &["should demand author > act"]);
}

#[test]
fn what_joins_and_what_ought_to_be_weigh_nothing() {
    finds_no("The plan is not only raising costs but isolating towns.", "counter");
    finds_no("The yard should be seen as a force for good.", "hedge");
    finds_no("The order effectively restores the towns concerned.", "evaluative");
    finds_no("Nora Bell said she would welcome the talks.", "pledge");
    finds("Nora Bell said her country would help.", &["would pledge Nora Bell > help"]);
}

#[test]
fn a_quality_is_of_the_subject_of_its_own_clause() {
    finds("Nora Bell said the report was false.", &["false deny Nora Bell > the report"]);
    finds("Crews said the plan was a lie.", &["lie deny Crews > the plan"]);
    finds("The meeting approved the plan.", &["approved support meeting > the plan"]);
}

#[test]
fn what_others_call_something_is_kept_at_a_distance() {
    finds("Nora Bell left what she called a sham.", &["called distance author > a sham"]);
    finds_no("Nora Bell called it a sham.", "distance");
    finds_no("The sun has what astronomers call a corona.", "distance");
}

#[test]
fn a_word_given_for_others_is_a_pledge() {
    finds("Nora Bell promised that the roads would be mended.", &["would pledge Nora Bell > be mended"]);
    finds("The guild is committed to mending the pier.", &["committed to pledge guild > mending the pier"]);
    finds("The guild is committed to fairness.", &["committed to support guild > fairness"]);
}

#[test]
fn who_is_let_in_is_not_admitted_to_be_so() {
    finds_no("The club admitted Ada Park into its hall.", "affirm");
    finds_no("She is a proven captain.", "affirm");
    finds("The mill was sold twice, records obtained by the Bugle showed.", &["showed affirm author"]);
}

#[test]
fn what_follows_please_or_an_adverb_is_asked_for() {
    finds("If you come, please read the map.", &["read demand author > read the map"]);
    finds("Frankly, tell the mayor.", &["tell demand author > tell the mayor"]);
    finds("They chanted “stop the toll” all night.", &["stop demand unknown > stop the toll"]);
}

#[test]
fn comparisons_judge_nothing_where_the_word_is_mild() {
    finds_no("Ada Park said greater effort brings stronger walls.", "evaluative");
    finds("Ada Park said it was a strong wall.", &["strong evaluative Ada Park"]);
}

#[test]
fn terms_trust_and_ability_doubt_nothing() {
    finds_no("He was held on suspicion of arson.", "hedge");
    finds_no("The poll asked likely voters.", "hedge");
    finds_no("They searched for a probable cause.", "hedge");
    finds_no("The crew believed her.", "hedge");
    finds("The crew believed her guilty.", &["believed hedge crew"]);
    for text in [
        "She built a shed where boats could dry.",
        "She built a shed so that boats could dry.",
        "If they had asked, they would have known.",
        "The crews disagree over whether to sell the ferry.",
        "Nora Bell assumed command of the ferry.",
        "Nora Bell suggested that they should wait.",
        "The ferry found an unlikely buyer.",
    ] {
        finds_no(text, "hedge");
    }
}

#[test]
fn what_strengthens_a_side_and_what_only_measures() {
    finds("“I am in total support of the dam,” Ada Park said.", &["total booster Ada Park"]);
    finds("Nora Bell never actually denied the claim.", &["actually booster Nora Bell"]);
    finds_no("Nora Bell looked at all boats.", "booster");
    finds("No matter what it costs, the dam is safe.", &["No matter counter author"]);
}

#[test]
fn demand_of_buyers_and_hopes_of_wares_ask_for_nothing() {
    for text in [
        "There was weak demand for smartphones.",
        "Supply and demand for gas fell.",
        "The new ferry will appeal to families.",
        "Nora Bell will appeal to the Supreme Court.",
        "“I can't afford to heat my home,” said Nora Bell.",
        "The crew is bound to win.",
        "This is the most important ferry we have built.",
    ] {
        finds_no(text, "demand");
    }
    finds(
        "Families repeated the demand for the release of all crews.",
        &["demand for demand Families > the release of all crews"],
    );
    finds("Crews renewed their demand for a recount.", &["demand for demand Crews > a recount"]);
    finds("Nora Bell appealed to crews to stay calm.", &["appealed to demand Nora Bell > stay calm"]);
    finds("Nora Bell appealed to crews for help.", &["appealed to demand Nora Bell > help"]);
    finds("“We cannot afford to wait,” said Nora Bell.", &["cannot afford to demand Nora Bell > wait"]);
    finds("The quay makes it more important to act.", &["important demand author > act"]);
}

#[test]
fn nouns_and_verbs_that_look_like_qualities_judge_nothing() {
    for text in [
        "Nora Bell gave a free kick for the foul.",
        "The crew ate bananas.",
        "Doctors told the crew not to panic.",
        "The ferry is appealing to younger crews.",
    ] {
        finds_no(text, "evaluative");
    }
    finds("The ferry was a shambles.", &["shambles evaluative author"]);
    let read = super::read("Councils should stop squandering our money.");
    assert!(
        read.stances.iter().any(|stance| stance.polarity < 0),
        "what is to end is bad: {:#?}",
        read.stances
    );
}

#[test]
fn idioms_of_british_news_take_sides() {
    for (text, stance) in [
        ("Residents are up in arms over the plan.", "up in arms oppose Residents > the plan"),
        ("Ada Park rubbished the claims.", "rubbished deny Ada Park > the claims"),
        ("Ada Park has rubbished the plan.", "rubbished oppose Ada Park > the plan"),
        ("Ada Park stuck up for the crews.", "stuck up for support Ada Park > the crews"),
        ("Ada Park rounded on critics.", "rounded on oppose Ada Park > critics"),
    ] {
        finds(text, &[stance]);
    }
    finds_no("Ada Park was standing by the gate.", "support");
    for text in ["The storm tore into the coast.", "The striker was late. Rovers tore into the visitors."] {
        finds_no(text, "oppose");
    }
    for text in ["“We sell wild mushrooms,” Ada Park said.", "She has a wicked sense of humour."] {
        finds_no(text, "evaluative");
    }
    finds("Ada Park tore into the budget.", &["tore into oppose Ada Park > the budget"]);
    finds("Ada Park is standing by her mayor.", &["standing by support Ada Park > her mayor"]);
    finds_no("Rovers conceded two goals.", "affirm");
}

#[test]
fn words_in_marks_that_somebody_owns_keep_nobody_away() {
    for text in [
        "The bank cut the stock to “sell”.",
        "The court heard the attack was “brutal”.",
        "Ada Park was “devastated” by the loss.",
    ] {
        finds_no(text, "distance");
    }
    finds("The mayor has a “magic number” in mind.", &["magic number distance author"]);
}

#[test]
fn what_befalls_is_neither_demanded_nor_promised() {
    for text in ["The row has to do with tolls.", "Crews no longer have to wait."] {
        finds_no(text, "demand");
    }
    for text in [
        "“We are going to lose it,” Ada Park said.",
        "“I was going to sell it,” Ada Park said.",
        "Ada Park assured crews that the ice was safe.",
    ] {
        finds_no(text, "pledge");
    }
    finds("Ada Park assured crews that it would close.", &["assured pledge Ada Park > it would close"]);
    finds_no("She came not only to paint.", "counter");
    finds_no("Nora Bell has proven to be able.", "affirm");
    finds("Nora Bell disagreed with the plan.", &["disagreed with oppose Nora Bell > the plan"]);
    finds("Nora Bell supports ending the toll.", &["supports support Nora Bell > ending the toll"]);
    finds("Nora Bell refused to sell the yard.", &["refused oppose Nora Bell > sell the yard"]);
    finds_no("Nora Bell refused to answer.", "oppose");
    finds_no("Nora Bell never blamed Ada Park.", "support");
}
