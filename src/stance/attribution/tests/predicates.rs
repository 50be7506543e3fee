//! How far cues and sources reach, and what hangs on a relative.

use super::check;

#[test]
fn a_light_verb_and_its_noun_are_one_cue() {
    check(
        "Ada Park expressed the view that the plan was unwise.",
        &["Ada Park / expressed the view / the plan was unwise / Ada Park"],
    );
    check(
        "Ada Park voiced concern about the ferry.",
        &["Ada Park / voiced concern about / the ferry / Ada Park"],
    );
    check("Ada Park expressed a wish.", &["Ada Park / expressed / a wish / Ada Park"]);
}

#[test]
fn cues_take_the_preposition_of_what_they_bring_in() {
    check(
        "The guild's calls for a new ferry went unheard.",
        &["The guild / calls for / a new ferry / guild"],
    );
    check("Ada Park agreed to leave.", &["Ada Park / agreed / leave / Ada Park"]);
    check(
        "The guild was founded last year. It urged members to wait.",
        &["It / urged / members to wait / -"],
    );
}

#[test]
fn what_was_said_once_has_a_subject() {
    check("Ada Park, who once vowed to stay, has left.", &["who / vowed / stay / Ada Park"]);
    check("Ada Park once said it was late.", &["Ada Park / said / it was late / Ada Park"]);
}

#[test]
fn hearers_may_open_with_a_participle() {
    check(
        "Ada Park urged neighbouring towns to wait.",
        &["Ada Park / urged / neighbouring towns to wait / Ada Park"],
    );
    check("Ada Park told cheering weavers that it was late.", &["Ada Park / told / it was late / Ada Park"]);
}

#[test]
fn asides_after_whoever_speaks() {
    check(
        "“It may work,” said Tom Bell, an Elmford-based planner who serves on the board.",
        &["Tom Bell, an Elmford-based planner who serves on the board / said / It may work / Tom Bell"],
    );
    check(
        "“It may work,” said Ada Park, 62, a baker from Elmford.",
        &["Ada Park, 62, a baker from Elmford / said / It may work / Ada Park"],
    );
    check(
        "“It may work,” said Ada Park, the mayor, who opposed it, and the crowd cheered.",
        &["Ada Park, the mayor, who opposed it / said / It may work / Ada Park"],
    );
    check(
        "The guild lacks help from its members, whom it had ignored, said Nora Bell, director of the centre.",
        &[
            "Nora Bell, director of the centre / said / The guild lacks help from its members, whom it had ignored / \
           Nora Bell",
        ],
    );
    check(
        "Ada Park, the mayor, said Bell, the rival, had lied.",
        &["Ada Park, the mayor / said / Bell, the rival, had lied / Ada Park"],
    );
    check("Ada Park, 62, who noted that it rained, laughed.", &["who / noted / it rained / Ada Park"]);
}

#[test]
fn relatives_that_are_the_subject_of_what_is_reported() {
    check(
        "The bank, which Ada Park believes will fail, is small.",
        &["Ada Park / believes / will fail / Ada Park"],
    );
    check("They met a pilot who Ada Park feared was drunk.", &["Ada Park / feared / was drunk / Ada Park"]);
}

#[test]
fn verbs_that_look_like_nouns_or_adjectives() {
    check("Many fear the yard will close.", &["Many / fear / the yard will close / Many"]);
    check(
        "“The yard will close,” Ada Park points out.",
        &["Ada Park / points out / The yard will close / Ada Park"],
    );
    check("Ada Park is promising to close the yard.", &["Ada Park / promising / close the yard / Ada Park"]);
    check("Her father worried that the yard was old.", &["Her father / worried / the yard was old / father"]);
    check("The baker claims the guild fired him.", &["The baker / claims / the guild fired him / baker"]);
    check("It is a plan which he also views as a trick.", &["he / views / as a trick / -"]);
}

#[test]
fn sources_reach_as_far_as_they_are_named() {
    check(
        "More than six bakers said they were tired.",
        &["More than six bakers / said / they were tired / six bakers"],
    );
    check(
        "Current and former officials said the plan failed.",
        &["Current and former officials / said / the plan failed / Current and former officials"],
    );
    check(
        "Voters polled last week say the plan failed.",
        &["Voters polled last week / say / the plan failed / Voters"],
    );
    check(
        "Bakers who run the yard said it was old.",
        &["Bakers who run the yard / said / it was old / Bakers"],
    );
    check("Ada Park Sunday night said the plan failed.", &["Ada Park / said / the plan failed / Ada Park"]);
    check(
        "It grew, though 32 percent said they were tired.",
        &["32 percent / said / they were tired / 32 percent"],
    );
    check(
        "The plan failed, according to the Elmford Group, which watches harbours.",
        &["the Elmford Group, which watches harbours / according to / The plan failed / Elmford Group"],
    );
    check(
        "“It failed,” said Ada Park, now a baker in Elmford.",
        &["Ada Park, now a baker in Elmford / said / It failed / Ada Park"],
    );
    check("No one said the yard was safe.", &[]);
}

