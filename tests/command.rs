//! The door to the shell: what the command line prints for files as people have them, and with which exit status.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const FILES: [(&str, &str); 12] = [
    (
        "corpus.jsonl",
        "{\"id\": 1, \"text\": \"One.\", \"outlet\": {\"name\": \"Times\"}, \"lang\": \"en\"}\n{\"id\": 2, \"text\": \"Two.\", \"lang\": 5}\n",
    ),
    ("more.jsonl", "{\"id\": 3, \"text\": \"Three.\"}"),
    ("marked.jsonl", "\u{feff}{\"id\": 4, \"text\": \"Four.\"}\n"),
    ("posts.json", "[{\"text\": \"The plan stays.\"}, {\"text\": \"The plan goes.\"}]"),
    (
        "items.json",
        "[{\"@type\": \"Article\", \"headline\": \"Stays\", \"articleBody\": \"The plan stays.\"}, {\"@type\": \"NewsArticle\", \
         \"headline\": \"Goes\", \"author\": \"Tom Reed\", \"articleBody\": \"The plan goes.\"}]",
    ),
    ("plan.txt", "Mayor Ada Park urged residents to save water.\n"),
    ("reply.txt", "The union opposes the plan of Ada Park.\n"),
    ("broken.json", "{\"text\": "),
    ("numbers.json", "[1, 2"),
    ("piece.htm", "Mayor Ada Park urged residents to save water &amp; power."),
    (
        "lexicon.json",
        "{\"entries\": [\n{\"tag\": \"angry\", \"pattern\": \"boo\", \"reason\": \"jeers\", \"source\": \"us\"}]}",
    ),
    ("marked-lexicon.json", "\u{feff}{\"silence\": [\"demand.verb.urge\"]}"),
];

