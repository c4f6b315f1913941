//! The web pages: `www` as it stands, in `target/www`.

use anyhow::Result;

use super::tree;
use crate::project;
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// Copies the pages when they have changed.
pub(crate) fn build() -> Result<()> {
    let what = "Web pages";
    let folder = project::target("www");
    let stamp = Stamp::of("pages", &[project::path("www"), project::path("xtask/src/build")], &[])?;
    if stamp.is_current() && folder.exists() {
        unchanged(what);
        return Ok(());
    }
    let step = Step::begin(what);
    tree::empty(&folder)?;
    tree::copy(&project::path("www"), &folder)?;
    stamp.keep()?;
    step.done();
    Ok(())
}
