//! Which names are news outlets', told by how the article treats their bearers.
//!
//! The world has tens of thousands of outlets and the lexicon a few hundred, so that outlets are an open class: a name is
//! an outlet's when the evidence for it, added up over the whole article, is enough. In go the text, the findings and the
//! names; out comes, for each name, whether it is an outlet's. Once an outlet anywhere, an outlet everywhere.

use crate::attribution::{Attribution, Findings, Hand, Role, Tokens};
use crate::document::Document;
use crate::lexicon::{NounClass, letters, lexicon, site_label};
use crate::report::{Kind, SourceType};
use crate::text::{Tag, Text, TokenKind};

use super::form;
use super::names::{Bearer, Name, Names};

/// What an article says for or against a name being an outlet's. The doc of each is an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// `a source told Kaptein`
    ToldByUnnamed,
    /// `Lund told Kaptein`
    Told,
    /// `in an interview with Kaptein`
    Interviewed,
    /// `a memo seen by Kaptein`
    Saw,
    /// `was quoted by Kaptein`, `citing Kaptein`
    Quoted,
    /// `The pier was sold, Kaptein reported.`
    ReportedAside,
    /// `Kaptein reported that`, `reported by Kaptein`
    Reported,
    /// `Kaptein published the memo`
    Published,
    /// `Kaptein wrote`
    Wrote,
    /// `the tabloid Kaptein`, `Kaptein magazine`, `Kaptein, a website`
    CalledOne,
    /// `the site Kaptein`, `the Kaptein news agency`: words that may mean something else, as a land's news agency.
    CalledOneVaguely,
    /// `Time`, `SPA`: listed as an outlet's name and as an ordinary word.
    Listed,
    /// `according to Time`, `Time said`: what speaks is more likely the outlet than the word.
    ListedSpeaks,
    /// `Havnenytt`, `Tarnpost`
    Ending,
    /// `KTRN`, `WESH`, `tarn.com`
    CallSign,
    /// A link on the name leads to its own site, or to an outlet's that the lexicon knows.
    Linked,
    /// `the Kaptein`: outlets unknown by name seldom have an article, bodies often.
    Article,
    /// `Orre Vestin`: two words that nothing tells from a person's.
    TwoWords,
    /// `NATO`: bodies go by initials more often than outlets.
    Initials,
    /// `Harbour Commission`, `Orle Shipping Ltd.`
    Body,
    /// `Oslo`
    Place,
    /// `in Kaptein`
    Inside,
    /// `Lund`, where an Ida Lund is named.
    Surname,
    /// `Facebook`: a medium, whoever is told on it.
    Platform,
    /// `Norwegians`
    People,
    /// `Kaptein left`, `Kaptein, who`
    Acts,
}

impl Evidence {
    /// What a piece of evidence is worth.
    const fn weight(self) -> i32 {
        match self {
            Self::CalledOne | Self::Linked => 8,
            Self::CallSign => 5,
            Self::ToldByUnnamed | Self::Saw | Self::ReportedAside | Self::CalledOneVaguely => 4,
            Self::Interviewed | Self::Listed => 3,
            Self::Told | Self::Quoted | Self::Reported | Self::Published | Self::Wrote | Self::Ending => 2,
            Self::ListedSpeaks => 1,
            Self::Inside | Self::Acts => -1,
            Self::Article => -2,
            Self::TwoWords | Self::Initials => -3,
            Self::People | Self::Place | Self::Body => -6,
            Self::Surname | Self::Platform => -8,
        }
    }
}

/// Evidence that is worth as much as this makes a name an outlet's.
const ENOUGH: i32 = 4;
/// The same evidence counts no more often than this.
const MOST_OFTEN: u8 = 2;

/// For each name, in the order of [`Names::all`], whether it is an outlet's.
pub(super) fn recognise(text: &Text, findings: &Findings, names: &Names) -> Vec<bool> {
    let mut scores = Scores { text, names, scores: vec![Score::default(); names.all.len()] };
    for index in 0..names.all.len() {
        scores.by_form(index);
    }
    for (tokens, index) in &names.mentions {
        scores.by_neighbours(tokens, *index);
    }
    for attribution in &findings.attributions {
        scores.by_part(attribution);
    }
    scores.by_links(text.document);
    let outlet = |(score, name): (&Score, &Name)| {
        name.bearer == Bearer::Outlet || name.bearer != Bearer::Person && score.sum >= ENOUGH
    };
    scores.scores.iter().zip(&names.all).map(outlet).collect()
}

