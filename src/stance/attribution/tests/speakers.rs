//! Who is meant by a pronoun, an office or a name with something beside it.

use super::attributions;

/// The speaker of every attribution.
fn speakers(text: &str) -> Vec<String> {
    let speaker = |shown: &String| shown.rsplit(" / ").next().unwrap_or_default().to_owned();
    attributions(text).iter().map(speaker).collect()
}

#[test]
fn pronouns_mean_whoever_reports() {
    let text = "Tom Reed said the town would win, but not until Nora Bell “admits this is a problem.” He noted that it rained.";
    assert_eq!(speakers(text), ["Tom Reed", "Nora Bell", "Tom Reed"]);
}

#[test]
fn a_pronoun_means_a_name_of_its_gender_rather_than_one_of_unknown_gender() {
    let text = "Moss Reed asked his guest Nora Bell, a lawyer acting for the town, about the bridge.\n\n“It will close,” she said.";
    assert_eq!(speakers(text), ["Nora Bell"]);
    let text = "Moss Reed criticised Nora Bell, noting a talk in which she said it would close. He said it would not.";
    assert_eq!(speakers(text), ["Moss Reed", "Nora Bell", "Moss Reed"]);
}

#[test]
fn offices_belong_to_names_beside_them() {
    let text = "The current Elmford mayor, Ada Park, complained that President Reed was late. The mayor added: “It rained.”";
    assert_eq!(speakers(text), ["Ada Park", "Ada Park"]);
    // What stands beside a name and goes on with a verb is another.
    let text = "Many have suffered from Moss Fever, the health ministry said.";
    assert_eq!(speakers(text), ["health ministry"]);
    // Whoever bears the same office elsewhere is another.
    let text = "Mayor Ada Park of Leith left. The mayor of Elmford said it rained.";
    assert_eq!(speakers(text), ["mayor of Elmford"]);
    let text = "Mayor Ada Park of Leith left. The mayor of Leith said it rained.";
    assert_eq!(speakers(text), ["Ada Park of Leith"]);
    // Whoever is called by office in the same sentence is another.
    let text = "Tom Reed left because the Elmford mayor said it would rain.";
    assert_eq!(speakers(text), ["Elmford mayor"]);
    let text = "Fifteen unions, including the Yard Guild, propose to build a bridge.";
    assert_eq!(speakers(text), ["Fifteen unions"]);
}

#[test]
fn pronouns_and_epithets_mean_the_only_one_named_nearby() {
    for (text, last) in [
        ("Tom Reed said it rained.\n\nLook at Mayor Paul Bell. He said it did not.", "Paul Bell"),
        ("The offer was made by lawyer Nora Bell.\n\nShe said it was late.", "Nora Bell"),
        ("Ada Park, a clerk to Nora Bell, left. “It rained,” she said.", "Ada Park"),
        ("Paul Bell asked Tom Reed to stay. He said Bell was late.", "-"),
        ("It was a blow to Mayor Tom Reed. The former lawyer said it was late.", "Tom Reed"),
        ("It was a blow to Mayor Tom Reed and Ada Park. The businessman said no.", "businessman"),
        ("Paul Bell, a nurse from Elmford, Ohio, who said it rained, left.", "Paul Bell"),
        ("He pointed to the crews who said it rained.", "crews"),
    ] {
        assert_eq!(speakers(text).last().map(String::as_str), Some(last), "{text}");
    }
}

#[test]
fn a_description_at_the_top_is_of_whoever_is_named_so_below() {
    let rest = "\n\nNora Bell, the leader of the Dock Guild, said it would rain.";
    let text = format!("A union leader said the offer was late.{rest}");
    assert_eq!(speakers(&text), ["Nora Bell", "Nora Bell"]);
    // Two may be meant.
    let text = format!(
        "A union leader said the offer was late.{rest} Ada Park, the leader of the Yard Guild, said it would not."
    );
    assert_eq!(speakers(&text), ["union leader", "Nora Bell", "Ada Park"]);
}

