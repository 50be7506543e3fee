//! Taking sides in words, and what only looks like it: original sentences.

use super::{finds, finds_no};

#[test]
fn attacks_in_words_oppose_and_those_with_weapons_do_not() {
    finds("Nora Bell attacked the plan.", &["attacked oppose Nora Bell > the plan"]);
    finds("Nora Bell’s attack on the plan failed.", &["attack on oppose Nora Bell > the plan"]);
    finds("The guild will fight the toll.", &["fight oppose guild > the toll"]);
    for text in [
        "Soldiers attacked the town.",
        "Four people were wounded in the attack on the market.",
        "Crews fought the fire.",
        "The guild fought a long battle.",
        "Nora Bell fought her way back.",
        "The attack was over by noon.",
    ] {
        finds_no(text, "oppose");
    }
}

#[test]
fn blows_are_reproaches_where_a_reason_follows() {
    finds("Nora Bell hit Ada Park for raising the toll.", &["hit oppose Nora Bell > Ada Park"]);
    finds("Nora Bell knocked Ada Park over the toll.", &["knocked oppose Nora Bell > Ada Park"]);
    finds("Nora Bell warned crews against the ford.", &["warned oppose Nora Bell > crews against the ford"]);
    finds("Nora Bell hammered the mayor for her vote.", &["hammered oppose Nora Bell > the mayor"]);
    finds("Nora Bell dismissed him as a clown.", &["dismissed oppose Nora Bell > him"]);
    for text in [
        "The guild dismissed him as coach.",
        "The car hit Ada Park on Monday.",
        "The branch hit Ada Park over the head.",
        "Nora Bell warned crews that it would rain.",
    ] {
        finds_no(text, "oppose");
    }
}

#[test]
fn offence_and_short_shrift_are_reproaches() {
    finds("The guild took umbrage at the toll.", &["took umbrage at oppose guild > the toll"]);
    finds("Nora Bell gave short shrift to the plan.", &["gave short shrift to oppose Nora Bell > the plan"]);
    finds("The guild brushed off talk of a split.", &["brushed off deny guild > talk of a split"]);
    finds("The guild disclaimed all knowledge of it.", &["disclaimed deny guild > all knowledge of it"]);
    finds("There is not a shred of evidence for it.", &["not a shred of evidence deny author > it"]);
    finds(
        "Nora Bell gave notice that she would leave.",
        &["gave notice that pledge Nora Bell > she would leave"],
    );
    finds("It emerged that the mill had closed.", &["emerged that affirm author"]);
    finds("They left because of what they saw as a sham.", &["saw as distance author > a sham"]);
    finds("The mill looks set to close.", &["looks set hedge author"]);
    finds_no("Nora Bell saw it as a sham.", "distance");
}

#[test]
fn what_is_not_liked_or_wanted_is_opposed() {
    finds("The guild does not want the toll.", &["want oppose guild > the toll"]);
    finds("Nora Bell didn't like the plan.", &["like oppose Nora Bell > the plan"]);
    finds_no("The guild does not want to leave.", "oppose");
    finds_no("It is not like the old mill.", "oppose");
    finds_no("“I hate to say it, but it rained,” Nora Bell said.", "oppose");
}

#[test]
fn protests_and_complaints_are_of_somebody() {
    finds("The council ignored their complaints.", &["complaints oppose unknown"]);
    finds("A protest by weavers went on all day.", &["protest oppose weavers"]);
    finds("Nora Bell offered her endorsement.", &["endorsement support Nora Bell"]);
    finds_no("The mill closed before the protests.", "oppose");
    finds_no("She signed an endorsement deal.", "support");
}

#[test]
fn sides_are_of_those_whom_they_describe() {
    finds("The pro-toll camp won.", &["pro-toll support pro-toll camp > toll"]);
    finds("The council passed anti-toll laws.", &["anti-toll oppose anti-toll laws > toll"]);
    finds("Moss Action, a pro-toll group, won.", &["pro-toll support Moss Action > toll"]);
    finds("Nora Bell feared anti-toll sentiment.", &["anti-toll oppose unknown > toll"]);
}