#[test]
fn addresses_times_and_words_of_number_stand_in_sources() {
    check(
        "Nora Bell, a baker at a mill in Leith, Scotland, said the yard had closed.",
        &["Nora Bell, a baker at a mill in Leith, Scotland / said / the yard had closed / Nora Bell"],
    );
    check("Many in the city said that it rained.", &["Many in the city / said / it rained / city"]);
    check(
        "Some of his aides warned that boats will sink.",
        &["Some of his aides / warned / boats will sink / aides"],
    );
    check(
        "Nora Bell, who last week said the yard had closed, left.",
        &["who / said / the yard had closed / Nora Bell"],
    );
    check(
        "Tom Reyes said that Peter Bell had left.\n\n“It rained,” he said.",
        &["Tom Reyes / said / Peter Bell had left / Tom Reyes", "he / said / It rained / Tom Reyes"],
    );
    check(
        "After Nora Bell left the yard in October, Harbour Bank, its lender, said that it rained.",
        &["Harbour Bank, its lender / said / it rained / Harbour Bank"],
    );
    check("It was his “duty” to report leaks.", &[]);
    check(
        "“Let me just say that it rained,” Nora Bell said.",
        &["Nora Bell / said / Let me just say that it rained / Nora Bell"],
    );
}

#[test]
fn clauses_behind_long_adverbials() {
    check(
        "Ada Park said for years in towns up and down the river that the dam was old.",
        &["Ada Park / said / the dam was old / Ada Park"],
    );
}

#[test]
fn beliefs_set_beside_what_is_believed() {
    check(
        "As many bakers believe, the yard will close.",
        &["many bakers / believe / the yard will close / many bakers"],
    );
}

#[test]
fn titles_and_documents_that_look_like_something_else() {
    check(
        "Norland's attorney general, Nora Bell, vowed to appeal.",
        &["Norland's attorney general, Nora Bell / vowed / appeal / Nora Bell"],
    );
    check("“It failed,” said Park ally Tom Bell.", &["Park ally Tom Bell / said / It failed / Tom Bell"]);
    check(
        "A paper from the left-leaning Elmford Guild says it failed.",
        &["A paper from the left-leaning Elmford Guild / says / it failed / Elmford Guild"],
    );
    check("“It failed,” the suit reads.", &["the suit / reads / It failed / suit"]);
    check("“It failed,” Will wrote.", &["Will / wrote / It failed / Will"]);
}

#[test]
fn contents_end_where_the_reporter_goes_on() {
    check(
        "Ada Park said the yard was “far too old,” citing its debts.",
        &[
            "Ada Park / said / the yard was “far too old,” / Ada Park",
            "Ada Park / citing / its debts / Ada Park",
        ],
    );
    check(
        "Ada Park said that the yard was old, but that it was loved.",
        &["Ada Park / said / the yard was old, but that it was loved / Ada Park"],
    );
    check(
        "Ada Park cited many reasons, including the debts of the yard.",
        &["Ada Park / cited / many reasons, including the debts of the yard / Ada Park"],
    );
    check(
        "Ada Park said the guild “needs to be more open. There is much to do.”",
        &["Ada Park / said / the guild “needs to be more open. There is much to do.” / Ada Park"],
    );
    check(
        "Ada Park pointed to the yard as a gift to builders.",
        &["Ada Park / pointed to / the yard as a gift to builders / Ada Park"],
    );
}

#[test]
fn predicates_of_several_words() {
    check(
        "Ada Park went on to say that the yard was old.",
        &["Ada Park / went on to say / the yard was old / Ada Park"],
    );
    check(
        "Ada Park was quick to point out that the yard was old.",
        &["Ada Park / quick to point out / the yard was old / Ada Park"],
    );
    check(
        "His office put out a statement Friday saying the yard was safe.",
        &["His office / put out a statement Friday saying / the yard was safe / office"],
    );
}

#[test]
fn participles_in_a_row_and_clauses_that_lead_up() {
    check(
        "Ada Park left, saying that he had lied and calling it “a shame”.",
        &["Ada Park / saying / he had lied / Ada Park", "Ada Park / calling / it “a shame” / Ada Park"],
    );
    check(
        "On Monday, even as prices of flour were falling, Ada Park met bakers, telling them bread was dear.",
        &["Ada Park / telling / bread was dear / Ada Park"],
    );
}

