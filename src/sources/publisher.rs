//! Who publishes the page: the outlets that are the page itself and therefore no hand.
//!
//! In: what the page declares of itself, its domain, and its first paragraphs. Out: a [`Publisher`] that knows its own
//! names, those of its sister titles and of the wire service that a dateline credits, and the name that people call it
//! by. Pages declare all sorts of things (`The Merrow Post | MPost.com`, `https://www.merrowpost.example`, `Merrow Post
//! Politics`), so that what is declared is cleaned first, and a page that declares nothing goes by its domain.

use crate::document::{Document, Region};
use crate::lexicon::{Class, NounClass, letters, lexicon, site_label};
use crate::text::{Dateline, folded};

/// A declared name longer than this is none. Bytes.
const LONGEST_NAME: usize = 80;
/// No more of what a page declares is looked at.
const MOST_NAMES: usize = 12;

/// No more bylines are looked at for a news agency, and none that is longer. Bytes.
const MOST_BYLINES: usize = 3;
const LONGEST_BYLINE: usize = 300;
/// No news agency has a longer name. Words.
const LONGEST_CREDIT: usize = 4;

/// The outlets that stand behind a page.
#[derive(Debug)]
pub struct Publisher {
    own: Vec<OwnName>,
    /// The letters of the domain's label.
    label: String,
    name: Option<String>,
}

/// A name of the publisher's own.
#[derive(Debug)]
struct OwnName {
    /// In lower case, without a leading `the`.
    words: Vec<String>,
    letters: String,
}

impl OwnName {
    fn new(name: &str) -> Self {
        Self { words: words(name), letters: letters(name) }
    }
}

impl Publisher {
    /// Gathers who publishes a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let domain = folded(&document.host.domain);
        let declared = document.host.names.iter().take(MOST_NAMES);
        let declared: Vec<String> = declared.flat_map(|name| cleaned(name, &domain)).collect();
        let listed = lexicon().outlet_at(&domain).map(|outlet| outlet.name);
        let called = declared.iter().find(|name| name.contains(char::is_uppercase)).cloned();
        let name = listed.map(str::to_owned).or(called).or_else(|| spelled(&domain));
        let wires = wires(document).map(str::to_owned);
        let mut names: Vec<String> = declared.into_iter().chain(wires).chain(name.clone()).collect();
        names.extend(names.clone().iter().filter_map(|name| canonical(name)).map(str::to_owned));
        let mut own: Vec<OwnName> = names.iter().map(|name| OwnName::new(name)).collect();
        own.retain(|name| name.letters.len() > 1);
        Self { own, label: letters(site_label(&domain)), name }
    }

    /// What people call the publisher. None for a page that says neither name nor domain.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The news agency that a dateline or a byline credits, as it stands there. None where the page is the agency's own.
    #[must_use]
    pub fn wire(&self, document: &Document) -> Option<String> {
        let own = self.name.as_deref().and_then(canonical);
        let elsewhere = |credit: &String| agency(credit).is_some_and(|agency| own != Some(agency));
        let bylines = document.blocks.iter().filter(|block| block.region == Region::Byline).take(MOST_BYLINES);
        wires(document).map(str::to_owned).chain(bylines.flat_map(|block| credits(&block.text))).find(elsewhere)
    }

    /// Whether an outlet is the page itself: its name, a sister title (`Lantern Magazine`), a short form (`the Post` on
    /// the Merrow Post), or its wire.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        let asked = OwnName::new(name);
        let known = canonical(name).map(letters);
        !asked.letters.is_empty()
            && (self.is_label(&asked)
                || self.own.iter().any(|own| {
                    own.letters == asked.letters || known.as_ref() == Some(&own.letters) || own.is_also(&asked)
                }))
    }

    /// `the Courier` on thecourier.example and on orlecourier.example, `Galore` on galoremag.example.
    fn is_label(&self, asked: &OwnName) -> bool {
        let rest = self.label.strip_prefix(&asked.letters);
        let longer = || asked.letters.strip_prefix(&self.label);
        let whole = |rest: Option<&str>| rest.is_some_and(|rest| rest.is_empty() || is_kind(rest));
        self.label.len() > 2 && (whole(rest) || whole(longer()))
            || asked.is_title() && self.label.ends_with(&asked.letters)
    }
}