#[test]
fn questions_and_nobody_take_no_side() {
    finds_no("Will Nora Bell back the plan?", "support");
    finds_no("Nobody opposed the plan.", "support");
    finds("Nora Bell is not the only farmer to endorse the plan.", &["endorse support Nora Bell > the plan"]);
}

#[test]
fn help_and_growth_are_on_nobodys_side() {
    for text in [
        "The rise was supported by an expansion of trade.",
        "The town has no capacity to support crews.",
        "Lower rates support growth.",
        "She is a highly respected judge.",
        "He celebrated by dancing on the quay.",
    ] {
        finds_no(text, "support");
    }
}

#[test]
fn what_befalls_or_is_not_known_is_neither_duty_nor_promise() {
    for text in [
        "“I have to pay the toll,” Nora Bell said.",
        "Shops are having to close.",
        "No posts were mandated.",
        "Talk about the toll is rife.",
        "Concern that the toll will rise has spread.",
        "Amid the rain, crews left.",
    ] {
        finds_no(text, "demand");
    }
    finds("If it rains, definitely avoid the ford.", &["avoid demand author > avoid the ford"]);
    finds("Wait until noon.", &["Wait demand author > Wait until noon"]);
    finds("“What we have to do is wait,” Nora Bell said.", &["have to demand Nora Bell > do is wait"]);
    for text in [
        "Nora Bell did not say what she would do next.",
        "“It is hard because she would win,” he said.",
        "Experts say the toll will be capped.",
        "Crews are volunteering their time to mend it.",
    ] {
        finds_no(text, "pledge");
    }
    finds("They repeated a commitment to mend the wall.", &["commitment to pledge unknown > mend the wall"]);
}

#[test]
fn claims_may_stand_before_the_denial() {
    finds("The claim was rejected by the guild.", &["rejected deny guild > The claim"]);
    finds("The sums do not add up.", &["not add up deny author > The sums"]);
    finds_no("The ballots of two parties were rejected.", "deny");
    finds_no("The port is denying water to crews, Nora Bell said.", "deny");
    finds(
        "The guild denied any connection to the fire.",
        &["denied deny guild > any connection to the fire"],
    );
}

#[test]
fn what_is_refused_is_opposed() {
    finds("The guild will not accept the toll.", &["accept oppose guild > the toll"]);
    finds("“We cannot tolerate delays,” Nora Bell said.", &["tolerate oppose Nora Bell > delays"]);
    finds_no("The guild will accept the toll.", "support");
    finds_no("Nora Bell likes the harbour.", "support");
}

#[test]
fn supporters_are_of_somebody_who_is_named() {
    finds(
        "The money came from Nora Bell supporters.",
        &["supporters support Nora Bell supporters > Nora Bell"],
    );
    finds("Gun rights advocates left the hall.", &["advocates support Gun rights advocates > Gun rights"]);
    finds_no("The square was full of cheering supporters.", "support");
}

#[test]
fn objects_may_stand_before_the_verb_or_be_two() {
    finds("It is a plan she backs.", &["backs support unknown"]);
    finds(
        "The guild backed both Nora Bell and Ada Park.",
        &["backed support guild > both Nora Bell and Ada Park"],
    );
}

#[test]
fn sides_are_of_others_and_of_what_is_at_hand() {
    finds_no("Nora Bell defended herself.", "support");
    finds_no("Nora Bell was promoted to director.", "support");
    finds("Nora Bell took on Mayor Park.", &["took on oppose Nora Bell > Mayor Park"]);
    finds_no("Nora Bell took on a new role.", "oppose");
    finds("The ferry came under fire from Nora Bell.", &["under fire oppose Nora Bell"]);
    finds("The ferry has nothing to do with the storm.", &["nothing to do with deny author > the storm"]);
    finds_no("The crews did not find shelter.", "deny");
}

