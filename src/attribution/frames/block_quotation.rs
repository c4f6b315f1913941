//! The mayor wrote:
//! > The road is open. It has been for days.
//!
//! Quotations that are set apart as blocks of their own, without marks. Where a sentence leads over to such a block, it
//! is what was said; blocks of the same kind right behind go on with it. A block that nothing leads over to may be
//! anything: a poem, a lead, an advert.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};

/// Lets block quotations go on from the ones that are attributed.
pub(super) fn go_on(reading: &Reading, attributions: &mut Vec<Attribution>) {
    let mut next = 0;
    while let Some(origin) = attributions.get(next) {
        if let Some(content) = following(reading, origin) {
            attributions.push(Attribution {
                hands: origin.hands.clone(),
                continues: Some(next),
                ..Attribution::speech(vec![content], Vec::new(), origin.source.clone(), Frame::ContinuedQuotation, 0.8)
            });
        }
        next += 1;
    }
}

/// The block quotation behind one that is the whole content of an attribution.
fn following(reading: &Reading, origin: &Attribution) -> Option<Tokens> {
    let [content] = origin.content.as_slice() else { return None };
    let whole = reading.block_quotation_from(content.start)? == *content;
    let next =
        reading.text.blocks.get(reading.text.block_behind(reading.text.block_of(content.start))?).filter(|_| whole)?;
    reading.block_quotation_from(next.start)
}