impl OwnName {
    /// Whether another name is a longer or a shorter form of this one.
    fn is_also(&self, asked: &Self) -> bool {
        let (own, asked_words) = (self.words.as_slice(), asked.words.as_slice());
        let body = |word: &String| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution);
        // `Lantern Magazine`, `CNN Politics` are sister titles; the `Metro Police` are not the Metro's.
        let sister = self.letters.len() > 2
            && asked_words.strip_prefix(own).is_some_and(|rest| !rest.is_empty() && !rest.iter().any(body));
        // `Lantern` for `Lantern News`; the town of Merrow is not the `Merrow Post`.
        let shorter = own.strip_prefix(asked_words).is_some_and(|rest| rest.iter().all(|word| is_kind(word)));
        // `the Post`, `the Daily News` for `Merrow Daily News`
        let last = asked.is_title() && own.len() > asked_words.len() && own.ends_with(asked_words);
        let initials = own.len() > 2 && asked.letters.chars().eq(own.iter().filter_map(|word| word.chars().next()));
        sister || shorter || last || initials
    }

    /// `Post`, `Daily News`: all of its words could be those of many an outlet.
    fn is_title(&self) -> bool {
        !self.words.is_empty() && self.words.iter().all(|word| lexicon().is_outlet_word(word))
    }
}

/// `News`, `Magazine`, `Agency`: a word that says what sort of outlet bears the name in front of it.
fn is_kind(word: &str) -> bool {
    lexicon().is_in(word, Class::OutletSuffix)
        || lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Outlet)
}

/// The name under which the lexicon knows an outlet.
fn canonical(name: &str) -> Option<&'static str> {
    lexicon().perhaps_outlet(&words(name).join(" ")).map(|outlet| outlet.name)
}

/// The words of a name in lower case, without a leading `the`.
fn words(name: &str) -> Vec<String> {
    let lower = folded(name).replace('’', "'");
    let all: Vec<String> = lower.split_whitespace().map(str::to_owned).collect();
    match all.split_first() {
        Some((the, rest)) if the == "the" && !rest.is_empty() => rest.to_vec(),
        _ => all,
    }
}

/// The names in what a page declares as one: `Merrow Post` of `Merrow Post Politics | News for Merrow`.
fn cleaned(declared: &str, domain: &str) -> Vec<String> {
    let label = letters(site_label(domain));
    let parts = declared.split(['|', '»', '·', '•', '\n']).flat_map(|part| part.split(" - "));
    let parts = parts.flat_map(|part| part.split([':', '–', '—'])).map(|part| part.trim().trim_start_matches('@'));
    let parts: Vec<&str> = parts.filter(|part| is_name(part) && !is_subdomain(part, domain)).collect();
    let own = |part: &&str| {
        let part = letters(part);
        label.len() > 2 && part.len() > 2 && (part.contains(&label) || label.contains(&part))
    };
    // Where one part is the domain's, the others are about it.
    let chosen: Vec<&str> = parts.iter().copied().filter(own).collect();
    let chosen = if chosen.is_empty() { parts.into_iter().take(1).collect() } else { chosen };
    chosen.into_iter().map(|part| without_section(part, &label).to_owned()).collect()
}

/// Whether a part of what is declared can be a name: no address, no place or section alone, no sentence.
fn is_name(part: &str) -> bool {
    let lower = folded(part);
    let ending = part.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_site = ending.len() > 1 && ending.chars().all(|c| c.is_ascii_lowercase());
    let address = !part.contains(' ') && (part.contains('/') || is_site);
    let initials = part.ends_with('.') && part.split('.').all(|letter| letter.chars().count() < 2);
    !part.is_empty()
        && part.len() < LONGEST_NAME
        && part.split_whitespace().count() < 7
        && !address
        && !initials
        && !lexicon().is_in(&lower, Class::NoName)
        && !lexicon().is_place(&lower)
        && part.contains(char::is_alphanumeric)
}

/// Whether a part is a label before the one that is somebody's: `Hosted` on hosted.courier.example.
fn is_subdomain(part: &str, domain: &str) -> bool {
    let own = site_label(domain);
    domain.split('.').take_while(|label| *label != own).any(|label| letters(label) == letters(part))
}

/// `CNN` of `CNN Politics`, where that is an outlet's name or what the domain is made of.
fn without_section<'n>(name: &'n str, label: &str) -> &'n str {
    let Some((front, _)) = name.rsplit_once(' ') else { return name };
    let is_whole = |name: &str| canonical(name).is_some() || letters(name) == *label;
    if !is_whole(name) && is_whole(front) { front } else { name }
}