#[test]
fn blame_is_on_somebody_and_an_accusation_of_something() {
    for (text, wanted) in [
        ("Nora Bell blamed the crash on the weather.", "blamed oppose Nora Bell > the weather"),
        ("Nora Bell accused crews of theft.", "accused oppose Nora Bell > crews"),
        ("Nora Bell accused critics of the toll of lying.", "accused oppose Nora Bell > critics of the toll"),
        ("Nora Bell opposes the toll on the grounds of cost.", "opposes oppose Nora Bell > the toll"),
        ("Nora Bell condemned the toll in a statement.", "condemned oppose Nora Bell > the toll"),
        ("Nora Bell praised the crew on Sunday.", "praised support Nora Bell > the crew"),
        ("Nora Bell hailed a “historic” win.", "hailed support Nora Bell > a “historic” win"),
        ("Nora Bell condemned the \"cowardly\" raid.", "condemned oppose Nora Bell > the \"cowardly\" raid"),
        ("Nora Bell threw her weight behind the toll.", "weight behind support Nora Bell > the toll"),
        ("Nora Bell laid into the council.", "laid into oppose Nora Bell > the council"),
        ("The crash was blamed on the weather.", "blamed oppose unknown > the weather"),
        ("Nora Bell blamed the council on Twitter.", "blamed oppose Nora Bell > the council"),
        ("Nora Bell accused the Bank of England.", "accused oppose Nora Bell > the Bank of England"),
        ("Nora Bell accused the mayor of the theft.", "accused oppose Nora Bell > the mayor"),
        ("The town opposes the ban on Sunday trading.", "opposes oppose town > the ban on Sunday trading"),
        ("The party is standing by the minister.", "standing by support party > the minister"),
        ("Nora Bell is standing by this decision.", "standing by support Nora Bell > this decision"),
    ] {
        finds(text, &[wanted]);
    }
    finds_no("Nora Bell accused supporters of theft.", "support");
    finds_no("Nora Bell refused to rule out a strike.", "support");
    finds_no("Nora Bell slammed the door.", "oppose");
    finds("The rush to condemn the crew was wrong.", &["condemn oppose author > the crew"]);
    finds("“I promise,” Nora Bell said.", &["promise pledge Nora Bell"]);
    finds("If you are told to leave, you should go.", &["told demand unknown > leave"]);
}

#[test]
fn reluctance_and_refusal_turn_no_side_over() {
    for (text, wanted) in [
        ("Reluctant anti-toll crews left.", "anti-toll oppose anti-toll crews > toll"),
        ("The reluctant critics of the toll left.", "critics of oppose reluctant critics > the toll"),
        ("The mayor refused to back the toll.", "back oppose mayor > the toll"),
        ("The mayor did not oppose the toll.", "oppose support mayor > the toll"),
        ("The mayor refused to pay the toll.", "refused oppose mayor > pay the toll"),
    ] {
        finds(text, &[wanted]);
    }
    for text in [
        "Nora Bell’s refusal to disavow the guild was noted.",
        "The mayor is reluctant to reject the toll.",
        "The mayor did not disavow the guild.",
        "The mayor did not complain about the toll.",
        "The mayor could not resist tasting the soup.",
    ] {
        finds_no(text, "support");
    }
    finds_no("The mayor is reluctant to back the toll.", "oppose");
    for text in [
        "The engine refused to start.",
        "Police refused to release the name.",
        "The mayor did not refuse to pay.",
        "The raiders attacked fleeing weavers.",
        "Nora Bell asked to question her under oath.",
    ] {
        finds_no(text, "oppose");
    }
}

