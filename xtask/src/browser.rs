//! The browser for the checks: the one that is there, or Debian's Chromium.

use crate::command::{Outcome, in_path, root};
use crate::debian;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser and the program that drives it.
pub struct Browser {
    pub kind: Kind,
    pub binary: PathBuf,
    /// `None` leaves it to `wasm-pack` to fetch the driver that fits.
    pub driver: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chrome, Chromium and those built on it.
    Chrome,
    Firefox,
}

const CHROME: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROME_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    "/snap/bin/chromium",
];
const CHROME_DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];
const CHROME_DRIVER_PLACES: &[&str] =
    &["/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver"];
const FIREFOX: &[&str] = &["firefox", "firefox-esr"];
const FIREFOX_PLACES: &[&str] =
    &["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];

impl Browser {
    /// Chrome or Chromium, else Debian's Chromium installed now, else Firefox with its driver.
    pub fn ready() -> Outcome<Self> {
        if let Some(chrome) = Self::chrome()?.filter(|chrome| chrome.driver.is_some() || !has_apt()) {
            return Ok(chrome);
        }
        let installed =
            debian::install(&["chromium", "chromium-driver"], "The checks need a browser and its driver");
        if let Some(chrome) = Self::chrome()? {
            return Ok(chrome);
        }
        if let Some(firefox) = Self::firefox()? {
            return Ok(firefox);
        }
        let reason = installed.err().unwrap_or_default();
        Err(format!(
            "No browser was found: install Chrome or Chromium with chromedriver (or Firefox with geckodriver), \
             or name them in CHROME and CHROMEDRIVER. {reason}"
        ))
    }

    /// Firefox, Debian's installed now where there is none: for what is tried in both kinds.
    pub fn second() -> Outcome<Self> {
        let missing = |reason: String| format!("Firefox is not here; name it in FIREFOX. {reason}");
        if let Some(firefox) = Self::firefox()? {
            return Ok(firefox);
        }
        debian::install(&["firefox-esr"], "The package is tried in Firefox too").map_err(missing)?;
        Self::firefox()?.ok_or_else(|| missing(String::new()))
    }

    fn chrome() -> Outcome<Option<Self>> {
        let Some(binary) = find("CHROME", CHROME, CHROME_PLACES)? else { return Ok(None) };
        let driver = find("CHROMEDRIVER", CHROME_DRIVER, CHROME_DRIVER_PLACES)?;
        Ok(Some(Self { kind: Kind::Chrome, binary, driver }))
    }

    fn firefox() -> Outcome<Option<Self>> {
        let Some(binary) = find("FIREFOX", FIREFOX, FIREFOX_PLACES)? else { return Ok(None) };
        let driver = find("GECKODRIVER", &["geckodriver"], &[])?;
        Ok(Some(Self { kind: Kind::Firefox, binary, driver }))
    }

    /// The repository's `webdriver.json` with the path of this browser written in, for tools that would
    /// otherwise look for a browser by themselves.
    pub fn capabilities(&self) -> Outcome<PathBuf> {
        let key = match self.kind {
            Kind::Chrome => "\"goog:chromeOptions\": {",
            Kind::Firefox => "\"moz:firefoxOptions\": {",
        };
        let failed = |error: std::io::Error| format!("webdriver.json cannot be prepared: {error}.");
        let common = fs::read_to_string(root().join("webdriver.json")).map_err(failed)?;
        let binary = self.binary.display().to_string().replace('\\', "\\\\").replace('"', "\\\"");
        let own = common.replace(key, &format!("{key}\n    \"binary\": \"{binary}\","));
        let folder = root().join("target");
        let file = folder.join("webdriver.json");
        fs::create_dir_all(&folder).and_then(|()| fs::write(&file, own)).map_err(failed)?;
        Ok(file)
    }
}

fn has_apt() -> bool {
    in_path(&["apt-get"]).is_some()
}

/// What the variable names, or the first that lies in `PATH` or at a usual place.
fn find(variable: &str, names: &[&str], places: &[&str]) -> Outcome<Option<PathBuf>> {
    if let Some(chosen) = env::var_os(variable).map(PathBuf::from) {
        if !chosen.is_file() {
            return Err(format!("{variable} names {}, which is not there.", chosen.display()));
        }
        return Ok(Some(chosen));
    }
    let usual = || places.iter().map(Path::new).find(|place| place.is_file()).map(Path::to_path_buf);
    Ok(in_path(names).or_else(usual))
}