/// A domain as a name: `Merrow Post` of merrow-post.example and of merrowpost.example, `The Courier` of thecourier.example.
fn spelled(domain: &str) -> Option<String> {
    let label = site_label(domain);
    let (article, rest) = match label.strip_prefix("the").map(|rest| (rest, rest.trim_start_matches('-'))) {
        Some((_, rest)) if starts_with_title(rest) => (true, rest),
        _ => (false, label),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in rest.split('-').filter(|part| !part.is_empty()) {
        let title = (1..part.len()).find(|at| part.is_char_boundary(*at) && lexicon().is_outlet_word(&part[*at..]));
        match title.filter(|at| *at > 2) {
            Some(at) => parts.extend([&part[..at], &part[at..]]),
            None => parts.push(part),
        }
    }
    let named: Vec<String> = article.then_some("the").into_iter().chain(parts).map(with_capital).collect();
    (!named.is_empty()).then(|| named.join(" "))
}

/// A domain as the name of an outlet, where its letters end in a title: `Merrow Post` of merrowpost.example.
pub(super) fn spelled_outlet(domain: &str) -> Option<String> {
    starts_with_title(site_label(domain)).then(|| spelled(domain)).flatten()
}

/// Whether the letters of a domain begin with or are a title: `courier`, `merrowpost`.
fn starts_with_title(letters: &str) -> bool {
    (0..letters.len()).any(|at| letters.is_char_boundary(at) && lexicon().is_outlet_word(&letters[at..]))
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
}

/// The name under which the lexicon knows a news agency.
fn agency(name: &str) -> Option<&'static str> {
    let known = lexicon().outlet(&words(name).join(" "));
    known.filter(|outlet| outlet.agency && name.starts_with(char::is_uppercase)).map(|outlet| outlet.name)
}

/// Every run of a few words in a byline, the longest first: `Associated Press` in `By ANN ROE, Associated Press Writer`.
fn credits(byline: &str) -> Vec<String> {
    let short = Some(byline).filter(|byline| byline.len() <= LONGEST_BYLINE).unwrap_or_default();
    let words: Vec<&str> =
        short.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    (1..=LONGEST_CREDIT).rev().flat_map(|length| words.windows(length)).map(|run| run.join(" ")).collect()
}

/// The wire services that datelines credit: `OSLO, May 3 (Reuters) -`.
fn wires(document: &Document) -> impl Iterator<Item = &str> {
    let paragraphs = document.blocks.iter().filter(|block| block.region == Region::Paragraph).take(3);
    paragraphs.filter_map(|block| Dateline::of(&block.text)?.wire)
}

#[cfg(test)]
mod tests {
    use super::Publisher;
    use crate::document::{Block, Document, Host, Region};

    fn publisher(domain: &str, names: &[&str], first: &str) -> Publisher {
        Publisher::of(&Document {
            host: Host { domain: domain.to_owned(), names: names.iter().map(|n| (*n).to_owned()).collect() },
            blocks: vec![Block { text: first.to_owned(), ..Block::default() }],
        })
    }

    #[test]
    fn the_host_its_sister_titles_and_its_wire_are_the_page() {
        let cases = [
            ("lantern.example", &["The Northern Lantern"][..], "", "Northern Lantern", true),
            ("lantern.example", &["The Northern Lantern"], "", "Lantern", true),
            ("lantern.example", &["Lantern"], "", "Lantern Magazine", true),
            ("lantern.example", &["Lantern"], "", "Courier", false),
            ("", &[], "OSLO (AP) — It rained.", "AP", true),
            ("", &[], "OSLO, May 3 (Reuters) - It rained.", "Reuters", true),
            ("", &[], "It rained (Reuters) - so.", "AP", false),
            ("", &[], "", "Reuters", false),
        ];
        for (domain, names, first, asked, expected) in cases {
            assert_eq!(publisher(domain, names, first).is(asked), expected, "{domain} {first} {asked}");
        }
    }