#[test]
fn targets_end_before_times_and_reasons_only() {
    for (text, wanted) in [
        ("The guild criticised raising the toll.", "criticised oppose guild > raising the toll"),
        ("The mayor opposed the ban on travel Tuesday.", "opposed oppose mayor > the ban on travel"),
        ("The mayor opposed the ban on ferries last month.", "opposed oppose mayor > the ban on ferries"),
        ("The mayor opposed the ban in the afternoon.", "opposed oppose mayor > the ban"),
        ("The mayor opposed cuts in May’s budget.", "opposed oppose mayor > cuts in May’s budget"),
        ("The guild opposes a limit on days off.", "opposes oppose guild > a limit on days"),
        ("The guild opposes Good Friday.", "opposes oppose guild > Good Friday"),
        ("The guild opposed her now famous plan.", "opposed oppose guild > her now famous plan"),
        ("The guild opposes drivers over 80.", "opposes oppose guild > drivers over 80"),
        ("The guild thanked Nora Bell for her help.", "thanked support guild > Nora Bell"),
        ("The guild endorsed Nora Bell for mayor.", "endorsed support guild > Nora Bell"),
        (
            "The guild backed campaigners for water rights.",
            "backed support guild > campaigners for water rights",
        ),
        (
            "The guild opposes what it calls a sham and wants it gone.",
            "opposes oppose guild > what it calls a sham",
        ),
        ("Protests by weavers have shut the town.", "Protests oppose weavers"),
        ("Nora Bell has led protests by weavers.", "protests oppose weavers"),
        ("The toll drew criticism from Ada Park.", "criticism from oppose Ada Park > The toll"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn supporters_are_of_the_name_alone() {
    finds("A one-time Bell backer left.", &["backer support one-time Bell backer > Bell"]);
    finds("Ada Park’s Kentucky supporters left.", &["supporters support Ada Park’s Kentucky supporters"]);
    finds("Civil rights advocates left.", &["advocates support Civil rights advocates"]);
    finds("Second Amendment supporters left.", &["supporters support Second Amendment supporters"]);
}

#[test]
fn duties_and_promises_are_of_those_who_can_have_them() {
    finds("Crews are required to leave.", &["required demand author > leave"]);
    finds("A vote is required to pass the law.", &["required demand author > A vote"]);
    finds_no("It is a judgment call on who is best.", "demand");
    finds("Nora Bell assured crews that tolls won’t rise.", &["assured pledge Nora Bell > tolls won’t rise"]);
    finds_no("Nora Bell assured crews that what was said to them was true.", "pledge");
    finds("“We are going to find him,” Nora Bell said.", &["going to pledge Nora Bell > find him"]);
    finds_no("“We are going to find out who did it,” Nora Bell said.", "pledge");
}

#[test]
fn what_tells_when_stands_between() {
    finds("Ministers vowed on Monday to sell the ferry.", &["vowed pledge Ministers > sell the ferry"]);
    finds("Leith agreed in 2019 to sell the ferry.", &["agreed in 2019 to pledge Leith > sell the ferry"]);
    finds(
        "Nora Bell called on Monday night for a pause.",
        &["called on Monday night for demand Nora Bell > a pause"],
    );
    finds("Nora Bell condemned on Monday the raid.", &["condemned oppose Nora Bell > the raid"]);
    finds("Nora Bell called on Leith to wait.", &["called on demand Nora Bell > wait"]);
}

#[test]
fn counsel_and_undertakings() {
    finds("Leith would do well to wait.", &["would do well to demand author > wait"]);
    finds("It is incumbent on Leith to wait.", &["incumbent on demand author > wait"]);
    finds("“Let the crews through,” Ada Park said.", &["Let demand Ada Park > Let the crews through"]);
    finds_no("Let me add that it rained.", "demand");
    finds_no("Let alone the toll.", "demand");
    finds("The guild undertook to wait.", &["undertook pledge guild > wait"]);
    finds("Leith stood ready to pay.", &["stood ready pledge Leith > pay"]);
    finds("Leith brushed aside the motion.", &["brushed aside oppose Leith > the motion"]);
    finds("“We will not stand for this,” Ada Park said.", &["not stand for oppose Ada Park > this"]);
    finds("There is no truth in the report.", &["no truth deny author > the report"]);
    finds(
        "Ministers would have us believe that it is safe.",
        &["have us believe distance author > it is safe"],
    );
    finds("It is understood that the yard is late.", &["It is understood hedge author"]);
}