#[derive(Clone, Copy, Default)]
struct Score {
    sum: i32,
    seen: [u8; Evidence::Acts as usize + 1],
}

struct Scores<'t> {
    text: &'t Text<'t>,
    names: &'t Names,
    scores: Vec<Score>,
}

impl Scores<'_> {
    fn add(&mut self, index: usize, evidence: Evidence) {
        let score = &mut self.scores[index];
        let seen = &mut score.seen[evidence as usize];
        if *seen < MOST_OFTEN {
            *seen += 1;
            score.sum += evidence.weight();
        }
    }

    /// What the name looks like.
    fn by_form(&mut self, index: usize) {
        let names = self.names;
        let name = &names.all[index];
        let key = name.words.join(" ");
        let listed = lexicon().perhaps_outlet(&key).is_some();
        let noun = |word: &String| lexicon().noun(word).map(|noun| noun.class);
        let last = name.words.last().map_or("", String::as_str);
        let form = name.full.as_str();
        let mut add = |evidence, holds: bool| {
            if holds {
                self.add(index, evidence);
            }
        };
        add(Evidence::Listed, listed);
        add(Evidence::Ending, name.words.len() == 1 && has_outlet_ending(last));
        add(Evidence::CallSign, is_call_sign(form) || is_site(form));
        add(Evidence::TwoWords, name.words.len() > 1 && !listed);
        let initials = name.words.len() == 1 && form.len() > 1 && form.chars().all(|c| c.is_uppercase() || c == '.');
        add(Evidence::Initials, initials && !listed && !is_call_sign(form));
        add(
            Evidence::Body,
            name.words.iter().any(|word| noun(word) == Some(NounClass::Institution)) || is_company(last),
        );
        add(Evidence::Place, lexicon().is_place(&key) && !listed);
        let plural = lexicon().noun(last).is_some_and(|noun| noun.plural)
            || ["ans", "ese", "ists", "crats"]
                .iter()
                .any(|ending| last.len() > ending.len() + 2 && last.ends_with(ending));
        add(Evidence::People, plural && !listed);
        add(Evidence::Surname, names.fullest(index) != index && !needs_article(name));
        add(Evidence::Platform, is_platform(&key));
    }

    /// What stands beside a mention of the name.
    fn by_neighbours(&mut self, tokens: &Tokens, index: usize) {
        let text = self.text;
        if self.lacks_article(tokens, index) {
            return;
        }
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| text.word(at));
        let listed = self.names.all[index].words.len() < 3 && self.scores[index].seen[Evidence::Listed as usize] > 0;
        if let Some(evidence) = called_one(text, tokens) {
            self.add(index, evidence);
        }
        if before(1) == "the" && !listed {
            self.add(index, Evidence::Article);
        }
        if matches!(before(1), "in" | "near" | "from") && !listed {
            self.add(index, Evidence::Inside);
        }
        match deed(text, tokens) {
            Some(evidence) => self.add(index, evidence),
            None if listed && speaks(text, tokens) => self.add(index, Evidence::ListedSpeaks),
            None => {}
        }
    }

    /// `Hill said` is not what `The Hill said` is: a shared name that has an article needs it.
    fn lacks_article(&self, tokens: &Tokens, index: usize) -> bool {
        let has = tokens.start.checked_sub(1).is_some_and(|at| self.text.word(at) == "the");
        !has && needs_article(&self.names.all[index])
    }

    /// The part that the name plays in an attribution.
    fn by_part(&mut self, attribution: &Attribution) {
        for hand in &attribution.hands {
            let Some(index) = self.name_of(&hand.mention) else { continue };
            match hand.role {
                Role::Told => {
                    let evidence = if self.is_unnamed(attribution) { Evidence::ToldByUnnamed } else { Evidence::Told };
                    self.add(index, evidence);
                }
                Role::Medium => {
                    if let Some(evidence) = self.medium(hand) {
                        self.add(index, evidence);
                    }
                }
                Role::Quoting | Role::Cited | Role::PassedOn => self.add(index, Evidence::Quoted),
                Role::Owner => self.add(index, Evidence::Told),
                Role::Hearsay => {}
            }
        }
    }

    /// `an insider told`, `a spokesman told`: whoever keeps a name back, or speaks for somebody, speaks to the press.
    fn is_unnamed(&self, attribution: &Attribution) -> bool {
        let Some(source) = &attribution.source else { return false };
        let mention = form::read(self.text, self.names, source);
        let speaks = || {
            source
                .clone()
                .any(|at| lexicon().noun(self.text.word(at)).is_some_and(|noun| noun.class == NounClass::Spokesperson))
        };
        matches!(mention.source_type, Some(SourceType::AnonymousIndividual | SourceType::AnonymousCollective))
            || speaks()
    }

    fn medium(&self, hand: &Hand) -> Option<Evidence> {
        const SEES: [&str; 6] = ["seen", "obtained", "reviewed", "viewed", "leaked", "shared"];
        const TALKS: [&str; 3] = ["interview", "appearance", "conversation"];
        const PAPERS: [&str; 7] = ["column", "essay", "op-ed", "article", "editorial", "statement", "comment"];
        let preposition = self.text.word(hand.cue.start);
        if SEES.contains(&preposition) {
            return Some(Evidence::Saw);
        }
        let near = |words: &[&str]| {
            (hand.cue.start.saturating_sub(3)..hand.cue.start).any(|at| words.contains(&self.text.word(at)))
        };
        match preposition {
            "with" | "on" if near(&TALKS) => Some(Evidence::Interviewed),
            "in" | "for" | "to" if near(&PAPERS) => Some(Evidence::Told),
            _ => None,
        }
    }

    /// The name that a mention is of: nothing but an article and words for its bearer stand in front.
    fn name_of(&self, mention: &Tokens) -> Option<usize> {
        let first = self.names.mentions.partition_point(|(tokens, _)| tokens.start < mention.start);
        let (tokens, index) = self.names.mentions.get(first).filter(|(tokens, _)| tokens.end <= mention.end)?;
        let plain = |at: usize| !self.text.tokens[at].capital || self.text.word(at) == "the";
        let apart = |at: usize| self.text.tokens[at].kind == TokenKind::Comma || self.text.tags[at] == Tag::Adposition;
        let in_front = mention.start..tokens.start;
        let possesses = self.text.tokens.get(tokens.end).is_some_and(|next| next.kind == TokenKind::Clitic);
        let named = in_front.clone().all(plain) && !in_front.clone().any(apart);
        (named && !possesses && !self.lacks_article(tokens, *index)).then_some(*index)
    }

    /// A link on the name that leads to its own site.
    fn by_links(&mut self, document: &Document) {
        for (number, block) in document.blocks.iter().enumerate().filter(|(_, block)| !block.links.is_empty()) {
            let tokens = self.text.blocks[number].clone();
            for link in &block.links {
                let label = letters(site_label(&link.domain));
                let known = lexicon().outlet_at(&link.domain);
                let at = |token: usize| self.text.tokens[token].start;
                let from =
                    tokens.start + self.text.tokens[tokens.clone()].partition_point(|token| token.end <= link.start);
                let first = self.names.mentions.partition_point(|(run, _)| run.start < from);
                let linked = self.names.mentions[first..]
                    .iter()
                    .take_while(|(run, _)| run.end <= tokens.end && at(run.start) < link.end);
                let own = |name: &Name| {
                    let outlet = lexicon().perhaps_outlet(&name.words.join(" "));
                    let same = outlet.is_some_and(|outlet| known.is_some_and(|known| known.name == outlet.name));
                    same || label.len() > 3 && label == letters(&name.full)
                };
                let found: Vec<usize> =
                    linked.map(|(_, index)| *index).filter(|index| own(&self.names.all[*index])).take(4).collect();
                found.into_iter().for_each(|index| self.add(index, Evidence::Linked));
            }
        }
    }
}