    #[test]
    fn a_page_is_wire_copy_where_its_dateline_or_byline_says_so() {
        for (name, first, byline, expected) in [
            ("Lantern", "OSLO (AP) — It rained.", "", Some("AP")),
            ("Lantern", "OSLO, May 3 (Reuters) - It rained.", "By Ann Roe", Some("Reuters")),
            ("Lantern", "It rained.", "By ANN ROE, Associated Press Writer", Some("Associated Press")),
            ("Lantern", "It rained.", "By The Associated Press", Some("The Associated Press")),
            ("Lantern", "It rained.", "Agence France-Presse", Some("Agence France-Presse")),
            ("Lantern", "It rained.", "Ann Roe\nReuters", Some("Reuters")),
            // A place in brackets, an outlet that is no agency, the page itself, a person, words of a sentence.
            ("Lantern", "OSLO (Norway) — It rained.", "", None),
            ("Lantern", "OSLO (CNN) — It rained.", "By Ann Roe, CNN", None),
            ("Reuters", "OSLO, May 3 (Reuters) - It rained.", "By Ann Roe, Reuters", None),
            ("Lantern", "It rained, AP said.", "By Lusa Map and ap Rhys", None),
            ("Lantern", "", "", None),
        ] {
            let block = |text: &str, region| Block { text: text.to_owned(), region, ..Block::default() };
            let document = Document {
                host: Host { domain: String::new(), names: vec![name.to_owned()] },
                blocks: vec![block(byline, Region::Byline), block(first, Region::Paragraph)],
            };
            assert_eq!(Publisher::of(&document).wire(&document).as_deref(), expected, "{name} {first} {byline}");
        }
    }

    #[test]
    fn a_domain_is_enough_to_know_the_page_by_each_of_its_names() {
        for (domain, asked, expected) in [
            ("nytimes.com", "The New York Times", true),
            ("nytimes.com", "NYT", true),
            ("nytimes.com", "Times", true),
            ("nytimes.com", "Financial Times", false),
            ("latimes.com", "The New York Times", false),
            ("news.bbc.co.uk", "BBC News", true),
            ("wsj.com", "Journal", true),
            ("thecourier.example", "Courier", true),
            ("thecourier.example", "The Courier", true),
            ("orlecourier.example", "Courier", true),
            ("orle-courier.example", "Orle Courier", true),
            ("orlecourier.example", "Tessaly Courier", false),
            ("galoremag.example", "Galore", true),
            ("metro.example", "Metro Police", false),
            ("", "The", false),
            ("example", "Example", true),
            (".", "Courier", false),
        ] {
            assert_eq!(publisher(domain, &[], "").is(asked), expected, "{domain} {asked}");
        }
    }

    #[test]
    fn initials_and_titles_of_declared_names_are_the_page_and_its_town_is_not() {
        for (name, asked, expected) in [
            ("Free Merrow Today", "FMT", true),
            ("Merrow Post", "Post", true),
            ("Merrow Post", "Merrow", false),
            ("Lantern News", "Lantern", true),
            ("Merrow Post | MPost.example", "Merrow Post", true),
        ] {
            assert_eq!(publisher("", &[name], "").is(asked), expected, "{name} {asked}");
        }
    }

    #[test]
    fn the_page_has_the_name_that_people_call_it_by() {
        for (domain, names, expected) in [
            ("merrowpost.example", &["Merrow Post Politics | News for Merrow"][..], Some("Merrow Post")),
            ("merrow.example", &["Merrow Politics"], Some("Merrow")),
            ("merrowpost.example", &["https://www.merrowpost.example"], Some("Merrow Post")),
            ("merrowpost.example", &["merrowpost"], Some("Merrow Post")),
            ("jpost.com", &["The Jerusalem Post | JPost.com"], Some("The Jerusalem Post")),
            ("cnn.com", &["CNN Politics"], Some("CNN")),
            ("reuters.com", &["U.S."], Some("Reuters")),
            ("apnews.com", &["Hosted"], Some("Associated Press")),
            ("politifact.com", &["@politifact"], Some("PolitiFact")),
            ("linkorle.example", &["LinkOrle | The harbour's popular meeting place"], Some("LinkOrle")),
            ("tessalycourier.example", &["TessalyCourier.com"], Some("Tessaly Courier")),
            ("tessalycourier.example", &["@tessalycourier"], Some("Tessaly Courier")),
            ("hosted.courier.example", &["Hosted"], Some("Courier")),
            ("courier.example", &["U.S."], Some("Courier")),
            ("merrownow.example", &["MerrowNow | The most read page of the valley"], Some("MerrowNow")),
            ("mpost.example", &["The Merrow Post | MPost.com"], Some("The Merrow Post")),
            ("mnn.example", &["MNN Politics"], Some("MNN")),
            ("mnn.example", &["MNN Valley News"], Some("MNN Valley News")),
            ("thecourier.example", &[], Some("The Courier")),
            ("north-lantern.example", &[], Some("North Lantern")),
            ("theory.example", &[], Some("Theory")),
            ("roe.substack.com", &[], Some("Roe")),
            ("", &["The Northern Lantern"], Some("The Northern Lantern")),
            ("", &[], None),
            ("", &[" | "], None),
        ] {
            assert_eq!(publisher(domain, names, "").name(), expected, "{domain} {names:?}");
        }
    }
}
