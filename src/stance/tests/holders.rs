//! Whose position it is.

use super::finds;

#[test]
fn sides_are_of_those_who_take_them() {
    finds("Anti-war activists left the square.", &["Anti-war oppose Anti-war activists > Anti-war"]);
    finds("The seat went to the pro-union lawyer Ada Park.", &["pro-union support Ada Park > pro-union"]);
    finds("Nora Bell’s anti-dam speech lasted an hour.", &["anti-dam oppose Nora Bell > anti-dam"]);
    finds("Nora Bell is pro-union and rich.", &["pro-union support Nora Bell > pro-union"]);
    finds("An anti-dam rally is held today.", &["anti-dam oppose author > anti-dam"]);
}

#[test]
fn what_the_public_feels_is_the_publics() {
    finds("It could damage popular support for the dam.", &["support for support public > the dam"]);
    finds("The plan met public opposition to the dam.", &["opposition to oppose public > the dam"]);
    finds("Nora Bell won public support for the dam.", &["support for support public > the dam"]);
    finds("The council’s public support for the dam is new.", &["support for support council > the dam"]);
}
