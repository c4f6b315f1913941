//! Whether content is quoted: all of it, part of it, or none.

use crate::attribution::Tokens;
use crate::report::Directness;
use crate::text::Text;

/// The directness of a claim's content.
pub(super) fn of(text: &Text, content: &[Tokens]) -> Directness {
    let mut quoted = 0_usize;
    let mut words = 0_usize;
    for piece in content {
        let block = text.block_quotation_from(piece.start).is_some_and(|block| block.end <= piece.end);
        let first = text.quotations.partition_point(|q| q.tokens.end <= piece.start && q.tokens.start < piece.start);
        let inside: Vec<Tokens> = text.quotations[first.saturating_sub(2)..]
            .iter()
            .take_while(|q| q.tokens.start < piece.end)
            .map(|q| q.tokens.clone())
            .collect();
        for at in piece.clone().filter(|at| text.tokens[*at].is_wordlike()) {
            words += 1;
            quoted += usize::from(block || inside.iter().any(|q| q.contains(&at)));
        }
    }
    match quoted {
        0 => Directness::Indirect,
        _ if quoted == words => Directness::Direct,
        _ => Directness::Mixed,
    }
}
