//! Plain senses told from stances, and families of words that take a side: original sentences.

use super::{finds, finds_no};

#[test]
fn doubts_are_of_what_somebody_has_or_is() {
    finds("Nora Bell questioned his motives.", &["questioned oppose Nora Bell > his motives"]);
    finds(
        "Nora Bell questioned the wisdom of the plan.",
        &["questioned oppose Nora Bell > the wisdom of the plan"],
    );
    finds_no("Police questioned the driver.", "oppose");
    finds_no("Some firms have been questioned.", "oppose");
    finds_no("They fight hate speech online.", "support");
    finds_no("They banned hate speech.", "oppose");
}

#[test]
fn wishes_for_the_acts_of_others_are_demands() {
    finds("The guild wants the mayor to resign.", &["wants demand guild > resign"]);
    finds("The guild would like the mayor to resign.", &["like demand guild > resign"]);
    finds("Nora Bell pushed crews to agree.", &["pushed demand Nora Bell > agree"]);
    for text in [
        "The guild wants to leave.",
        "“I want you to know that it rained,” Nora Bell said.",
        "The rise will push firms to leave.",
    ] {
        finds_no(text, "demand");
    }
}

#[test]
fn what_is_wanted_of_nobody_is_no_demand() {
    for text in [
        "Nora Bell did not respond to a request for comment.",
        "The pump requires oil.",
        "The votes needed to win were few.",
        "I got to know them.",
        "The house took a roll call on the bill.",
        "He entered a plea on Monday.",
        "The guild will act should Nora Bell win.",
    ] {
        finds_no(text, "demand");
    }
    finds("The law requires owners to pay.", &["requires demand law > pay"]);
}

#[test]
fn refusals_to_act_and_states_of_mind_have_their_subject() {
    finds("“I’m not going to hide,” Nora Bell said.", &["going to pledge Nora Bell > hide"]);
    finds("Nora Bell said she was committed to the plan.", &["committed to support Nora Bell > the plan"]);
    finds("Ada Park is firmly opposed to the toll.", &["opposed to oppose Ada Park > the toll"]);
    finds("The plan has strong backing from the guild.", &["backing from support guild > The plan"]);
    finds("Nora Bell (I-Leith), a critic of the toll, left.", &["critic of oppose Nora Bell > the toll"]);
    finds(
        "Nora Bell said she backs the plan and will call for it.",
        &["will pledge Nora Bell > call for it"],
    );
    for text in [
        "He is guaranteed to win.",
        "She was sworn in, which is why it rained.",
        "They came while committing crimes the town had forgotten.",
        "“We’re going to have to leave,” Nora Bell said.",
        "A softer tone, Nora Bell said, would help.",
        "The report said it would help.",
        "The group named steps it said would help.",
    ] {
        finds_no(text, "pledge");
    }
}

#[test]
fn what_is_put_into_office_or_lies_somewhere_is_neither_true_nor_false() {
    for text in
        ["The Senate confirmed Nora Bell.", "Ada Park showed no sign of fear.", "The nurse showed symptoms."]
    {
        finds_no(text, "affirm");
    }
    for text in [
        "At the other end lies Mr Park.",
        "The proof lies in the boats.",
        "He contradicts himself.",
        "He didn’t realize that it rained.",
        "There is no sign of rain.",
        "Crews could not quash the fire.",
    ] {
        finds_no(text, "deny");
    }
    finds("There is no hard evidence that crews left.", &["no hard evidence deny author > crews left"]);
    finds("That never happened.", &["never happened deny author > That"]);
}

#[test]
fn what_helps_a_case_is_on_nobodys_side() {
    for text in [
        "There is not enough evidence to support the charges.",
        "The money was used to support crews.",
        "He had a chief supporting role.",
        "The plan is likely to be approved.",
        "Ada Park is credited with the find.",
    ] {
        finds_no(text, "support");
    }
    finds("The town not only supports the plan, it pays.", &["supports support town > the plan"]);
    finds("Foes of the toll met.", &["Foes of oppose Foes > the toll"]);
}

#[test]
fn terms_and_measures_judge_and_strengthen_nothing() {
    for text in [
        "“The gross national product fell,” Nora Bell said.",
        "“The civil war ended,” Nora Bell said.",
        "She is entitled to a refund.",
        "They met in the Leith theater.",
        "“The war ended in June,” Nora Bell said.",
        "The heroine sells the yard.",
    ] {
        finds_no(text, "evaluative");
    }
    for text in [
        "He sells real estate.",
        "They counted the total votes.",
        "Most do their work at home.",
        "It rained ever since.",
        "It is the most populous town on the coast.",
        "The council raised enormous sums.",
        "They meet on certain days.",
        "It took quite a while.",
        "The boats were built in very early days.",
    ] {
        finds_no(text, "booster");
    }
    finds_no("Two groups that said so left.", "counter");
    finds_no("A guild claimed responsibility for the fire.", "distance");
    finds("It was the most shameful row.", &["most booster author", "shameful evaluative author"]);
    finds("The yard had failed, a deluded guild.", &["deluded evaluative author"]);
    finds("Unfortunately, the bridge is closed.", &["Unfortunately evaluative author"]);
    finds("Ada Park gave a tactful reply.", &["tactful evaluative author"]);
}

