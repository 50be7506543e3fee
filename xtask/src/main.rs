//! Every command a person needs to work on StanceLens.
fn main() {}
