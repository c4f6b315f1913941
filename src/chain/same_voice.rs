//! H3: whether somebody inside content is the one outside again: `Reed said she believed`, `Reed said the findings show`.
//!
//! In: the last hand outside, the hand inside and its words. Out: yes or no.

use super::disclosed::Disclosed;
use crate::folding::folded;
use crate::lexicon::{Class, lexicon};
use crate::report::SourceType;
use crate::sources::Entity;

/// Whether `inner` is `outer` again, or what `outer` has made. `words` are those of `inner` in lower case; `opens` tells
/// whether the content begins with them.
pub(super) fn is_again(outer: &Disclosed, inner: &Disclosed, words: &str, opens: bool) -> bool {
    if !is_somebody(outer.hop.source_type) {
        return false;
    }
    let pronoun = lexicon().is_in(words, Class::ThirdPerson);
    // A pronoun that resolves to nobody is whoever is speaking.
    let nobody_else = pronoun && matches!(inner.entity, Entity::Unnamed(_));
    nobody_else || opens && agrees(outer, words) || is_own_work(inner, words)
}

/// `Reed said she`, `the clerks said they`: who opens what was said is who said it, if number and given name allow it.
fn agrees(outer: &Disclosed, pronoun: &str) -> bool {
    let several = matches!(outer.hop.source_type, SourceType::AnonymousCollective | SourceType::VagueCollective);
    let given = outer.hop.name.as_deref().and_then(|name| name.split(' ').next());
    let male = given.and_then(|given| lexicon().is_male_name(&folded(given)));
    match pronoun {
        "they" => several,
        "he" => !several && male != Some(false),
        "she" => !several && male != Some(true),
        _ => false,
    }
}

fn is_own_work(inner: &Disclosed, words: &str) -> bool {
    inner.hop.source_type == SourceType::Document
        && inner.publisher.is_none()
        && words.starts_with("the ")
        && words.split(' ').any(|word| lexicon().is_in(word, Class::OwnWork))
}

fn is_somebody(source_type: SourceType) -> bool {
    matches!(
        source_type,
        SourceType::NamedPerson
            | SourceType::NamedOfficial
            | SourceType::RoleOnly
            | SourceType::AnonymousIndividual
            | SourceType::AnonymousCollective
            | SourceType::VagueCollective
    )
}
