//! A browser to load the extension into, from what is installed or from apt.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::command::{answer, program, quiet};
use crate::step::{Step, line};

/// A browser that the extension is run and tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The browser as the scripts call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The environment variable that says where the browser is; the scripts read it too.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
        }
    }

    /// The names the program goes by.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// The packages that hold it in Debian and Ubuntu, the likelier first.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser"],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// Where the browser is; installs it with apt when it is missing and apt may be used without a question.
    pub(crate) fn ensure(self) -> Result<PathBuf> {
        if let Some(given) = env::var_os(self.variable()) {
            return Ok(given.into());
        }
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let advice = format!(
            "No {name} was found: install it, for instance with `sudo apt-get install {package}`, or set {variable} to where it is.",
            name = self.name(),
            package = self.packages()[0],
            variable = self.variable()
        );
        let Some(apt) = apt() else { bail!(advice) };
        let step = Step::begin("Browser, from apt");
        quiet(&mut program(apt[0], &[&apt[1..], &["update"]].concat()))?;
        for package in self.packages() {
            let installed = quiet(&mut program(
                apt[0],
                &[&apt[1..], &["install", "-y", "--no-install-recommends", package]].concat(),
            ));
            match (installed, self.find()) {
                (Ok(()), Some(found)) => {
                    step.done();
                    return Ok(found);
                }
                (Err(error), _) => line("·", "Browser, from apt", error),
                (Ok(()), None) => {}
            }
        }
        bail!(advice)
    }

    /// The browser in the folders where programs are looked for.
    fn find(self) -> Option<PathBuf> {
        let folders = env::var_os("PATH")?;
        self.programs().iter().find_map(|program| {
            env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
        })
    }
}

/// How apt-get can be run here without anybody being asked; its words before the arguments.
fn apt() -> Option<Vec<&'static str>> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    const QUIET: &str = "DEBIAN_FRONTEND=noninteractive";
    if answer(&mut program("id", &["-u"]))? == "0" {
        return Some(vec!["env", QUIET, "apt-get"]);
    }
    answer(&mut program("sudo", &["-n", "true"]))?;
    Some(vec!["sudo", "-n", "env", QUIET, "apt-get"])
}