#[test]
fn what_somebody_is_called() {
    check(
        "Ada Park called him, among other things, “a fool”.",
        &["Ada Park / called / him, among other things, “a fool” / Ada Park"],
    );
    check(
        "Ada Park called the mayor, Nora Bell, “quite mad” and left.",
        &["Ada Park / called / the mayor, Nora Bell, “quite mad” / Ada Park"],
    );
    check(
        "The plan has been called “a folly” by the council.",
        &["the council / called / The plan | a folly / council"],
    );
    check(
        "Ada Park called on bakers “not to give in”.",
        &["Ada Park / called on / bakers “not to give in” / Ada Park"],
    );
}

#[test]
fn sources_end_where_they_report_themselves() {
    check(
        "“It failed,” said Ada Park, who added that the yard was old.",
        &["Ada Park / said / It failed / Ada Park", "who / added / the yard was old / Ada Park"],
    );
}

#[test]
fn any_verb_beside_what_is_said() {
    check("“It failed again,” Ada Park beamed.", &["Ada Park / beamed / It failed again / Ada Park"]);
    check("“It failed again!” beamed Ada Park.", &["Ada Park / beamed / It failed again / Ada Park"]);
    check("Ada Park boomed, “It failed again!”", &["Ada Park / boomed / It failed again / Ada Park"]);
    check("“Harbour Lights” opened in May.", &[]);
}

#[test]
fn contents_begin_behind_the_reporters_words() {
    check(
        "ELMFORD, May 2 (NN) — The bridge will close, Ada Park said.",
        &["Ada Park / said / The bridge will close / Ada Park"],
    );
    check(
        "Still, the bridge will close, according to Ada Park.",
        &["Ada Park / according to / the bridge will close / Ada Park"],
    );
    check(
        "The guild struck, warning that it could go on for weeks.",
        &["The guild / warning / it could go on for weeks / guild"],
    );
}

#[test]
fn feelings_at_the_end_of_a_verb_group_report() {
    check(
        "The towns are worried that the yard will close.",
        &["The towns / worried / the yard will close / towns"],
    );
    check(
        "Nora Bell is convinced the yard will close.",
        &["Nora Bell / convinced / the yard will close / Nora Bell"],
    );
    // Whoever caused the feeling reports nothing.
    check("The red ink has alarmed many since it rose.", &[]);
}

#[test]
fn names_and_gerunds_are_no_cues() {
    check("The library bought a book called “The Tides of Elmford” on Monday.", &[]);
    check(
        "The mayor called “the tides of Elmford” a gift.",
        &["The mayor / called / “the tides of Elmford” a gift / mayor"],
    );
    check("They say adding salt is the safest way.", &["They / say / adding salt is the safest way / -"]);
}

#[test]
fn short_answers_and_judgements_are_reported() {
    check("Half of the crew said so on Monday.", &["Half of the crew / said / so / Half of the crew"]);
    check("Others say the same of the dam.", &["Others / say / the same of the dam / Others"]);
    check("Ada Park said no to the offer.", &["Ada Park / said / no to the offer / Ada Park"]);
    check("The yard is widely considered dangerous.", &["- / considered / The yard | dangerous / -"]);
    check(
        "Nora Bell called the ruling on the dam a farce.",
        &["Nora Bell / called / the ruling on the dam a farce / Nora Bell"],
    );
    check(
        "As reported by the Herald, the mayor left the town.",
        &["the Herald / reported / the mayor left the town / Herald"],
    );
    check(
        "The yard may close, according to state law.",
        &["state law / according to / The yard may close / state law"],
    );
}

#[test]
fn participles_before_the_main_clause_take_its_subject() {
    check(
        "Noting that he had studied the dam, Park left.",
        &["Park / Noting / he had studied the dam / Park"],
    );
    check(
        "The mayor spoke of “Elmford values,” saying the town is brave.",
        &["The mayor / spoke of / Elmford values / mayor", "The mayor / saying / the town is brave / mayor"],
    );
}

#[test]
fn what_hangs_on_another_verb_is_by_nobody_who_speaks() {
    check("Residents were told to leave by dawn.", &["- / told / Residents | to leave by dawn / -"]);
    check(
        "The lake is believed to have been formed by ice.",
        &["- / believed / The lake | to have been formed by ice / -"],
    );
    check(
        "Residents were urged by Nora Bell to leave.",
        &["Nora Bell / urged / Residents | to leave / Nora Bell"],
    );
}

