//! Both packages in their browsers: installed, an article opened, a card shown.

use anyhow::Result;

use super::{archive, file};
use crate::build::Browser as Family;
use crate::command::{quiet, script};
use crate::project;
use crate::setup::browser::Browser;
use crate::step::Step;

/// Tries each package.
///
/// # Errors
/// When a browser does not take a package, or shows no card with it.
pub(super) fn test() -> Result<()> {
    for (family, browser) in [(Family::Chrome, Browser::Chromium), (Family::Firefox, Browser::Firefox)] {
        let executable = browser.ensure()?;
        let step = Step::begin(&format!("The package in {}", browser.name()));
        let package = file(family.name());
        let extension = match family {
            // Outside the store Chrome takes no zip, but the folder that is in it.
            Family::Chrome => {
                let folder = project::target("packages/chrome");
                archive::unpack(&package, &folder)?;
                folder
            }
            Family::Firefox => package,
        };
        let extension = project::shown(&extension);
        let words = ["--browser", browser.name(), "--headless", "--extension", &extension];
        quiet(script("tests/browser/show.ts", &words).env(browser.variable(), executable))?;
        step.done();
    }
    Ok(())
}
