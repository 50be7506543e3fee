//! The door to the shell. Answers go to standard output, diagnostics to standard error.
//! Exit status: 0 when everything was answered, 1 when a document could not be read, 2 for wrong usage.

mod batch;
mod explain;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, CommandFactory, Parser, Subcommand};
use serde::Serialize;
use stance_lens::compare::{Comparison, Own};
use stance_lens::offsets::Unit;
use stance_lens::{
    Analysis, Code, CustomLexicon, Document, Error, Format, KeyphraseMode, Options, Parts, analyse,
    analyse_and_summarise, article,
};

/// What an article is about, who says what in it, and how it leans.
#[derive(Parser)]
#[command(name = "stance-lens", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse one document and print the analysis as JSON.
    Analyze {
        /// File to read; `-` reads standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// Form of the document: auto, text, html, markdown or json; auto goes by the name of the file (.html, .htm, .xhtml,
        /// .md, .json) and else by what is in it.
        #[arg(long, default_value = "auto")]
        format: Format,
        /// Language of the document as a tag of BCP 47, such as `en`, instead of the one found out.
        #[arg(long, value_parser = language)]
        language: Option<String>,
        /// Indent the JSON.
        #[arg(long)]
        pretty: bool,
        /// Print who is heard how much and holds which positions, instead of the analysis.
        #[arg(long, conflicts_with_all = ["tokens", "only"])]
        summary: bool,
        /// Print a table of what made each keyphrase rank where it does, instead of the analysis.
        #[arg(long, conflicts_with_all = ["summary", "pretty", "tokens", "only"])]
        explain: bool,
        #[command(flatten)]
        wanted: Wanted,
    },
    /// Tell which keyphrases and speakers several articles have in common, and which only one has, as JSON.
    Compare {
        /// Files to read, two or more.
        #[arg(required = true, num_args = 2.., value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Language of the articles as a tag of BCP 47, such as `en`, instead of the one found out for each.
        #[arg(long, value_parser = language)]
        language: Option<String>,
        /// Largest file read, in bytes.
        #[arg(long, value_name = "N", value_parser = bytes, default_value_t = Options::default().max_bytes)]
        max_bytes: usize,
        /// Indent the JSON.
        #[arg(long)]
        pretty: bool,
    },
    /// Analyse one JSON object a line, `{"id", "text" | "html" | "json", "url"?, "language"?, "title"?}`,
    /// and print one analysis a line, in order. A line that cannot be read is answered with its error; fields of any other
    /// name are ignored.
    Batch {
        /// Files of such lines, read one after the other; `-` reads standard input.
        #[arg(default_value = "-", value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        wanted: Wanted,
    },
}

/// What the answer holds; the same for one document and for many.
#[derive(Args)]
struct Wanted {
    /// Unit of offsets: utf-16, utf-8 or utf-32.
    #[arg(long, default_value = "utf-16")]
    offsets: Unit,
    /// List every token with its part of speech.
    #[arg(long)]
    tokens: bool,
    /// What keyphrases are: phrases, or words for single ones.
    #[arg(long, default_value = "phrases")]
    keyphrases: KeyphraseMode,
    /// At most this many keyphrases, and never more than 1,000.
    #[arg(long, value_name = "N", default_value_t = Options::default().max_keyphrases)]
    max_keyphrases: usize,
    /// Largest document read, in bytes; larger ones are the error too-large.
    #[arg(long, value_name = "N", value_parser = bytes, default_value_t = Options::default().max_bytes)]
    max_bytes: usize,
    /// How much of the analysis is made: all, or article for the document as it is loaded.
    #[arg(long, default_value = "all")]
    only: Parts,
    /// Stance lexicon in JSON whose entries are added and whose silences are heeded (docs/custom-lexicons.md).
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
}

/// A language that the core takes; told before any file is read.
fn language(said: &str) -> Result<String, Error> {
    article::read(&Document { language: Some(said), ..Document::text("") }, &Options::default())?;
    Ok(said.to_owned())
}

