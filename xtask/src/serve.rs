//! `serve`: the page on this machine, under the strict policy that it must run under anywhere.
//!
//! A folder of files for one person needs so little of HTTP that the standard library is enough:
//! GET and HEAD, one answer for each connection, never a path that leaves the folder.

use crate::command::{Outcome, root};
use crate::package;
use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The policy of the page. It may fetch from anywhere for one purpose: the address that a reader asks for.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self' https:; img-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types stance-lens";

/// The policy of everything else, of which workers take theirs: they fetch the site's own files.
pub const FILE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types stance-lens";

/// What pages of other sites may load, as the bookmarklet does on them. That gives nothing away: these are the files
/// of the package, the same for everyone, and no cookie or address of a visitor changes an answer of this server.
const MODULES: &str = "/stance-lens/";

/// More than any browser sends to read a file.
const LONGEST_REQUEST: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the page and serves it until the process is ended.
pub fn serve(arguments: &[String]) -> Outcome {
    let port = port(arguments)?;
    let listener = listen(port)?;
    package::build()?;
    println!("The page is at http://{} (Ctrl-C ends it)", address(&listener)?);
    answer_all(&listener, &root().join("www"));
    Ok(())
}

/// Serves a folder from a thread of its own on a free port, and says where.
pub fn serve_in_background(folder: PathBuf) -> Outcome<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    thread::spawn(move || answer_all(&listener, &folder));
    Ok(format!("http://{address}"))
}

fn port(arguments: &[String]) -> Outcome<u16> {
    let usage = || "Usage: cargo xtask serve [--port 8080]".to_string();
    let value = match arguments {
        [] => return Ok(8080),
        [name, value] if name == "--port" => value,
        [both] => both.strip_prefix("--port=").ok_or_else(usage)?,
        _ => return Err(usage()),
    };
    value.parse().map_err(|_| format!("`{value}` is not a port: give a number from 0 to 65535."))
}

fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("Port {port} is in use: choose another with `cargo xtask serve --port {}`.", port ^ 1)
        }
        _ => format!("Port {port} cannot be opened: {error}."),
    })
}

fn address(listener: &TcpListener) -> Outcome<String> {
    listener.local_addr().map(|address| address.to_string()).map_err(|error| error.to_string())
}

fn answer_all(listener: &TcpListener, folder: &Path) {
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A reader who goes away is no failure of the server.
            scope.spawn(move || drop(answer(&stream, folder)));
        }
    });
}

fn answer(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The headers change nothing here, but a client may be unsettled when they are not read.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_ascii_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut reply = match method {
        "GET" | "HEAD" => file(folder, target),
        _ => Reply::text("405 Method Not Allowed", "Only GET and HEAD are answered here."),
    };
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nContent-Security-Policy: {}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
         {}{}Connection: close\r\n\r\n",
        reply.status,
        reply.media,
        reply.body.len(),
        if reply.media.starts_with("text/html") { POLICY } else { FILE_POLICY },
        if reply.status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" },
        if target.starts_with(MODULES) { "Access-Control-Allow-Origin: *\r\n" } else { "" },
    );
    if method == "HEAD" {
        reply.body.clear();
    }
    let mut writer = stream;
    writer.write_all(head.as_bytes())?;
    writer.write_all(&reply.body)?;
    writer.flush()
}

struct Reply {
    status: &'static str,
    media: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn text(status: &'static str, body: &str) -> Self {
        Self { status, media: "text/plain; charset=utf-8", body: body.into() }
    }
}

fn file(folder: &Path, target: &str) -> Reply {
    let missing = || Reply::text("404 Not Found", "There is no such file.");
    let Some(path) = relative(target) else { return missing() };
    // Links may not lead out of the folder either.
    let inside = |file: &Path| Some((file.canonicalize().ok()?, folder.canonicalize().ok()?));
    match inside(&folder.join(path)) {
        Some((file, folder)) if file.starts_with(&folder) => match fs::read(&file) {
            Ok(body) => Reply { status: "200 OK", media: media_type(&file), body },
            Err(_) => missing(),
        },
        _ => missing(),
    }
}

