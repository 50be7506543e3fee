//! Whose position it is.

use super::{finds, finds_no};

#[test]
fn sides_are_of_those_who_take_them() {
    finds("Anti-war activists left the square.", &["Anti-war oppose Anti-war activists > war"]);
    finds("The seat went to the pro-union lawyer Ada Park.", &["pro-union support Ada Park > union"]);
    finds("Nora Bell’s anti-dam speech lasted an hour.", &["anti-dam oppose Nora Bell > dam"]);
    finds("Nora Bell is pro-union and rich.", &["pro-union support Nora Bell > union"]);
    finds("An anti-dam rally is held today.", &["anti-dam oppose anti-dam rally > dam"]);
    // Things take no side.
    finds("Nora Bell held an anti-dam poster.", &["anti-dam oppose unknown > dam"]);
    finds_no("Nora Bell sold anti-ageing oil and anti-tank guns.", "oppose");
}

#[test]
fn what_the_public_feels_is_the_publics() {
    finds("It could damage popular support for the dam.", &["support for support public > the dam"]);
    finds("The plan met public opposition to the dam.", &["opposition to oppose public > the dam"]);
    finds("Nora Bell won public support for the dam.", &["support for support public > the dam"]);
    finds("The council’s public support for the dam is new.", &["support for support council > the dam"]);
}

#[test]
fn documents_speak_for_those_who_wrote_them() {
    for text in [
        "A letter written by the Gazette’s Ada Park accuses the mayor of fraud.",
        "Ada Park spoke. Her letter accuses the mayor of fraud.",
        "Ada Park’s letter accuses the mayor of fraud.",
    ] {
        finds(text, &["accuses oppose Ada Park > the mayor"]);
    }
    finds(
        "Ada Park, a friend of the company, left. The company denied the claim.",
        &["denied deny company > the claim"],
    );
    finds(
        "Moss Yard Holdings met. The company denied the claim.",
        &["denied deny Moss Yard Holdings > the claim"],
    );
}

#[test]
fn events_say_nothing() {
    finds("The dispute shows that the plan may fail.", &["may hedge author"]);
    finds("The study shows that the plan may fail.", &["may hedge study"]);
}

#[test]
fn feelings_and_acts_are_of_those_who_have_them() {
    finds("Farmers worry about the dam.", &["worry evaluative Farmers"]);
    finds("Ada Park left as crews met to voice their support.", &["support support crews"]);
    finds("We have respect for the crews.", &["respect for support author > the crews"]);
    finds("Ada Park dropped her opposition to the toll.", &["opposition to oppose Ada Park > the toll"]);
    finds("The guild has a duty to act.", &["duty to demand author > act"]);
    finds("Ada Park has respect for the crews.", &["respect for support Ada Park > the crews"]);
    // Others have made them.
    finds("The guild had complaints about the toll.", &["complaints about oppose unknown > the toll"]);
    finds("Make no mistake, it is late.", &["Make no mistake booster author"]);
    finds(
        "The order allowed teachers to protest against the plan.",
        &["protest against oppose teachers > the plan"],
    );
}

#[test]
fn the_company_is_one_told_of_before() {
    finds(
        "Moss Yard Inc. closed. Ada Park was sad. The company denied the claim.",
        &["denied deny Moss Yard Inc. > the claim"],
    );
}

#[test]
fn positions_that_are_asked_for_are_of_those_who_ask() {
    finds(
        "Ada Park said the two towns should firmly uphold the pact.",
        &[
            "should demand Ada Park > firmly uphold the pact",
            "firmly booster Ada Park",
            "uphold support Ada Park > the pact",
        ],
    );
    finds(
        "Nora Bell said the council must know that crews oppose the plan.",
        &["oppose oppose crews > the plan"],
    );
}

#[test]
fn positions_that_are_blamed_are_of_those_who_are_blamed() {
    finds("Ada Park criticised Nora Bell for backing the plan.", &["backing support Nora Bell > the plan"]);
}

#[test]
fn support_among_voters_is_theirs() {
    finds("Her support among farmers grew.", &["support support farmers > farmers"]);
}

#[test]
fn what_a_kind_of_people_is_for_or_against_is_theirs() {
    finds("The mayor ignored Republican attacks on the plan.", &["attacks on oppose Republicans > the plan"]);
    finds("The mayor ignored worker protests.", &["protests oppose workers"]);
    finds("The mayor won woman support for the dam.", &["support for support women > the dam"]);
    finds("The mayor ignored deputy opposition to the dam.", &["opposition to oppose deputies > the dam"]);
    // A government, a party or a people.
    finds("The mayor ignored French opposition to the dam.", &["opposition to oppose unknown > the dam"]);
    finds("The mayor ignored British opposition to the dam.", &["opposition to oppose unknown > the dam"]);
    // In a headline every word has a capital.
    finds("Mayor Faces Sudden Opposition to Dam", &["Opposition to oppose unknown > Dam"]);
}

#[test]
fn the_word_of_a_body_is_its_own() {
    finds("Nora Bell said her party would mend the wall.", &["would pledge party > mend the wall"]);
    finds("Nora Bell promised that Tom Reed would pay.", &["would pledge Nora Bell > pay"]);
}