/// `The Hill`: a name that others bear without its article.
fn needs_article(name: &Name) -> bool {
    let outlet = lexicon().perhaps_outlet(&name.words.join(" "));
    outlet.is_some_and(|outlet| outlet.ambiguous && outlet.name.starts_with("The "))
}

/// `the tabloid Kaptein`, `Kaptein magazine`, `Kaptein, a website`: a word beside the name says what its bearer is.
fn called_one(text: &Text, tokens: &Tokens) -> Option<Evidence> {
    let sentence = text.sentences.get(text.sentence_of(tokens.start))?;
    let at = |at: usize| if sentence.contains(&at) { text.word(at) } else { "" };
    // `the German newspaper`, `a Kaptein newspaper`: where it is published.
    let front = tokens.start.checked_sub(1).map_or("", at);
    let described = matches!(front, "a" | "an" | "another" | "one") || is_adjective(text, tokens);
    let behind = kind(at(tokens.end), at(tokens.end + 1)).filter(|_| !described);
    // `the Merrow newspaper` may be a town's, `the Merrow news agency` hardly.
    let agency = matches!(at(tokens.end + 1), "agency" | "service");
    let behind = if front == "the" { behind.filter(|_| agency).map(|_| Evidence::CalledOneVaguely) } else { behind };
    let in_front = tokens.start.checked_sub(1).and_then(|before| kind(at(before), ""));
    behind.or(in_front).or_else(|| {
        let comma = text.tokens.get(tokens.end).is_some_and(|next| next.kind == TokenKind::Comma);
        if !comma || !matches!(at(tokens.end + 1), "a" | "an" | "the" | "another" | "one" | "its" | "our" | "their") {
            return None;
        }
        let ends = |at: &usize| {
            !text.tokens[*at].is_wordlike()
                || matches!(text.tags[*at], Tag::Adposition | Tag::PastParticiple)
                || text.tags[*at].is_finite()
                || matches!(text.word(*at), "that" | "which" | "who" | "whose")
        };
        let end = (tokens.end + 2..sentence.end.min(tokens.end + 10)).find(ends)?;
        kind(at(end - 1), "")
    })
}