#[test]
fn a_second_cue_has_the_tense_of_the_first() {
    check(
        "Ada Park insisted that work should begin and promised to publish it.",
        &[
            "Ada Park / insisted / work should begin / Ada Park",
            "Ada Park / promised / publish it / Ada Park",
        ],
    );
    check(
        "Ada Park denies that private notes were read and says the post is wrong.",
        &[
            "Ada Park / denies / private notes were read / Ada Park",
            "Ada Park / says / the post is wrong / Ada Park",
        ],
    );
}

#[test]
fn objects_are_no_clauses() {
    check("What she calls freedom is a cage.", &["she / calls / freedom / -"]);
    check("The promised “fast lane” boats exist only on paper.", &[]);
    check("Ada Park felt wind and she went home.", &[]);
    check("Ada Park denied that entirely.", &[]);
    check("Ada Park accepted that boats had sunk.", &["Ada Park / accepted / boats had sunk / Ada Park"]);
    check("Ada Park accepted “a gift” from the board.", &[]);
}

#[test]
fn compounds_and_headlines_end_where_they_end() {
    check(
        "According to state-run Elmford Radio, it rained.",
        &["state-run Elmford Radio / According to / it rained / Elmford Radio"],
    );
    check(
        "Seals sing, study suggests\n\nBy Ada Park\n\nSeals sing to each other.",
        &["study / suggests / Seals sing / study"],
    );
}

#[test]
fn days_and_years_stand_between_a_cue_and_what_it_brings_in() {
    check("Leith vowed on Monday to wait.", &["Leith / vowed / wait / Leith"]);
    check("Leith agreed in 2019 to wait.", &["Leith / agreed / wait / Leith"]);
    check("Leith called on Monday for a pause.", &["Leith / called on Monday for / a pause / Leith"]);
    check(
        "Nora Bell put the cost of the dam at ten crowns.",
        &["Nora Bell / put / the cost of the dam at ten crowns / Nora Bell"],
    );
    check(
        "Nora Bell called the plan disheartening.",
        &["Nora Bell / called / the plan disheartening / Nora Bell"],
    );
}

#[test]
fn the_clause_of_a_noun_ends_before_the_verb_of_the_noun() {
    check("The claim that the mayor lied is false.", &["- / claim / the mayor lied / -"]);
    check(
        "Claims that the bridge is unsafe have been denied by the city.",
        &[
            "- / Claims / the bridge is unsafe / -",
            "the city / denied / Claims that the bridge is unsafe / city",
        ],
    );
}

#[test]
fn verbs_of_what_is_reported_are_found() {
    check("She said Nora Bell favors a ban.", &["She / said / Nora Bell favors a ban / -"]);
    check(
        "Ada Park says the port needs “real reform”.",
        &["Ada Park / says / the port needs “real reform” / Ada Park"],
    );
    check(
        "Ada Park said critics praise the plan.",
        &["Ada Park / said / critics praise the plan / Ada Park"],
    );
    check(
        "Ada Park says they no longer count as crews.",
        &["Ada Park / says / they no longer count as crews / Ada Park"],
    );
    check(
        "The agency said the drug claims on the label, which the firm denied, were false.",
        &["The agency / said / the drug claims on the label, which the firm denied, were false / agency"],
    );
    check("Boeing insists its jets are safe.", &["Boeing / insists / its jets are safe / Boeing"]);
    check(
        "The drug cut the risk, the researchers report in a journal.",
        &["the researchers / report / The drug cut the risk / researchers"],
    );
}

#[test]
fn calls_are_by_whom_they_name() {
    check(
        "He resisted calls from the union to resign at once.",
        &["the union / calls / resign at once / union"],
    );
    check("Ada Park faced growing calls to close the port.", &["- / calls / close the port / -"]);
    check("Please give me a call to discuss it.", &[]);
    check("It was her call to make.", &[]);
    check("Police investigate calls to attack the hall.", &["- / calls / attack the hall / -"]);
    check(
        "A warning on Monday by the union that the port would close was ignored.",
        &["the union / warning / the port would close / union"],
    );
}

#[test]
fn what_others_say_meanwhile_is_theirs() {
    check("The mayor backs the plan as crews warn of “chaos”.", &["crews / warn of / chaos / crews"]);
    check(
        "Ada Park slammed the plan as lies Bell told.",
        &["Ada Park / slammed / the plan as lies Bell told / Ada Park"],
    );
    check(
        "“It may work,” the mayor, Ada Park, who took office in May, said.",
        &["the mayor, Ada Park, who took office in May / said / It may work / Ada Park"],
    );
}
