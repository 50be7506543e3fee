//! Positions that nobody takes after all, and targets with all that belongs to them: original sentences.

use super::{finds, finds_no};

#[test]
fn a_position_in_a_clause_that_nobody_stands_by_is_none() {
    for text in [
        "Few crews support the ferry.",
        "Ada Park never said she opposed the ferry.",
        "Nora Bell denied that she backed the ferry.",
    ] {
        finds_no(text, "support");
        finds_no(text, "oppose");
    }
    finds(
        "“I am not ready to support the ferry,” Nora Bell said.",
        &["support oppose Nora Bell > the ferry"],
    );
}

#[test]
fn a_demand_that_is_denied_refused_or_asked_about_is_nobodys() {
    for text in [
        "I refuse to accept that we must sell the yard.",
        "It is not true that crews must pay more.",
        "Nobody believes that the yard should close.",
        "Ada Park denied that the guild should pay.",
        "Nora Bell rejected claims that the guild must pay.",
        "There is no reason why we should sell.",
        "The question is whether the guild should sell.",
        "What should the guild do?",
        "Owners need not register.",
        "The ferry should arrive at noon.",
        "Crews have to wait two hours for a boat.",
    ] {
        finds_no(text, "demand");
    }
    for text in [
        "Nobody denies that the yard should close.",
        "It is no secret that the yard should close.",
        "I do not think the yard should close.",
    ] {
        finds(text, &["should demand author > close"]);
    }
}

#[test]
fn what_must_not_be_done_is_the_target_with_its_not() {
    finds("Nora Bell must not sell the yard.", &["must not demand author > not sell the yard"]);
    finds("Crews shouldn't sell the yard.", &["shouldn't demand author > sell the yard"]);
}

#[test]
fn targets_reach_over_marks_and_rows_and_end_where_others_speak() {
    finds("The council promised voters a new yard.", &["promised pledge council > a new yard"]);
    finds(
        "There is no evidence from Elmford that herons suffer.",
        &["no evidence deny author > herons suffer"],
    );
    finds("Anti-ferry activists met.", &["Anti-ferry oppose Anti-ferry activists > ferry"]);
    finds(
        "Ada Park said the yard should be seen as a “calming” place for crews.",
        &["should demand Ada Park > be seen as a “calming” place for crews"],
    );
    finds(
        "We must mend boats, clear nets, and open the yard.",
        &["must demand author > mend boats, clear nets, and open the yard"],
    );
    finds(
        "Ada Park urged crews to mend their boats and said the guild should pay.",
        &["urged demand Ada Park > mend their boats", "should demand Ada Park > pay"],
    );
    finds(
        "Ada Park called for crews to explain themselves, something the guild has resisted.",
        &["called for demand Ada Park > explain themselves"],
    );
    finds("Minister urges patience as crews threaten strike", &["urges demand Minister > patience"]);
    for (text, wanted) in [
        ("The guild backed Ada Park last week.", "backed support guild > Ada Park"),
        ("The guild praised her in May.", "praised support guild > her"),
        ("The guild opposed the toll when it came.", "opposed oppose guild > the toll"),
        ("The guild slammed Ada Park during a debate.", "slammed oppose guild > Ada Park"),
        ("The guild thanked Nora Bell for her help.", "thanked support guild > Nora Bell"),
        ("The guild rejects what Leith proposed.", "rejects oppose guild > what Leith proposed"),
        ("The guild distanced itself from the plan.", "distanced itself from oppose guild > the plan"),
        ("The plan drew criticism from crews.", "criticism from oppose crews > The plan"),
        ("Crews are required to leave.", "required demand author > leave"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn a_noun_may_be_the_verb_of_a_headline() {
    for (text, wanted) in [
        ("Park slams ferry call", "slams oppose Park > ferry call"),
        ("Crews shun ferry vote", "shun oppose Crews > ferry vote"),
        ("Guild slams the plan to cut pay", "slams oppose Guild > the plan"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn plain_senses_weigh_nothing() {
    finds_no("Union boss slams “cruel” cuts", "evaluative");
    finds_no("So when the mayor spoke, I cheered.", "booster");
    finds_no("Everyone in the yard could see that.", "hedge");
    finds_no("To be fair, the mayor tried.", "evaluative");
    finds("Nothing is more useful than rest.", &["Nothing is more booster author"]);
}

#[test]
fn never_turns_a_support_into_weak_opposition() {
    for text in ["Nora Bell has never supported the ferry.", "Nora Bell has not supported the ferry."] {
        let analysis = super::read(text);
        let opposed = analysis.stances.iter().find(|stance| stance.tag == crate::analysis::StanceTag::Oppose);
        assert_eq!(opposed.map(|stance| stance.strength), Some(1), "{text}");
    }
}