#[test]
fn a_feeling_that_is_reported_is_meant() {
    finds("Two states are concerned about the pact.", &["concerned evaluative Two states"]);
    finds("“It is the important thing,” Nora Bell said.", &["important evaluative Nora Bell"]);
}

#[test]
fn feelings_are_of_whoever_has_them() {
    finds("Crews are furious.", &["furious evaluative Crews"]);
    finds("It was a furious row.", &["furious evaluative author"]);
    finds("Nora Bell voiced dismay at the toll.", &["dismay evaluative Nora Bell"]);
    finds("Nora Bell said the towns must calm each other's worries.", &["worries evaluative Nora Bell"]);
    finds("Nora Bell said she was worried.", &["worried evaluative Nora Bell"]);
}

#[test]
fn what_is_made_from_a_judging_adjective_judges_too() {
    finds("The guard laughed cruelly.", &["cruelly evaluative author"]);
    finds("The council clumsily redrew the map.", &["clumsily evaluative author"]);
    finds("Nora Bell behaved heroically.", &["heroically evaluative author"]);
    finds("The ruthlessness of the guild grew.", &["ruthlessness evaluative author"]);
    finds_no("The witness arrived early on business.", "evaluative");
}

#[test]
fn a_mild_quality_is_meant_where_nothing_else_is_said() {
    finds("The bridge is important.", &["important evaluative author"]);
    finds("It was such a good yard.", &["good evaluative author", "such a booster author"]);
    finds_no("The coast is best known for its boats.", "evaluative");
    for text in [
        "The town bought crude oil.",
        "The lame duck council met.",
        "Nora Bell has accomplished it.",
        "The yard failed to open.",
        "The fund is devoted to boats.",
    ] {
        finds_no(text, "evaluative");
    }
}

#[test]
fn conditions_in_the_speakers_own_words_doubt_nothing() {
    finds_no("“If it rains, the boats will stay,” Nora Bell said.", "hedge");
    finds("If it rains, the boats will stay.", &["If hedge author"]);
    finds_no("The fire could be seen from the coast.", "hedge");
    finds_no("As expected, the boats left.", "hedge");
    finds("Nora Bell expects a late harvest.", &["expects hedge Nora Bell"]);
    finds("Some consider the yard a ruin.", &["consider hedge Some"]);
    finds_no("The council considered a ban.", "hedge");
}

#[test]
fn words_that_somebody_said_are_no_scare_quotes() {
    finds("The “reform” closed two yards.", &["reform distance author"]);
    finds_no("“It is a sea wall,” Nora Bell said.\n\nThe “sea wall” opened.", "distance");
    finds_no("They played the “third map” (or round) on Monday.", "distance");
    finds("The “neutral” panel was chaired by his brother.", &["neutral distance author"]);
}

#[test]
fn what_is_only_shown_or_found_affirms_nothing() {
    for text in [
        "The ad ends as an empty chair is shown.",
        "The council is showing signs of haste.",
        "I find the terms too vague.",
        "An established guild runs the yard.",
    ] {
        finds_no(text, "affirm");
    }
    finds("Nora Bell noted problems at the yard.", &["noted affirm author"]);
}

#[test]
fn idioms_of_the_press_take_sides() {
    for (text, wanted) in [
        ("Nora Bell takes a dim view of the toll.", "takes a dim view of oppose Nora Bell > the toll"),
        ("Ada Park is dead set against the toll.", "dead set against oppose Ada Park > the toll"),
        ("Ada Park is no friend of the toll.", "no friend of oppose Ada Park > the toll"),
        ("Ada Park baulked at the price.", "baulked at oppose Ada Park > the price"),
        ("The guild is all for the toll.", "all for support guild > the toll"),
        ("The plan was dismissed as feeble by Nora Bell.", "dismissed oppose Nora Bell > The plan"),
        ("Nora Bell has given its word to pay.", "given its word pledge Nora Bell > pay"),
        ("For all the talk, the yard is shut.", "For all the counter author"),
        ("The yard is open, albeit on Mondays.", "albeit counter author"),
        ("It is far from clear who paid.", "far from clear hedge author"),
        ("It turned out that the yard was shut.", "turned out that affirm author"),
        ("It is the single most useful yard.", "single most booster author"),
        ("The toll is a false economy.", "false economy evaluative author"),
        ("Nora Bell professes to know.", "professes distance author > know"),
    ] {
        finds(text, &[wanted]);
    }
    finds_no("The mayor was dismissed from the yard.", "oppose");
}