/// Runs the command among [`FILES`], in a folder named after the test.
fn run(test: &str, arguments: &str) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in FILES {
        fs::write(folder.join(name), content).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_stance-lens"));
    command.current_dir(folder).args(arguments.split(' ')).output().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_message_names_the_file_that_is_at_fault() {
    for (arguments, expected) in [
        ("analyze broken.json --format json", "stance-lens: broken.json: malformed-json: The document"),
        ("compare plan.txt reply.txt broken.json", "stance-lens: broken.json: malformed-json: The document"),
        ("compare plan.txt nowhere.txt", "stance-lens: nowhere.txt: "),
        (
            "analyze plan.txt --lexicon lexicon.json",
            "stance-lens: lexicon.json: unknown-option: Line 2 of the",
        ),
        ("analyze plan.txt --lexicon broken.json", "stance-lens: broken.json: malformed-json: The lexicon"),
        ("analyze --format json -", "stance-lens: standard input: malformed-json: The document"),
    ] {
        let output = run("files", arguments);
        let message = errors(&output);
        let said = message.lines().last().unwrap_or_default();
        assert!(said.starts_with(expected), "{arguments}: {message}");
        assert_eq!(output.status.code(), Some(1), "{arguments}");
        assert!(output.stdout.is_empty(), "{arguments}");
    }
}

#[test]
fn a_file_has_the_form_that_its_name_says() {
    let text = |arguments: &str| {
        let output = run("names", arguments);
        let analysis: Option<serde_json::Value> = serde_json::from_slice(&output.stdout).ok();
        analysis.map_or_else(|| errors(&output), |analysis| analysis["text"].as_str().unwrap().to_owned())
    };
    assert_eq!(text("analyze piece.htm"), "Mayor Ada Park urged residents to save water & power.");
    assert!(text("analyze piece.htm --format text").contains("&amp;"));
    assert!(text("analyze numbers.json").starts_with("stance-lens: numbers.json: malformed-json: "));
    assert!(text("compare plan.txt numbers.json").starts_with("stance-lens: numbers.json: malformed-json: "));
    assert_eq!(text("analyze numbers.json --format text"), "[1, 2");
}

#[test]
fn the_largest_document_is_as_the_caller_says() {
    let said =
        "stance-lens: plan.txt: too-large: The file is too large: more than 45 bytes, which is the limit.\n";
    for command in ["analyze plan.txt", "compare plan.txt reply.txt"] {
        let output = run("limits", &format!("{command} --max-bytes 45"));
        assert_eq!((errors(&output).as_str(), output.status.code()), (said, Some(1)), "{command}");
        assert!(run("limits", &format!("{command} --max-bytes 46")).status.success(), "{command}");
        for wrong in ["0", "-1", "1e3", "x"] {
            assert_eq!(
                run("limits", &format!("{command} --max-bytes={wrong}")).status.code(),
                Some(2),
                "{wrong}"
            );
        }
    }
    let output = run("limits", "batch more.jsonl --max-bytes 5");
    assert!(
        String::from_utf8(output.stdout).unwrap().starts_with("{\"id\":3,\"error\":{\"code\":\"too-large\"")
    );
}

#[test]
fn a_language_is_a_code() {
    let language = |code: &str| {
        let output = run("languages", &format!("analyze plan.txt --language {code}"));
        let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (analysis["language"].as_str().unwrap().to_owned(), analysis["stances"].as_array().unwrap().len())
    };
    assert_eq!(language("eng"), ("en".to_owned(), 1));
    for (said, tag) in
        [("ENG_gb", "en-GB"), ("EN-latn-gb", "en-Latn-GB"), ("en-CA-X-AB-Leit", "en-CA-x-ab-leit")]
    {
        assert_eq!(language(said), (tag.to_owned(), 1));
    }
    assert_eq!(language("sw"), ("sw".to_owned(), 0));
    let output = run("languages", "analyze plan.txt --only article");
    let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(analysis["language"], "en");
    for command in ["analyze plan.txt --language english", "compare plan.txt reply.txt --language english"] {
        let output = run("languages", command);
        let message = errors(&output);
        assert!(
            message.contains("`english` is no tag of BCP 47 that begins with a language, such as `en`"),
            "{message}"
        );
        assert_eq!(output.status.code(), Some(2), "{command}");
    }
}

#[test]
fn batch_reads_files_and_says_which_fields_it_ignores() {
    let output = run("batch", "batch corpus.jsonl more.jsonl marked.jsonl");
    let ids: Vec<serde_json::Value> = output
        .stdout
        .split(|&byte| byte == b'\n')
        .filter_map(|line| Some(serde_json::from_slice::<serde_json::Value>(line).ok()?["id"].clone()))
        .collect();
    assert_eq!(ids, [1, 2, 3, 4]);
    assert_eq!(
        errors(&output),
        "stance-lens: Line 1 of corpus.jsonl has \"lang\", \"outlet\"; `batch` reads id, text, html, json, url, \
         language and title and ignores the rest.\n"
    );
    assert_eq!(output.status.code(), Some(0));
    let output = run("batch", "batch more.jsonl nowhere.jsonl");
    assert!(errors(&output).starts_with("stance-lens: nowhere.jsonl: "), "{}", errors(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn of_a_list_of_articles_the_first_is_read_and_the_others_are_told_of() {
    let said = "stance-lens: posts.json holds 2 articles; the first is read. `batch` reads one a line.\n";
    for arguments in ["analyze posts.json", "analyze posts.json --format json", "compare plan.txt posts.json"]
    {
        let output = run("lists", arguments);
        assert_eq!(errors(&output), said, "{arguments}");
        assert_eq!(output.status.code(), Some(0), "{arguments}");
    }
    assert_eq!(errors(&run("lists", "analyze posts.json --format text")), "");
    let output = run("lists", "analyze items.json");
    assert_eq!(errors(&output), said.replace("posts", "items"));
    let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(analysis["article"]["title"], "Stays");
}

#[test]
fn a_lexicon_may_begin_with_a_byte_order_mark() {
    let output = run("marks", "analyze plan.txt --lexicon marked-lexicon.json");
    assert_eq!((errors(&output).as_str(), output.status.code()), ("", Some(0)));
}

/// Decoded, a file may be shorter than it is, and so may what is left of it where the rest was not read.
#[test]
fn a_file_above_the_limit_is_refused_in_every_encoding() {
    let line = "The harbour road stays shut until the autumn.\n";
    let lines = line.repeat((33 << 20) / line.len());
    let marked = format!("\u{feff}{lines}").into_bytes();
    let wide = format!("\u{feff}{}", line.repeat((17 << 20) / line.len()));
    let wide = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("limit");
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in [("plain.txt", lines.into_bytes()), ("marked.txt", marked), ("wide.txt", wide)] {
        fs::write(folder.join(name), content).unwrap();
        let output = run("limit", &format!("analyze {name} --only article"));
        fs::remove_file(folder.join(name)).unwrap();
        let expected = format!(
            "stance-lens: {name}: too-large: The file is too large: more than 33554432 bytes, which is the limit.\n"
        );
        assert_eq!((errors(&output), output.status.code()), (expected, Some(1)));
    }
}

#[test]
fn standard_input_is_read_once() {
    for arguments in ["compare - -", "compare plan.txt - -", "batch - more.jsonl -"] {
        let output = run("input", arguments);
        assert!(errors(&output).contains("standard input (`-`) can be named only once"), "{arguments}");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
    }
}

#[test]
fn what_an_answer_cannot_heed_is_refused() {
    for (arguments, at_odds) in [
        ("analyze plan.txt --explain --pretty", "--pretty"),
        ("analyze plan.txt --explain --only article", "--only"),
        ("analyze plan.txt --summary --only article", "--only"),
        ("analyze plan.txt --summary --tokens", "--tokens"),
    ] {
        let output = run("odds", arguments);
        let message = errors(&output);
        assert!(
            message.contains("cannot be used with") && message.contains(at_odds),
            "{arguments}: {message}"
        );
        assert_eq!(output.status.code(), Some(2), "{arguments}");
    }
    assert!(run("odds", "analyze plan.txt --summary --pretty").status.success());
}