/// `German`, `Israeli`: a name that tells of which land something is.
fn is_adjective(text: &Text, tokens: &Tokens) -> bool {
    const ENDINGS: [&str; 15] =
        ["ian", "ish", "ese", "ean", "can", "eli", "aqi", "iti", "ani", "bic", "ench", "utch", "reek", "wiss", "rman"];
    let last = text.word(tokens.end - 1);
    text.tags[tokens.end - 1] == Tag::Adjective || ENDINGS.iter().any(|ending| last.ends_with(ending))
}

/// A noun for outlets: sure ones, and those that mean other things as well. `next` stands behind the word.
fn kind(word: &str, next: &str) -> Option<Evidence> {
    const VAGUE: [&str; 10] =
        ["site", "station", "network", "channel", "program", "programme", "show", "paper", "wire", "portal"];
    let outlet = |form: &str| lexicon().noun(form).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
    if outlet(&format!("{word} {next}")) || word == "agency" && next == "news" {
        return Some(Evidence::CalledOne);
    }
    outlet(word).then(|| if VAGUE.contains(&word) { Evidence::CalledOneVaguely } else { Evidence::CalledOne })
}

/// What the bearer of a name does, by the verb beside it.
fn deed(text: &Text, tokens: &Tokens) -> Option<Evidence> {
    let kind = |at: usize| text.tokens.get(at).map(|token| token.kind);
    let pauses = |at: usize| {
        matches!(kind(at), Some(TokenKind::Comma | TokenKind::DoubleQuote | TokenKind::Dash | TokenKind::SingleQuote))
    };
    let closes = |at: usize| kind(at).is_none_or(|kind| matches!(kind, TokenKind::Stop)) || pauses(at);
    let article = tokens.start.checked_sub(1).is_some_and(|at| text.word(at) == "the");
    let start = tokens.start - usize::from(article);
    let before = |back: usize| start.checked_sub(back).map_or("", |at| text.word(at));
    let apart = start.checked_sub(1).is_none_or(pauses);
    if matches!(before(1), "reported" | "reports") && start > 1 && pauses(start - 2) {
        return Some(Evidence::ReportedAside);
    }
    if matches!(before(1), "by" | "in") {
        match before(2) {
            "reported" => return Some(Evidence::Reported),
            "published" | "aired" | "broadcast" => return Some(Evidence::Published),
            _ => {}
        }
    }
    let mut verb = tokens.end;
    while matches!(text.word(verb), "first" | "also" | "has" | "had" | "have" | "earlier" | "later" | "even") {
        verb += 1;
    }
    let next = text.word(verb + 1);
    match text.word(verb) {
        "reported" | "reports" => {
            let aside =
                apart && start > 0 && (closes(verb + 1) || text.word(verb + 1).ends_with("day") || next == "citing");
            let clause = next == "that" || text.tags.get(verb + 1) == Some(&Tag::Pronoun);
            (aside || clause).then_some(if aside { Evidence::ReportedAside } else { Evidence::Reported })
        }
        "wrote" | "writes" => Some(Evidence::Wrote),
        "published" | "aired" | "broadcast" => Some(Evidence::Published),
        "said" | "says" | "told" | "tells" | "quoted" | "quotes" | "cited" | "cites" | "is" | "was" | "which"
        | "noted" | "adds" | "added" | "claimed" | "claims" | "revealed" | "reveals" => None,
        "who" => Some(Evidence::Acts),
        _ if pauses(tokens.end) && text.word(tokens.end + 1) == "who" => Some(Evidence::Acts),
        _ => text.tags.get(verb).is_some_and(|tag| tag.is_finite()).then_some(Evidence::Acts),
    }
}