#[test]
fn a_description_at_the_top_is_not_of_a_stranger() {
    for (text, who) in [
        (
            "A union leader said it was late.\n\nIt has lasted a week. Labour leader Nora Bell left.",
            "union leader",
        ),
        ("A union leader said it was late. Nora Bell, the Labour leader, left.", "union leader"),
        ("A union leader said it was late. Nora Bell, the leader of the council, left.", "union leader"),
        ("A union leader said it was late. Nora Bell, the leader of the union, left.", "Nora Bell"),
        ("Another minister said it was late. Minister Ada Park left.", "minister"),
        ("Another minister said it was late. Ada Park, the minister, left.", "minister"),
        ("An expert warned of a loss. Tom Reed, an expert on bees, left.", "expert"),
        ("A police officer said it was late. Officer Ada Park left.", "police officer"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
}

#[test]
fn the_company_is_the_only_one_named_nearby() {
    let text = "A clerk of Leith Ferries Inc. was ill, the company said.";
    assert_eq!(speakers(text), ["Leith Ferries Inc."]);
    let text = "A clerk of Leith Ferries Inc. met Moss Holdings Inc. last week, the company said.";
    assert_eq!(speakers(text), ["company"]);
}

#[test]
fn a_readout_speaks_for_whoever_issued_it() {
    let text =
        "“The bridge must close,” Reed told Bell, according to a readout from the Elmford Ministry of Works.";
    assert!(speakers(text).contains(&"Elmford Ministry of Works".to_owned()), "{:?}", speakers(text));
}

#[test]
fn names_of_two_syllables_after_the_family_name() {
    let text = "Kang Min-seo, the top Elmford Guild envoy, said it would rain.";
    assert_eq!(speakers(text), ["Kang Min-seo"]);
    let text = "Elm Guild Chairman Kang Min-seo said it would rain. Mr. Kang said it was late.";
    assert_eq!(speakers(text), ["Kang Min-seo"; 2]);
    assert_eq!(speakers("Secretary-General Kang Ji-moon today said it would rain."), ["Kang Ji-moon"]);
    let text = "The Elm Leith-based guild said it would rain.";
    assert_eq!(speakers(text), ["Elm Leith-based guild"]);
}

#[test]
fn one_body_is_one_speaker_under_every_description() {
    let council = "council of Elmford";
    let text = "The council of Elmford said it rained. The council said it was late.";
    assert_eq!(speakers(text), [council; 2]);
    let text = "Local traders said it rained. The traders said it was late. The traders in Leith said no.";
    assert_eq!(speakers(text), ["Local traders", "Local traders", "traders in Leith"]);
    assert_eq!(speakers("The water regulator, Ofdam, said it rained."), ["Ofdam"]);
    let people = "Two people familiar with the bank’s plan said it rained.";
    assert_eq!(speakers(people), ["Two people familiar with the bank’s plan"]);
}

#[test]
fn it_means_the_company_that_spoke() {
    let homes = "Calder Homes said trade was poor. It said jobs would go.";
    assert_eq!(speakers(homes), ["Calder Homes"; 2]);
    let homes = "Rail operator Calder Homes warned of delays. It said trains would be late.";
    assert_eq!(speakers(homes), ["Calder Homes"; 2]);
    let force = "Leith Police closed the road. The force said it was late.";
    assert_eq!(speakers(force), ["Leith Police"]);
    // Nor is one whose surname is no English word.
    let person = "Wanjiru Kamau said trade was poor. It said jobs would go.";
    assert_eq!(speakers(person), ["Wanjiru Kamau", "-"]);
    // A human being who did something is not it.
    assert_eq!(speakers("Moss Reed waved a flag. “No bridge,” it read."), ["-"]);
}

#[test]
fn whoever_works_for_a_body_is_not_that_body() {
    for office in ["the union's secretary", "the union secretary"] {
        let text = format!("Nora Bell, {office}, said it was late. The union said it was early.");
        assert_eq!(speakers(&text), ["Nora Bell", "union"]);
    }
    for (text, who) in [
        ("The aides to Mayor Ada Park said it was late.", "aides to Mayor Ada Park"),
        ("A lawyer for Mr. Park said it was late.", "lawyer for Mr. Park"),
        (
            "“It is late,” said a spokesman for Elmford Mayor Ada Park.",
            "spokesman for Elmford Mayor Ada Park",
        ),
        ("Analysts at Leith-based Moss Reed said it was late.", "Analysts at Leith-based Moss Reed"),
        ("Those surveyed said it was late.", "Those surveyed"),
        ("Nearly eight in 10 voters said it was late.", "Nearly eight in 10 voters"),
        ("“It is late,” said an aide to Sen. Tom Reed (D., W.Va.).", "aide to Sen. Tom Reed"),
        ("The row drew a reaction from Mayor Ada Park, who said it was late.", "Ada Park"),
        ("The head of the guild (Elmford Guild), Nora Bell, said it was late.", "Nora Bell"),
        ("Department of Interior spokeswoman Nora Bell said it was late.", "Nora Bell"),
    ] {
        assert_eq!(speakers(text), [who]);
    }
}

#[test]
fn those_of_a_list_speak_together() {
    for (text, who) in [
        ("Park, Reed and Bell said it was late.", "Park, Reed and Bell"),
        ("Nora Bell and her aides said it was late.", "Nora Bell and her aides"),
        ("The owners and crews said it was late.", "owners and crews"),
        ("Both Ada Park and Nora Bell said it was late.", "Ada Park and Nora Bell"),
        ("Secretary-General Ada Park and guild chair Nora Bell said it was late.", "Ada Park and Nora Bell"),
        ("Two mayors from Leith, Ada Park and Nora Bell, said it was late.", "Ada Park and Nora Bell"),
        ("Ada Park, a director of Moss and Reed, said it was late.", "Ada Park"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
}

#[test]
fn when_where_and_how_it_was_said_is_no_part_of_who_did() {
    for (text, who) in [
        ("The yard company in a letter to owners said it was late.", "yard company"),
        ("The guild on its website said it was late.", "guild"),
        ("The baker for her part said it was late.", "baker"),
        ("The mayor from the outset said it was late.", "mayor"),
        ("The union in 2012 said it was late.", "union"),
        ("The lawyer at the weekend said it was late.", "lawyer"),
        ("Clerks on condition of silence said it was late.", "Clerks"),
        // But which ones are meant is.
        ("A spokesman for the yard said it was late.", "spokesman for the yard"),
        ("Six in 10 owners said it was late.", "Six in 10 owners"),
        ("Bakers in Leith said it was late.", "Bakers in Leith"),
        ("Bakers in Leith and Elmford said it was late.", "Bakers in Leith and Elmford"),
        ("The mayors of Leith and Elmford said it was late.", "mayors of Leith and Elmford"),
        ("Clerks from the guild and the yard said it was late.", "Clerks from the guild and the yard"),
        ("Her husband and children said it was late.", "husband and children"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
    let text = "The yard in a statement said it rained. The yard said it was late.";
    assert!(!speakers(text).contains(&"yard in a statement".to_owned()));
    let text = "Reed and owners said it was late. Owners and Reed said no.";
    assert_eq!(speakers(text), ["Reed and owners", "Reed and owners"]);
    let text = "Ada Park and Tom Reed said it was late. Tom Reed and Ada Park said no.";
    assert_eq!(speakers(text), ["Ada Park and Tom Reed", "Ada Park and Tom Reed"]);
}

#[test]
fn several_people_without_an_office_are_they() {
    for who in ["parents", "villagers", "rebels", "families", "tenants", "twins", "women"] {
        assert_eq!(speakers(&format!("The {who} left. They said it was late.")), [who]);
    }
    for thing in ["plans", "prices"] {
        assert_eq!(speakers(&format!("The {thing} were late. They said it rained.")), ["-"]);
    }
}

#[test]
fn surnames_of_two_words_and_numbers_behind_them() {
    for (text, who) in [
        ("Nora Moss-Reed spoke. Moss-Reed said it was late.", "Nora Moss-Reed"),
        ("Nora Moss Reed spoke. Moss Reed said it was late.", "Nora Moss Reed"),
        ("Tom J. Reed III spoke. Reed said it was late.", "Tom J. Reed III"),
        ("A Leith/Elmford poll said it was late.", "Leith/Elmford"),
        ("The Department of Justice said it was late.", "Department of Justice"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
    // But father and son are two.
    let text = "Tom Reed III said it rained. Reed said no. Rev. Tom Reed Jr. said it was late.";
    assert_eq!(speakers(text), ["Tom Reed III", "Tom Reed III", "Tom Reed Jr."]);
    // A form of address tells which of two people of one surname is meant.
    let text = "Tom Reed and Nora Reed came. Mr. Reed said it was late. Mrs. Reed said no.";
    assert_eq!(speakers(text), ["Tom Reed", "Nora Reed"]);
    assert_eq!(speakers("Park and Bell have both said it was late."), ["Park and Bell"]);
    // Plans say nothing.
    assert_eq!(speakers("The plans were late. They said it was late."), ["-"]);
    // Whom a quotation tells of is not the one who speaks.
    let text = "Tom Reed opposed it. “Ada Park is right and Jack Moss is wrong,” he said.";
    assert_eq!(speakers(text), ["Tom Reed"]);
}

#[test]
fn what_somebody_is_stands_beside_the_name() {
    for text in [
        "Labour MP Nora Bell said it was late.",
        "Baker Nora Bell said it was late.",
        "The plan is bad, said PC Nora Bell.",
    ] {
        assert_eq!(speakers(text), ["Nora Bell"], "{text}");
    }
}

#[test]
fn names_go_on_over_a_possessive() {
    for (text, who) in [
        ("St Mary's Hospital said it was late.", "St Mary's Hospital"),
        ("The federal Attorney General's Office said it was late.", "Attorney General's Office"),
        ("The Elmford Commissioner’s Office said it was late.", "Elmford Commissioner’s Office"),
    ] {
        assert_eq!(speakers(text), [who]);
    }
}

#[test]
fn an_order_is_no_part_of_a_name() {
    assert_eq!(speakers("Tell Moss why. Moss said that it rained."), ["Moss"]);
}

#[test]
fn whoever_speaks_is_a_person_without_a_name_or_two() {
    let text = "Mayor Reed came. My neighbour, a nurse, told me she thinks it rained.";
    assert_eq!(speakers(text), ["neighbour", "neighbour"]);
    let text = "Nora Bell and Tom Reed met. They said it rained.";
    assert_eq!(speakers(text), ["Nora Bell and Tom Reed"]);
}

#[test]
fn the_author_is_no_speaker() {
    assert_eq!(speakers("I admit that it rained. We promise to wait."), [""; 0]);
}

#[test]
fn a_remark_in_brackets_leaves_a_quotation_alone() {
    let text = "Ada Park called the plan “dangerous” (in French):\n\n“We face a dangerous plan and we must act” (applause).";
    assert_eq!(speakers(text), ["Ada Park"; 2]);
}

#[test]
fn an_office_of_two_parts_is_no_name() {
    for (text, name) in [
        ("Secretary of State Moss Webb said it rained.", "Moss Webb"),
        ("The U.S. Secretary of State Moss Webb said it rained.", "Moss Webb"),
        ("Director of National Intelligence Webb Yarrow said it rained.", "Webb Yarrow"),
        ("Former secretary of State Webb said it rained.", "Webb"),
        ("The Secretary of State said it rained.", "Secretary of State"),
    ] {
        assert_eq!(speakers(text), [name], "{text}");
    }
}

#[test]
fn a_body_may_be_named_either_way_round() {
    let text = "Port Leith council said it rained. The council of Port Leith said it was late.";
    assert_eq!(speakers(text), ["Port Leith council"; 2]);
    let text = "The University of Elmford said it rained. Elmford University said it was late.";
    assert_eq!(speakers(text), ["University of Elmford", "Elmford University"]);
}
