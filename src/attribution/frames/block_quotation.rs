//! The mayor wrote:
//! > The road is open. It has been for days.
//!
//! Quotations that are set apart as blocks of their own, without marks. Where a sentence leads over to such a block, it
//! is what was said; blocks of the same kind right behind go on with it. A post that is shown in an article is signed by
//! whoever wrote it. A block that nothing leads over to and nobody signs may be anything: a poem, a lead, an advert.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use super::signature;

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
    reading.block_quotation_from(next.start).filter(|block| signature::of_block(reading, block).is_none())
}

/// > The ferry sails at noon.
/// > — Orla Fenwick (@orla) June 3
pub(super) fn signed(reading: &Reading, attributions: &mut Vec<Attribution>) {
    let mut unsigned: Vec<Tokens> = Vec::new();
    for block in &reading.text.blocks {
        let Some(quoted) = reading.block_quotation_from(block.start) else {
            unsigned.clear();
            continue;
        };
        let Some(source) = signature::of_block(reading, block) else {
            unsigned.push(quoted);
            continue;
        };
        let content = std::mem::take(&mut unsigned);
        let is_told = |own: &Attribution| content.iter().any(|piece| own.content.contains(piece));
        if !content.is_empty() && !attributions.iter().any(is_told) {
            attributions.push(Attribution::speech(content, Vec::new(), Some(source), Frame::Signature, 0.8));
        }
    }
}
