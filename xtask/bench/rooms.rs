//! How the time of an analysis divides between the rooms of the core: reads a text from standard input and
//! prints `[[room, milliseconds, percent], …]`, each room's shortest of nine runs.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use stance_lens::{Document, Options, analyse, article, keyphrase, language, stance};
    use std::hint::black_box;
    use std::time::Instant;

    let text = std::io::read_to_string(std::io::stdin())?;
    let (document, options) = (Document::text(&text), Options::default());
    let mut runs: Vec<[f64; 6]> = Vec::new();
    for _ in 0..9 {
        let mut laps = [0.0; 6];
        let mut clock = Instant::now();
        let mut lap = |room: usize| {
            if let Some(time) = laps.get_mut(room) {
                *time = clock.elapsed().as_secs_f64() * 1000.0;
            }
            clock = Instant::now();
        };
        let article = article::read(&document, &options)?;
        lap(0);
        black_box(language::segment(&article));
        lap(1);
        let reading = language::read(&article, document.language);
        lap(2);
        black_box(keyphrase::extract(&reading, &options));
        lap(3);
        black_box(stance::find(&reading, None));
        lap(4);
        black_box(analyse(&document, &options)?);
        lap(5);
        runs.push(laps);
    }
    // The least disturbed run: other programs only ever add time.
    let least =
        |room: usize| runs.iter().filter_map(|laps| laps.get(room).copied()).fold(f64::INFINITY, f64::min);
    let [article, words, language, keyphrases, stances, whole] = [0, 1, 2, 3, 4, 5].map(least);
    let rooms = [
        ("article", article),
        ("words and sentences", words),
        ("parts of speech, phrases, names", language - words),
        ("keyphrases", keyphrases),
        ("attributions and stance", stances),
        ("offsets and the rest", whole - article - language - keyphrases - stances),
        ("whole analysis", whole),
    ];
    let rows: Vec<_> = rooms.iter().map(|(name, time)| (name, time, time / whole * 100.0)).collect();
    println!("{}", serde_json::to_string(&rows)?);
    Ok(())
}

/// The browser tests build every target of the package; rooms are timed natively.
#[cfg(target_arch = "wasm32")]
fn main() {}