#[test]
fn pronouns_in_quotations_are_not_those_who_speak() {
    finds(
        "Tom Reed wants the dam. “He opposes the bridge,” Nora Bell said.",
        &["opposes oppose Tom Reed > the bridge"],
    );
    // Nobody knows who, where the quotation tells of others.
    for quotation in [
        "Our lawyer Jim is clear. He opposes the bridge",
        "My husband is angry; he opposes the bridge",
        "God is great and he opposes the bridge",
    ] {
        let text = format!("Nora Bell met Tom Reed. “{quotation},” Bell said.");
        finds(&text, &["opposes oppose unknown > the bridge"]);
        let text = format!("Tom Reed left. “{quotation},” Nora Bell said.");
        finds(&text, &["opposes oppose unknown > the bridge"]);
    }
    finds("“He opposes the bridge,” Nora Bell said.", &["opposes oppose unknown > the bridge"]);
    finds(
        "“My husband met crews. Tom Reed was clear. He opposes the bridge,” Nora Bell said.",
        &["opposes oppose Tom Reed > the bridge"],
    );
    // Nobody knows whom.
    finds("Ada Park chided them for backing the plan.", &["backing support unknown > the plan"]);
}

#[test]
fn what_you_might_think_is_the_authors() {
    finds("“You might think that the dam may fail,” she said.", &["may hedge unknown"]);
    finds("You might think that the dam may fail.", &["may hedge author"]);
}

#[test]
fn what_is_his_or_hers_is_of_whoever_acts() {
    finds(
        "Tom Reed met Ada Park. Nora Bell was asked about her criticism of the plan.",
        &["criticism of oppose Nora Bell > the plan"],
    );
}

#[test]
fn what_somebody_does_by_office_is_done_by_whoever_bears_it() {
    finds("Mayor Ada Park met crews. The mayor opposes the dam.", &["opposes oppose Ada Park > the dam"]);
    finds("The Leith Council met. The council opposes the dam.", &["opposes oppose Leith Council > the dam"]);
    finds(
        "A union leader opposes the dam.\n\nNora Bell, the leader of the Dock Guild, met crews.",
        &["opposes oppose Nora Bell > the dam"],
    );
    finds("The mayor opposes the dam.", &["opposes oppose mayor > the dam"]);
    // Whoever is mayor elsewhere is another.
    finds(
        "Mayor Ada Park of Leith spoke. The mayor of Elmford opposes the dam.",
        &["opposes oppose mayor of Elmford > the dam"],
    );
    finds(
        "Chancellor Ada Park spoke. The chancellor of Germany backs the dam.",
        &["backs support chancellor of Germany > the dam"],
    );
    finds(
        "Mayor Ada Park spoke. The mayor of her town opposes the dam.",
        &["opposes oppose mayor of her town > the dam"],
    );
    finds("Every student opposed the dam. Ada Park, a student, left.", &["opposed oppose student > the dam"]);
}

#[test]
fn whoever_dismisses_a_demand_does_not_make_it() {
    for (text, wanted) in [
        ("Ada Park dismissed calls for her resignation.", "calls for demand unknown > her resignation"),
        ("Nora Bell rejected calls for a ban.", "calls for demand unknown > a ban"),
        ("The mayor refused to support demands for a ban.", "demands for demand unknown > a ban"),
        ("Nora Bell renewed calls for a ban.", "calls for demand Nora Bell > a ban"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn several_people_hold_a_position_together() {
    finds(
        "Ada Park, Nora Bell and Tom Reed oppose it.",
        &["oppose oppose Ada Park, Nora Bell and Tom Reed > it"],
    );
}

#[test]
fn what_is_its_own_or_beside_a_name_is_its_bearers() {
    finds("Moss Action, a group opposing the dam, won.", &["opposing oppose Moss Action > the dam"]);
}

#[test]
fn a_surname_that_is_a_verb_asks_for_nothing() {
    for text in [
        "Tim Cook met reporters in Leith on Monday. Cook also opposes the new levy.",
        "The guild met Jo Reed. Reed strongly opposes the new levy.",
        "We met Tim Cook. Cook no longer backs it, and Cook opposes the new levy.",
    ] {
        finds_no(text, "demand");
    }
    finds(
        "Tim Cook met reporters in Leith on Monday. Cook also opposes the levy.",
        &["opposes oppose Tim Cook > the levy"],
    );
    // Whoever bears it in another article.
    finds("Tim Cook met the guild. Cook the fish well.", &["Cook demand author > Cook the fish well"]);
}

#[test]
fn what_nobody_said_is_nobodys() {
    for text in [
        "Mayor Ada Park did not say the plan is a disaster.",
        "Ada Park would say the plan is a disaster.",
        "Nobody said that the plan is a disaster.",
        "The mayor does not think the plan is a disaster.",
    ] {
        finds_no(text, "evaluative");
    }
    for text in [
        "Nobody denies that the plan is a disaster.",
        "The mayor did not mention that the plan is a disaster.",
        "I do not think the plan is a disaster.",
        "The mayor did not say that it rained, and the plan is a disaster.",
    ] {
        finds(text, &["disaster evaluative author"]);
    }
}

#[test]
fn turns_in_capitals_are_of_somebody() {
    finds("“PENCE: The plan is terrible. It must go.", &["terrible evaluative PENCE"]);
    finds(
        "ROE: We must go. The plan is terrible.\n\nSMITH: Go on now.",
        &["must demand ROE > go", "terrible evaluative ROE"],
    );
}