/// `according to Time`, `Time notes`
fn speaks(text: &Text, tokens: &Tokens) -> bool {
    let to = tokens.start.checked_sub(1).filter(|at| text.word(*at) == "to" || text.word(*at) == "the");
    let accorded =
        to.is_some_and(|at| at > 0 && (at.saturating_sub(1)..at).any(|at| matches!(text.word(at), "according" | "to")));
    accorded
        || (tokens.end..tokens.end + 2)
            .any(|at| lexicon().verb(text.word(at)).is_some_and(|verb| verb.kind == Kind::Speech))
}

/// `Aftenblad`, `Havnenytt`, `MotorNews`: one word that ends as the names of papers do.
fn has_outlet_ending(word: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "post",
        "posten",
        "blad",
        "bladet",
        "nytt",
        "avisen",
        "avis",
        "news",
        "times",
        "zeitung",
        "kurier",
        "tv",
        "radio",
        "wire",
        "press",
        "rumors",
        "insider",
        "mag",
        "daily",
        "gazette",
        "reporters",
        "sider",
    ];
    ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// `KTRN`, `WESH`, `KDN-TV`: how stations are licensed.
pub(super) fn is_call_sign(form: &str) -> bool {
    let (sign, rest) = form.split_once('-').unwrap_or((form, ""));
    let suffix = matches!(rest, "TV" | "FM" | "AM" | "DT");
    let length = if suffix { 3..=5 } else { 4..=4 };
    sign.starts_with(['K', 'W'])
        && length.contains(&sign.len())
        && sign.chars().all(|c| c.is_ascii_uppercase())
        && (suffix || rest.is_empty())
}

/// `Tarn.com`: a site by its address.
fn is_site(form: &str) -> bool {
    const ENDINGS: [&str; 8] = [".com", ".org", ".net", ".co.uk", ".info", ".news", ".tv", ".io"];
    ENDINGS.iter().any(|ending| form.len() > ending.len() + 1 && form.to_ascii_lowercase().ends_with(ending))
}

fn is_platform(name: &str) -> bool {
    const PLATFORMS: [&str; 16] = [
        "facebook",
        "twitter",
        "instagram",
        "youtube",
        "tiktok",
        "reddit",
        "telegram",
        "whatsapp",
        "snapchat",
        "linkedin",
        "weibo",
        "wechat",
        "truth social",
        "bluesky",
        "google",
        "apple",
    ];
    PLATFORMS.contains(&name)
}

fn is_company(last: &str) -> bool {
    matches!(last.trim_end_matches('.'), "inc" | "corp" | "ltd" | "llc" | "plc" | "co" | "group" | "holdings" | "party")
}