/// The file that a request names, below the folder served; `None` for anything that is not plainly there.
fn relative(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let mut file = PathBuf::new();
    for name in path.split('/') {
        match name {
            "" if path.ends_with('/') || path.is_empty() => {}
            name if name.is_empty() || name.starts_with('.') || name.contains(['\\', ':', '\0']) => {
                return None;
            }
            name => file.push(name),
        }
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{
        FILE_POLICY, POLICY, Path, PathBuf, TcpStream, listen, media_type, port, relative,
        serve_in_background,
    };
    use std::io::{Read, Write};

    #[test]
    fn only_files_below_the_folder_can_be_named() {
        assert_eq!(relative("/"), Some(PathBuf::from("index.html")));
        assert_eq!(relative("/a/b.js?x=1"), Some(PathBuf::from("a/b.js")));
        assert_eq!(relative("/a%20b.txt"), Some(PathBuf::from("a b.txt")));
        assert_eq!(relative("/folder/"), Some(PathBuf::from("folder/index.html")));
        for outside in [
            "",
            "a",
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/a/%2e%2e%2fb",
            "//etc/passwd",
            "/..%5ca",
            "/C:/a",
            "/.git/config",
            "/a%00b",
            "/%zz",
            "/%e",
            "/%ff",
            "http://elsewhere/",
        ] {
            assert_eq!(relative(outside), None, "{outside}");
        }
    }

    #[test]
    fn a_port_is_a_number() {
        let words = |line: &str| line.split(' ').map(str::to_string).collect::<Vec<_>>();
        assert_eq!(port(&[]), Ok(8080));
        assert_eq!(port(&words("--port 99")), Ok(99));
        assert_eq!(port(&words("--port=99")), Ok(99));
        for wrong in ["--port", "--port x", "--port 65536", "99"] {
            assert!(port(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_port_in_use_is_one_sentence() {
        let taken = listen(0).unwrap();
        let refused = listen(taken.local_addr().unwrap().port()).unwrap_err();
        assert!(refused.contains("is in use") && refused.ends_with('.'), "{refused}");
    }

    #[test]
    fn media_types_are_those_that_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a/b.js")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("b.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("b")), "application/octet-stream");
    }

    #[test]
    fn answers_carry_the_policy_and_never_leave_the_folder() {
        let folder = std::env::temp_dir().join(format!("stance-lens-serve-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site")).unwrap();
        std::fs::write(folder.join("secret.txt"), "secret").unwrap();
        std::fs::write(folder.join("site/index.html"), "<p>page</p>").unwrap();
        std::fs::create_dir_all(folder.join("site/stance-lens")).unwrap();
        std::fs::write(folder.join("site/stance-lens/define.js"), "").unwrap();
        let address = serve_in_background(folder.join("site")).unwrap();
        let address = address.trim_start_matches("http://");
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let page = ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("\r\n\r\n<p>page</p>"), "{page}");
        assert!(page.contains(&format!("\r\nContent-Security-Policy: {POLICY}\r\n")), "{page}");
        assert!(page.contains("\r\nX-Content-Type-Options: nosniff\r\n"), "{page}");
        assert!(page.contains("\r\nCache-Control: no-store\r\n"), "{page}");
        let shared = "\r\nAccess-Control-Allow-Origin: *\r\n";
        assert!(!page.contains(shared), "{page}");
        assert!(ask("GET /stance-lens/define.js HTTP/1.1\r\nOrigin: http://b\r\n\r\n").contains(shared));
        assert!(ask("HEAD / HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        assert!(ask("GET /../secret.txt HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("secret.txt"), folder.join("site/link.txt")).unwrap();
            assert!(ask("GET /link.txt HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }

    /// What site owners are told to send is what the page is tried under.
    #[test]
    fn the_policy_is_the_documented_one() {
        let documented =
            include_str!("../../docs/content-security.md").split("```").nth(1).unwrap_or_default();
        let words = |policy: &str| policy.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(POLICY), words(documented));
        assert!(!FILE_POLICY.contains("https:"));
    }
}
