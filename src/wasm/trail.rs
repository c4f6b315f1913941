//! Following a claim from one article into another, and comparing several, for the background that holds the engine.
//!
//! In: words of claims, the article that a trail leads to, and the hands that each page gives. Out: where the article says the
//! claim, what changed on the way, the count over all pages, and which claims of several pages have one origin. Offsets are
//! UTF-16 code units.

use std::ops::Range;

use js_sys::{Array, Error, JsString};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{document, offsets, thrown};
use crate::report::Span;
use crate::trail::{self, Answer, Change, Leg, Told, Wording};

/// Whether an article says a claim.
#[derive(Serialize, tsify::Tsify)]
struct FoundAgain {
    /// Whether it does; else the passages are those that come closest.
    found: bool,
    /// One where it is found, else up to three, the nearest first.
    passages: Vec<Span>,
}

/// How two wordings of a claim differ, each a block of its own.
#[derive(Serialize, tsify::Tsify)]
struct Changes {
    /// What the cited page says and the citing one does not, in the cited page's words.
    gone: Vec<Span>,
    /// What the citing page says and the cited one does not, in the citing page's words.
    new: Vec<Span>,
    /// What of this matters.
    matter: Vec<Change>,
}

/// A hand of a trail: its page, and its place among that page's hands.
#[derive(Serialize, tsify::Tsify)]
struct TracedHand {
    page: u32,
    at: u32,
}

/// The hands over all pages of a trail.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct Traced {
    /// How many hands the first page gives.
    disclosed: u32,
    /// The hands that the trail gives.
    hands: Vec<TracedHand>,
    /// The page to which the trail comes back.
    circular: Option<u32>,
    /// The page whose publisher none of the hands before it is.
    broken: Option<u32>,
}

#[wasm_bindgen]
extern "C" {
    /// A page of a trail, with the names of the hands that count.
    #[wasm_bindgen(typescript_type = "TrailLeg")]
    pub(super) type TrailLeg;
    #[wasm_bindgen(method, getter)]
    fn publisher(this: &TrailLeg) -> JsString;
    #[wasm_bindgen(method, getter)]
    fn hands(this: &TrailLeg) -> Array;
    /// A claim of a page, with the last hand it gives.
    #[wasm_bindgen(typescript_type = "ToldClaim")]
    pub(super) type ToldClaim;
    #[wasm_bindgen(method, getter)]
    fn page(this: &ToldClaim) -> u32;
    #[wasm_bindgen(method, getter)]
    fn hand(this: &ToldClaim) -> JsString;
    #[wasm_bindgen(method, getter)]
    fn words(this: &ToldClaim) -> JsString;
}

#[wasm_bindgen(typescript_custom_section)]
const TRAIL_LEG: &str = "
/**
 * A page of a trail, as far as it is counted: its publisher, and the hands it gives the claim and that count, from the page
 * outwards, each by its name if it has one.
 */
export interface TrailLeg {
    publisher: string;
    hands: (string | null)[];
}

/** A claim that a page makes, the page by a number, with what the page calls the last hand that counts. */
export interface ToldClaim {
    page: number;
    hand: string;
    words: string;
}
";

/// Finds a claim of another page in an article.
///
/// # Errors
/// Throws what `analyze` throws for an article that is none. In one that is too long nothing is found.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(js_name = findAgain, unchecked_return_type = "FoundAgain")]
pub fn find_again(
    claim: &str,
    #[wasm_bindgen(unchecked_param_type = "Document")] document: &JsValue,
) -> Result<JsValue, Error> {
    let document = document::read(document).map_err(thrown::unlike)?.in_bytes().map_err(thrown::out_of_range)?;
    let (found, passages) = match trail::find(claim, &document) {
        Answer::Found(passage) => (true, vec![passage]),
        Answer::NotFound(closest) => (false, closest),
    };
    let text = |span: Span| usize::try_from(span.block).ok().and_then(|block| document.blocks.get(block));
    let units = |span| in_units(span, text(span).map_or("", |block| &block.text));
    let passages = passages.into_iter().map(|passage| units(passage.span)).collect();
    written(&FoundAgain { found, passages })
}

/// What changed in a claim between the page that is cited and the one that cites it. The numbers are the hands behind the
/// cited page that each of the two gives.
///
/// # Errors
/// None but when the engine's own answer cannot be written.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(js_name = changesBetween, unchecked_return_type = "Changes")]
pub fn changes_between(cited: &str, cited_hands: u8, citing: &str, citing_hands: u8) -> Result<JsValue, Error> {
    let changes =
        trail::changes(Wording { words: cited, hands: cited_hands }, Wording { words: citing, hands: citing_hands });
    let gone = changes.gone.iter().map(|piece| in_units(piece_of(piece), cited)).collect();
    let new = changes.new.iter().map(|piece| in_units(piece_of(piece), citing)).collect();
    written(&Changes { gone, new, matter: changes.matter })
}

/// Counts the hands over the pages of a trail, first the one that was read first.
///
/// # Errors
/// None but when the engine's own answer cannot be written.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript hands over a list, not a slice")]
#[wasm_bindgen(js_name = countOn, unchecked_return_type = "Traced")]
pub fn count_on(legs: Vec<TrailLeg>) -> Result<JsValue, Error> {
    let legs: Vec<(String, Vec<Option<String>>)> = legs
        .iter()
        .map(|leg| (leg.publisher().into(), leg.hands().iter().map(|hand| hand.as_string()).collect()))
        .collect();
    let legs: Vec<Leg<'_>> = legs.iter().map(|(publisher, hands)| Leg { publisher, hands }).collect();
    let traced = trail::count_on(&legs);
    written(&Traced {
        disclosed: narrow(traced.disclosed),
        hands: traced.hands.into_iter().map(|(page, at)| TracedHand { page: narrow(page), at: narrow(at) }).collect(),
        circular: traced.circular.map(narrow),
        broken: traced.broken.map(narrow),
    })
}

/// Groups the claims of several pages that say the same and end at the same hand, each by its place in the list.
///
/// # Errors
/// None but when the engine's own answer cannot be written.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript hands over a list, not a slice")]
#[wasm_bindgen(js_name = oneOrigin, unchecked_return_type = "number[][]")]
pub fn one_origin(told: Vec<ToldClaim>) -> Result<JsValue, Error> {
    let told: Vec<(u32, String, String)> =
        told.iter().map(|claim| (claim.page(), claim.hand().into(), claim.words().into())).collect();
    let told: Vec<Told<'_>> =
        told.iter().map(|(page, hand, words)| Told { page: *page as usize, hand, words }).collect();
    written(&trail::one_origin(&told))
}

fn written(answer: &impl Serialize) -> Result<JsValue, Error> {
    answer.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true)).map_err(thrown::failed)
}

/// A span of a block with this text in UTF-16 code units.
fn in_units(span: Span, text: &str) -> Span {
    let (start, end) = offsets::in_units(text, span.start, span.end);
    Span { start, end, ..span }
}

fn piece_of(words: &Range<usize>) -> Span {
    Span { block: 0, start: narrow(words.start), end: narrow(words.end) }
}

/// Neither a text nor a trail is so long that this would lose anything.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
