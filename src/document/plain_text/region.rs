//! What part each block of a plain text plays, guessed from its form.

use crate::document::Region;

/// The region of each block, in order.
pub(super) fn guess(blocks: &[&str]) -> Vec<Region> {
    blocks
        .iter()
        .enumerate()
        .map(|(index, block)| match (is_heading(block), index) {
            (true, 0) => Region::Headline,
            (true, _) => Region::Subheading,
            (false, _) => Region::Paragraph,
        })
        .collect()
}

/// One short line that does not end as a sentence does.
fn is_heading(block: &str) -> bool {
    let ended = block.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', ':', ';', ',']);
    !block.contains('\n') && block.chars().count() <= 120 && !ended
}