/// A limit in bytes: a positive number.
fn bytes(said: &str) -> Result<usize, String> {
    said.parse().ok().filter(|&bytes| bytes > 0).ok_or_else(|| "it is a positive whole number".to_owned())
}

impl Wanted {
    fn options(&self) -> Result<Options, Failure> {
        let lexicon = match &self.lexicon {
            Some(file) => {
                let wrong = |error| Failure::of(file, error);
                let bytes =
                    std::fs::read(file).map_err(|error| Failure::Io(file.display().to_string(), error))?;
                let json = article::decode(&bytes).map_err(wrong)?;
                Some(Arc::new(CustomLexicon::from_json(&json).map_err(wrong)?))
            }
            None => None,
        };
        Ok(Options {
            offsets: self.offsets,
            tokens: self.tokens,
            keyphrases: self.keyphrases,
            max_keyphrases: self.max_keyphrases,
            parts: self.only,
            max_bytes: self.max_bytes,
            lexicon,
            ..Options::default()
        })
    }
}

/// Why a command ended early.
#[derive(Debug)]
enum Failure {
    /// A document or a lexicon that cannot be read, with the name of its file.
    Content(String, Error),
    /// A file that cannot be read, or an answer that cannot be written.
    Io(String, io::Error),
}

impl Failure {
    fn of(file: &Path, error: Error) -> Self {
        Failure::Content(name(file), error)
    }
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Analyze { file, format, language, pretty, summary, explain, wanted } => {
            wanted.options().and_then(|options| {
                let shown = match (summary, explain) {
                    (true, _) => Shown::Summary,
                    (_, true) => Shown::Reasons,
                    _ => Shown::Analysis,
                };
                analyze(&file, format, language.as_deref(), pretty, shown, &options)
            })
        }
        Command::Compare { files, language, max_bytes, pretty } => {
            input_once(&files);
            let options = Options { max_bytes, ..Options::default() };
            compare(&files, language.as_deref(), pretty, &options)
        }
        Command::Batch { files, wanted } => {
            input_once(&files);
            wanted.options().and_then(|options| files.iter().try_for_each(|file| batch(file, &options)))
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever closed the pipe has read enough.
        Err(Failure::Io(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(what, error)) => {
            match error.kind() {
                io::ErrorKind::IsADirectory => {
                    eprintln!(
                        "stance-lens: {what} is a folder; name its files, or give `batch` one article a line."
                    );
                }
                _ => eprintln!("stance-lens: {what}: {error}"),
            }
            ExitCode::FAILURE
        }
        Err(Failure::Content(file, error)) => {
            eprintln!("stance-lens: {file}: {}: {error}", error.code().as_str());
            ExitCode::FAILURE
        }
    }
}

/// Ends the program as wrong usage where standard input is named twice: the second reading would find nothing.
fn input_once(files: &[PathBuf]) {
    if files.iter().filter(|file| is_input(file)).count() > 1 {
        let message = "standard input (`-`) can be named only once";
        Cli::command().error(clap::error::ErrorKind::ArgumentConflict, message).exit();
    }
}

/// What `analyze` prints.
enum Shown {
    Analysis,
    Summary,
    Reasons,
}

fn analyze(
    file: &Path,
    format: Format,
    language: Option<&str>,
    pretty: bool,
    shown: Shown,
    options: &Options,
) -> Result<(), Failure> {
    let content = read_text(file, options.max_bytes)?;
    let document = Document { format: form(format, file, &content), language, ..Document::text(&content) };
    let wrong = |error| Failure::of(file, error);
    tell_of_others(file, &document);
    let mut answer = match shown {
        Shown::Analysis => to_json(&analyse(&document, options).map_err(wrong)?, pretty)?,
        Shown::Summary => to_json(&analyse_and_summarise(&document, options).map_err(wrong)?.1, pretty)?,
        Shown::Reasons => explain::table(&document, options).map_err(wrong)?.trim_end().as_bytes().to_vec(),
    };
    answer.push(b'\n');
    print(&answer)
}

/// What one article says that no other does, with the name of its file.
#[derive(Serialize)]
struct Compared {
    file: String,
    #[serde(flatten)]
    own: Own,
}

fn compare(
    files: &[PathBuf],
    language: Option<&str>,
    pretty: bool,
    options: &Options,
) -> Result<(), Failure> {
    let contents: Vec<String> =
        files.iter().map(|file| read_text(file, options.max_bytes)).collect::<Result<_, _>>()?;
    let analyses: Vec<Analysis<'_>> = files
        .iter()
        .zip(&contents)
        .map(|(file, content)| {
            let format = form(Format::Auto, file, content);
            let document = Document { format, language, ..Document::text(content) };
            tell_of_others(file, &document);
            analyse(&document, options).map_err(|error| Failure::of(file, error))
        })
        .collect::<Result<_, _>>()?;
    let Comparison { shared_keyphrases, shared_speakers, articles } =
        stance_lens::compare::compare(&analyses);
    let named = files.iter().zip(articles);
    let articles = named.map(|(file, own)| Compared { file: file.display().to_string(), own }).collect();
    let mut answer = to_json(&Comparison { shared_keyphrases, shared_speakers, articles }, pretty)?;
    answer.push(b'\n');
    print(&answer)
}

fn batch(file: &Path, options: &Options) -> Result<(), Failure> {
    let name = name(file);
    let input = open(file).map_err(|error| Failure::Io(name.clone(), error))?;
    batch::run(input, &name, io::stdout().lock(), options)
}

fn print(answer: &[u8]) -> Result<(), Failure> {
    io::stdout().lock().write_all(answer).map_err(|error| Failure::Io("standard output".into(), error))
}

/// Says on standard error where a document is a list of articles, of which only the first is read.
fn tell_of_others(file: &Path, document: &Document<'_>) {
    if document.format != Format::Json {
        return;
    }
    // A document that cannot be read is told of by whoever reads it.
    let count = article::articles(document.content).map_or(0, |found| found.len());
    if count > 1 {
        let name = name(file);
        eprintln!("stance-lens: {name} holds {count} articles; the first is read. `batch` reads one a line.");
    }
}

/// The form of a file: as the caller says, else as its name does, else as it looks.
fn form(said: Format, file: &Path, content: &str) -> Format {
    let named = || article::format_of_file(&file.to_string_lossy());
    [said, named()]
        .into_iter()
        .find(|&format| format != Format::Auto)
        .unwrap_or_else(|| article::sniff(content, None))
}

/// What messages call a file.
fn name(file: &Path) -> String {
    if is_input(file) { "standard input".into() } else { file.display().to_string() }
}

/// Whether standard input is meant.
fn is_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The text of a file, decoded.
fn read_text(file: &Path, limit: usize) -> Result<String, Failure> {
    let name = name(file);
    let content = read(file, limit).map_err(|error| Failure::Io(name.clone(), error))?;
    if content.is_empty() {
        eprintln!("stance-lens: {name} is empty.");
    }
    // Before it is decoded: as text, what was read of it may be shorter than the limit.
    if content.len() > limit {
        let message = format!("The file is too large: more than {limit} bytes, which is the limit.");
        return Err(Failure::of(file, Error::new(Code::TooLarge, message)));
    }
    let text = article::decode(&content).map_err(|error| Failure::of(file, error))?;
    Ok(text.into_owned())
}

fn to_json(answer: &impl Serialize, pretty: bool) -> Result<Vec<u8>, Failure> {
    if pretty { serde_json::to_vec_pretty(answer) } else { serde_json::to_vec(answer) }
        .map_err(|error| Failure::Io("the answer".into(), error.into()))
}

/// The bytes of a file, at most one more than the limit: enough to tell that it is too large.
fn read(file: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    open(file)?.take(limit as u64 + 1).read_to_end(&mut content)?;
    Ok(content)
}

fn open(file: &Path) -> io::Result<Box<dyn Read>> {
    Ok(if is_input(file) { Box::new(io::stdin().lock()) } else { Box::new(File::open(file)?) })
}
