//! Which names are news outlets', told by how the article treats their bearers.
//!
//! The world has tens of thousands of outlets and the lexicon a few hundred, so that outlets are an open class: a name is
//! an outlet's when the evidence for it, added up over the whole article, is enough. In go the text, the findings and the
//! names; out comes, for each name, whether it is an outlet's. Once an outlet anywhere, an outlet everywhere.

use crate::attribution::{Attribution, Findings, Hand, Role, Tokens};
use crate::document::{Document, Region};
use crate::lexicon::{Class, Ending, Noun, NounClass, letters, lexicon, site_label};
use crate::report::{Kind, SourceType};
use crate::text::{Tag, Text, TokenKind};

use super::form;
use super::names::{Bearer, Name, Names, is_company_ending};

/// What an article says for or against a name being an outlet's. The doc of each is an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// `a source told Kaptein`: whoever is called so speaks to the press.
    ToldBySource,
    /// `an official told Kaptein`
    ToldByUnnamed,
    /// `Lund told Kaptein`
    Told,
    /// `Lund told Kaptein`, a single word that is nobody's given name or surname.
    ToldAlone,
    /// `BBC Scotland`: begins with the name of an outlet.
    SubBrand,
    /// `TarnCrunch`: capitals inside a word.
    CamelCase,
    /// `in an interview with Kaptein`
    Interviewed,
    /// `Kaptein's sources`
    OwnsSources,
    /// `in a column for Kaptein`
    WroteFor,
    /// `a memo seen by Kaptein`
    Saw,
    /// `was quoted by Kaptein`, `citing Kaptein`
    Quoted,
    /// `Kaptein, citing two clerks, said`: whoever has it from people without a name passes on what they say.
    CitesUnnamed,
    /// `via Kaptein`, `h/t Kaptein`
    Credited,
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
    /// `Kaptein reported that … the newspaper said`: no other outlet stands between.
    CalledOneLater,
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
    /// `Le Kaptein`, `El Kaptein`: outlets keep the article of their language, and few others are told anything.
    ForeignArticle,
    /// `told The Kaptein`: inside a sentence a title keeps the capital of its article.
    TitledArticle,
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
    /// `Kaptein striker Ann Roe`: who has players is a team.
    Team,
    /// `Facebook`: a medium, whoever is told on it.
    Platform,
    /// `Norwegians`
    People,
    /// `Kaptein left`, `Kaptein's shares`, `against Kaptein`: part of the story and not of how it is told.
    InStory,
}

impl Evidence {
    /// What a piece of evidence is worth.
    const fn weight(self) -> i32 {
        match self {
            Self::CalledOne | Self::CalledOneLater | Self::Linked | Self::SubBrand => 8,
            Self::Credited => 7,
            Self::ToldBySource => 6,
            Self::CallSign => 5,
            Self::ToldAlone
            | Self::ToldByUnnamed
            | Self::CitesUnnamed
            | Self::TitledArticle
            | Self::Saw
            | Self::WroteFor
            | Self::OwnsSources
            | Self::ReportedAside
            | Self::CalledOneVaguely => 4,
            Self::Interviewed | Self::Listed | Self::ForeignArticle => 3,
            Self::Told
            | Self::CamelCase
            | Self::Quoted
            | Self::Reported
            | Self::Published
            | Self::Wrote
            | Self::Ending => 2,
            Self::ListedSpeaks => 1,
            Self::Inside | Self::InStory => -1,
            Self::Article => -2,
            Self::TwoWords | Self::Initials => -3,
            Self::People | Self::Place | Self::Body => -6,
            Self::Surname | Self::Platform | Self::Team => -8,
        }
    }
}

/// Evidence that is worth as much as this makes a name an outlet's.
const ENOUGH: i32 = 4;
/// Mentions of names that a description looks back over.
const DESCRIPTION_REACH: usize = 40;
/// Who is less likely than this to be a person may bear an outlet's name in front of another word.
const UNLIKELY_PERSON: f32 = 0.6;
/// The same evidence counts no more often than this.
const MOST_OFTEN: u8 = 2;

/// For each name, in the order of [`Names::all`], whether it is an outlet's.
pub(super) fn recognise(text: &Text, findings: &Findings, names: &Names) -> Vec<bool> {
    let mut hands = vec![false; text.tokens.len()];
    let attributions = findings.attributions.iter();
    let mentions = attributions.flat_map(|a| a.source.iter().chain(a.hands.iter().map(|hand| &hand.mention)));
    mentions.flat_map(Clone::clone).for_each(|at| hands[at] = true);
    let mut scores = Scores { text, names, hands, scores: vec![Score::NONE; names.all.len()] };
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
    scores.by_descriptions();
    (0..names.all.len()).map(|index| scores.is_outlet(index)).collect()
}

#[derive(Clone, Copy)]
struct Score {
    sum: i32,
    seen: [u8; Evidence::InStory as usize + 1],
}

impl Score {
    const NONE: Self = Self { sum: 0, seen: [0; Evidence::InStory as usize + 1] };
}

struct Scores<'t> {
    text: &'t Text<'t>,
    names: &'t Names,
    /// For each token, whether it is part of a mention of a hand.
    hands: Vec<bool>,
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
        // `SEN Radio`, `Fox Cricket`
        let medium = name.words.last().and_then(noun) == Some(NounClass::Outlet)
            || lexicon().perhaps_outlet(&name.words[0]).is_some() && name.person() < UNLIKELY_PERSON;
        let ends = if name.words.len() == 1 { lexicon().ends_in(last, Ending::Outlet) } else { medium && !listed };
        add(Evidence::Ending, ends);
        add(Evidence::CallSign, is_call_sign(form) || lexicon().ends_in(last, Ending::Site));
        let initials = name.words.len() == 1 && form.len() > 1 && form.chars().all(|c| c.is_uppercase() || c == '.');
        add(Evidence::Initials, initials && !listed && !is_call_sign(form));
        // `Tarn Press Agency`
        let agency = name.words.windows(2).any(|pair| {
            let [first, second] = pair else { return false };
            second == "agency" && lexicon().is_in(first, Class::NewsWord)
        });
        add(Evidence::CalledOne, agency);
        let body = !agency && name.words.iter().any(|word| noun(word) == Some(NounClass::Institution))
            || is_company_ending(last);
        add(Evidence::Body, body);
        let foreign = name.words.len() > 1 && lexicon().is_in(&name.words[0], Class::OutletArticle);
        add(Evidence::ForeignArticle, foreign && !listed);
        add(Evidence::CamelCase, name.words.len() == 1 && has_capitals_inside(form));
        let known = lexicon().outlet(&name.words[0]).is_some() && name.words.len() > 1;
        add(Evidence::SubBrand, known && !body && !listed);
        // `Insider Gaming`, `Tell Orle`: an ordinary word in front is nobody's given name.
        let first = name.words[0].as_str();
        let ordinary =
            (lexicon().noun(first).is_some() || lexicon().verb(first).is_some()) && !lexicon().is_given_name(first);
        add(
            Evidence::TwoWords,
            (2..=3).contains(&name.words.len())
                && !starts_with_initials(form)
                && !listed
                && !body
                && !known
                && !ordinary,
        );
        add(Evidence::Place, lexicon().is_place(&key) && !listed);
        let people = |noun: &Noun| noun.plural && noun.class.is_person();
        let plural = lexicon().noun(last).is_some_and(people) || lexicon().ends_in(last, Ending::People);
        add(Evidence::People, plural && !listed);
        add(Evidence::Surname, names.fullest(index) != index && !needs_article(name));
        add(Evidence::Platform, lexicon().is_in(&key, Class::Platform));
    }

    /// What stands beside a mention of the name.
    fn by_neighbours(&mut self, tokens: &Tokens, index: usize) {
        let text = self.text;
        if self.lacks_article(tokens, index) {
            return;
        }
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| text.word(at));
        let listed = self.names.all[index].words.len() < 3 && self.scores[index].seen[Evidence::Listed as usize] > 0;
        // `Spurs striker Ann Roe`: whoever employs players, and nobody who writes, is no outlet.
        let next = lexicon().noun(text.word(tokens.end)).filter(|_| !text.tokens[tokens.end].capital);
        let plays = next.is_some_and(|noun| noun.class == NounClass::Profession)
            && !lexicon().is_in(text.word(tokens.end), Class::Presenter);
        if plays && !listed {
            self.add(index, Evidence::Team);
        }
        // `State television`: the capital only opens the sentence.
        let name = &self.names.all[index];
        let opener = name.only_opens() && lexicon().noun(&name.words[0]).is_some();
        if let Some(evidence) = called_one(text, tokens).filter(|_| !opener) {
            self.add(index, evidence);
        }
        let article = tokens.start.checked_sub(1).filter(|_| before(1) == "the");
        if let Some(article) = article {
            let opens = self.text.sentences.get(self.text.sentence_of(article)).is_some_and(|s| s.start == article);
            let heading = self.text.block_at(article).is_some_and(|block| block.region == Region::Headline);
            let quoted = article.checked_sub(1).is_some_and(|mark| {
                matches!(self.text.tokens[mark].kind, TokenKind::DoubleQuote | TokenKind::SingleQuote)
            });
            let titled = self.text.tokens[article].capital && !opens && !heading && !quoted;
            if titled {
                self.add(index, Evidence::TitledArticle);
            } else if !listed {
                self.add(index, Evidence::Article);
            }
        }
        if matches!(before(1), "in" | "near") && !listed {
            self.add(index, Evidence::Inside);
        }
        match deed(text, tokens) {
            Some(evidence) => self.add(index, evidence),
            None if listed && speaks(text, tokens) => self.add(index, Evidence::ListedSpeaks),
            None if !listed && !self.hands[tokens.start] && !speaks(text, tokens) => self.add(index, Evidence::InStory),
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
        if let (Some(source), Some(cue)) = (&attribution.source, attribution.cue.first())
            && self.credited(cue, source)
            && let Some(index) = self.name_of(source)
        {
            self.add(index, Evidence::Credited);
        }
        let unnamed = |hand: &Hand| {
            let kind = || form::read(self.text, self.names, &hand.mention).source_type;
            hand.role == Role::Cited && kind().is_some_and(SourceType::keeps_name)
        };
        if let Some(source) = &attribution.source
            && attribution.hands.iter().any(unnamed)
            && let Some(index) = self.name_of(source)
        {
            self.add(index, Evidence::CitesUnnamed);
        }
        for hand in &attribution.hands {
            let Some(index) = self.name_of(&hand.mention) else { continue };
            match hand.role {
                Role::Told => {
                    let evidence = self.told(attribution, index);
                    self.add(index, evidence);
                }
                // `a source who spoke with Kaptein`
                Role::Medium if self.speaks_with(hand) => {
                    let evidence = self.told(attribution, index);
                    self.add(index, evidence);
                }
                Role::Medium => {
                    if let Some(evidence) = self.medium(hand, index) {
                        self.add(index, evidence);
                    }
                }
                Role::PassedOn if self.credited(&hand.cue, &hand.mention) => self.add(index, Evidence::Credited),
                Role::Quoting | Role::Cited | Role::PassedOn => self.add(index, Evidence::Quoted),
                Role::Owner if self.text.is_in(hand.cue.end - 1, Class::PressSource) => {
                    self.add(index, Evidence::OwnsSources);
                }
                Role::Owner => self.add(index, Evidence::Told),
                Role::Hearsay => {}
            }
        }
    }

    /// `via Kaptein`, but `via Ann Roe`, and not `quoted by Kaptein`.
    fn credited(&self, cue: &Tokens, mention: &Tokens) -> bool {
        self.text.is_in(cue.start, Class::Credit) && !lexicon().is_given_name(self.text.word(mention.start))
    }

    /// `an insider told`, `a spokesman told`: whoever keeps a name back, or speaks for somebody, speaks to the press.
    fn told(&self, attribution: &Attribution, index: usize) -> Evidence {
        let plain = if self.stands_alone(index) { Evidence::ToldAlone } else { Evidence::Told };
        let Some(source) = &attribution.source else { return plain };
        let speaks_for =
            |at| lexicon().noun(self.text.word(at)).is_some_and(|noun| noun.class == NounClass::Spokesperson);
        let unnamed = form::read(self.text, self.names, source).source_type.is_some_and(SourceType::keeps_name);
        if unnamed && source.clone().any(|at| self.text.is_in(at, Class::PressSource)) {
            Evidence::ToldBySource
        } else if unnamed || source.clone().any(speaks_for) {
            Evidence::ToldByUnnamed
        } else {
            plain
        }
    }

    /// Whether a name is a single word that is nobody's given name or surname.
    fn stands_alone(&self, index: usize) -> bool {
        let name = &self.names.all[index];
        name.words.len() == 1
            && !lexicon().is_given_name(&name.words[0])
            && self.names.fullest(index) == index
            && name.bearer == Bearer::Unknown
    }

    fn speaks_with(&self, hand: &Hand) -> bool {
        let speaks = |class| self.text.is_in(hand.cue.start, class);
        speaks(Class::SpeakingVerb) || speaks(Class::SpeakingParticiple)
    }

    fn medium(&self, hand: &Hand, index: usize) -> Option<Evidence> {
        if self.text.is_in(hand.cue.start, Class::Seen) {
            return Some(Evidence::Saw);
        }
        let first = hand.cue.start;
        // `contacted by Kaptein`, `went on Kaptein`, `appeared on Kaptein`
        let by = self.text.word(hand.cue.end - 1) == "by";
        let meets = self.text.is_in(first, Class::AskedParticiple) && by
            || hand.cue.len() > 1 && self.text.word(first + 1) == "on";
        if meets {
            return Some(Evidence::Interviewed);
        }
        // `a post spotted by Kaptein`
        if by && self.text.word(first).ends_with("ed") {
            return Some(Evidence::Quoted);
        }
        // `Kaptein has Vey confirming that`
        if self.text.tags[first].is_finite() && hand.mention.end <= first {
            return Some(Evidence::Told);
        }
        let near = |class| (hand.cue.start.saturating_sub(3)..hand.cue.start).any(|at| self.text.is_in(at, class));
        match self.text.word(hand.cue.start) {
            "with" | "on" if near(Class::Talk) => {
                let alone = self.stands_alone(index);
                Some(if alone { Evidence::ToldAlone } else { Evidence::Interviewed })
            }
            "with" | "on" => None,
            // `grumbled to Kaptein that …`
            "to" if lexicon().verb(self.text.word(first.saturating_sub(1))).is_some() => Some(Evidence::ToldAlone),
            "to" => near(Class::Contribution).then_some(Evidence::Told),
            _ => near(Class::Contribution).then_some(Evidence::WroteFor),
        }
    }

    /// `the newspaper said`, `told the station`: whom the page calls an outlet is the last name that told something,
    /// unless an outlet that is known by other evidence is nearer.
    fn by_descriptions(&mut self) {
        let outlet = |at: usize| self.hands[at] && kind(self.text.word(at), "").is_some();
        let definite = |at: usize| {
            let behind = at + 1 < self.text.tokens.len() && self.text.tokens[at + 1].capital;
            !behind && (at.saturating_sub(2)..at).any(|before| matches!(self.text.word(before), "the" | "this"))
        };
        let descriptions: Vec<usize> = (0..self.text.tokens.len()).filter(|at| outlet(*at) && definite(*at)).collect();
        for at in descriptions {
            let before = self.names.mentions.partition_point(|(tokens, _)| tokens.end <= at);
            let told = self.names.mentions[..before].iter().rev().take(DESCRIPTION_REACH);
            let told = told.map(|(_, index)| *index).find(|index| self.told_something(*index));
            if let Some(index) = told.filter(|index| !self.is_outlet(*index)) {
                self.add(index, Evidence::CalledOneLater);
            }
        }
    }

    /// Whether the article treats the bearer as somebody who tells the news, or whom it is told.
    fn told_something(&self, index: usize) -> bool {
        const TELLS: [Evidence; 10] = [
            Evidence::ToldBySource,
            Evidence::ToldByUnnamed,
            Evidence::Interviewed,
            Evidence::WroteFor,
            Evidence::Saw,
            Evidence::Quoted,
            Evidence::ReportedAside,
            Evidence::Reported,
            Evidence::Published,
            Evidence::Wrote,
        ];
        self.is_outlet(index) || TELLS.iter().any(|evidence| self.scores[index].seen[*evidence as usize] > 0)
    }

    fn is_outlet(&self, index: usize) -> bool {
        let bearer = self.names.all[index].bearer;
        bearer == Bearer::Outlet || bearer != Bearer::Person && self.scores[index].sum >= ENOUGH
    }

    /// The name that a mention is of: nothing but an article and words for its bearer stand in front.
    fn name_of(&self, mention: &Tokens) -> Option<usize> {
        let first = self.names.mentions.partition_point(|(tokens, _)| tokens.start < mention.start);
        let (tokens, index) = self.names.mentions.get(first).filter(|(tokens, _)| tokens.end <= mention.end)?;
        let plain = |at: usize| !self.text.tokens[at].capital || self.text.word(at) == "the";
        let apart = |at: usize| self.text.tokens[at].kind == TokenKind::Comma || self.text.tags[at] == Tag::Adposition;
        let in_front = mention.start..tokens.start;
        // `the Arabic outlet`, `the Kaptein report`, `Kaptein's editor`: somebody or something else.
        let next = self.text.tokens.get(tokens.end).filter(|_| tokens.end < mention.end);
        let other = next.is_some_and(|next| next.is_wordlike() && self.text.tags[tokens.end] != Tag::Adposition)
            && called_one(self.text, tokens).is_none();
        let named = in_front.clone().all(plain) && !in_front.clone().any(apart);
        (named && !other && !self.lacks_article(tokens, *index)).then_some(*index)
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

/// `TarnCrunch`, `TMag`: capitals that are no first letter, and not those of `McVey` or `MacVey`.
fn has_capitals_inside(form: &str) -> bool {
    let upper: Vec<usize> = form.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
    let small = form.chars().any(char::is_lowercase);
    let inside = |at: &usize| *at == 1 || *at > 2 && !lexicon().is_in(&form[..*at].to_lowercase(), Class::NamePrefix);
    small && upper.iter().any(inside)
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
    let next = || (tokens.end + 1..tokens.end + 3).find(|at| kind(text.word(*at - 1), "").is_some());
    // `the Norland daily Kaptein`
    let of_another = next().is_some_and(|at| sentence.contains(&at) && text.tokens[at].capital);
    let described = matches!(front, "a" | "an") || is_of_a_land(text, tokens) || of_another;
    let behind = kind(at(tokens.end), at(tokens.end + 1)).filter(|_| !described);
    // `the Merrow newspaper` may be a town's, `the Merrow news agency` and `the Merrow website` hardly.
    let agency = matches!(at(tokens.end + 1), "agency" | "service");
    let of_town = |word: &str| lexicon().is_in(word, Class::PaperNoun) || lexicon().is_in(word, Class::AirNoun);
    let everywhere = agency || !of_town(at(tokens.end));
    let behind =
        if front == "the" { behind.filter(|_| everywhere).map(|_| Evidence::CalledOneVaguely) } else { behind };
    let in_front = tokens.start.checked_sub(1).and_then(|before| kind(at(before), ""));
    behind.or(in_front).or_else(|| apposed(text, tokens.end, sentence.end))
}

/// `Kaptein, a shipping website`: what stands behind the comma that follows a name.
fn apposed(text: &Text, comma: usize, ceiling: usize) -> Option<Evidence> {
    let determined = text.tags.get(comma + 1) == Some(&Tag::Determiner) || text.is_in(comma + 1, Class::Possessive);
    if !determined || text.tokens.get(comma).is_none_or(|token| token.kind != TokenKind::Comma) {
        return None;
    }
    let goes_on = |at: usize| {
        let tag = text.tags[at];
        let parts = matches!(tag, Tag::Adposition | Tag::PastParticiple | Tag::Pronoun | Tag::SubordinatingConjunction);
        text.tokens[at].is_wordlike() && !parts && !tag.is_finite()
    };
    let end = (comma + 2..ceiling.min(comma + 10)).find(|at| !goes_on(*at))?;
    kind(text.word(end - 1), "")
}

/// `German`, `Israeli`: a name that tells of which land something is.
fn is_of_a_land(text: &Text, tokens: &Tokens) -> bool {
    let last = tokens.end - 1;
    text.tags[last] == Tag::Adjective || lexicon().ends_in(text.word(last), Ending::Land)
}

/// A noun for outlets: sure ones, and those that mean other things as well. `next` stands behind the word.
fn kind(word: &str, next: &str) -> Option<Evidence> {
    let outlet = |form: &str| lexicon().noun(form).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
    if !next.is_empty() && outlet(&format!("{word} {next}")) {
        return Some(Evidence::CalledOne);
    }
    let vague = lexicon().is_in(word, Class::VagueOutlet);
    outlet(word).then_some(if vague { Evidence::CalledOneVaguely } else { Evidence::CalledOne })
}

/// What the bearer of a name does, by the verb beside it.
fn deed(text: &Text, tokens: &Tokens) -> Option<Evidence> {
    let token = |at: usize| text.tokens.get(at);
    let is_mark = |at: usize| token(at).is_some_and(|token| !token.is_wordlike());
    let article = tokens.start.checked_sub(1).is_some_and(|at| text.word(at) == "the");
    let start = tokens.start - usize::from(article);
    let before = |back: usize| start.checked_sub(back).map_or("", |at| text.word(at));
    if matches!(before(1), "reported" | "reports") && start > 1 && is_mark(start - 2) {
        return Some(Evidence::ReportedAside);
    }
    if matches!(before(1), "by" | "in") && start > 1 {
        if before(2) == "reported" {
            return Some(Evidence::Reported);
        }
        if text.is_in(start - 2, Class::PutOut) {
            return Some(Evidence::Published);
        }
    }
    let helps = |at: &usize| matches!(text.tags.get(*at), Some(Tag::Adverb | Tag::FiniteAuxiliary));
    let verb = (tokens.end..tokens.end + 3).find(|at| !helps(at)).unwrap_or(tokens.end);
    match text.word(verb) {
        "reported" | "reports" => {
            let apart = start > 0 && is_mark(start - 1);
            let next = verb + 1;
            let ends =
                token(next).is_none() || is_mark(next) || text.word(next) == "citing" || text.is_in(next, Class::Time);
            let clause = text.word(next) == "that" || text.tags.get(next) == Some(&Tag::Pronoun);
            (apart && ends).then_some(Evidence::ReportedAside).or_else(|| clause.then_some(Evidence::Reported))
        }
        "wrote" | "writes" => Some(Evidence::Wrote),
        _ if text.is_in(verb, Class::PutOut) => Some(Evidence::Published),
        _ => None,
    }
}

/// `according to Time`, `Time notes`, `Time pointed out`
fn speaks(text: &Text, tokens: &Tokens) -> bool {
    let article = tokens.start.checked_sub(1).is_some_and(|at| text.word(at) == "the");
    let start = tokens.start - usize::from(article);
    let accorded = start > 1 && text.word(start - 1) == "to" && text.word(start - 2) == "according";
    let speech = |form: &str| lexicon().verb(form).is_some_and(|verb| verb.kind == Kind::Speech);
    let says = |at: usize| speech(text.word(at)) || speech(&format!("{} {}", text.word(at), text.word(at + 1)));
    // `Time, which said`
    let relative = text.tokens.get(tokens.end).is_some_and(|token| token.kind == TokenKind::Comma)
        && text.word(tokens.end + 1) == "which";
    let verb = tokens.end + if relative { 2 } else { 0 };
    accorded || (verb..verb + 2).any(says)
}

/// `KTRN`, `WESH`, `KDN-TV`, `4BC`, `9News`: how stations are licensed and called.
pub(super) fn is_call_sign(form: &str) -> bool {
    // `4BC`, `3AW`
    let numbered = form.trim_start_matches(|c: char| c.is_ascii_digit());
    if numbered.len() < form.len() {
        return (2..=4).contains(&numbered.len()) && numbered.chars().all(|c| c.is_ascii_uppercase())
            || numbered.ends_with("News");
    }
    let (sign, rest) = form.split_once('-').unwrap_or((form, ""));
    let capitals = |letters: &str| letters.chars().all(|c| c.is_ascii_uppercase());
    let length = if rest.len() == 2 { 3..=5 } else { 4..=4 };
    sign.starts_with(['K', 'W'])
        && length.contains(&sign.len())
        && capitals(sign)
        && (rest.is_empty() || rest.len() == 2 && capitals(rest))
}

/// `MLB Trade Rumors`: a name whose first word is all capitals, and no person's initials.
fn starts_with_initials(form: &str) -> bool {
    let first = form.split_whitespace().next().unwrap_or_default();
    first.len() > 1 && form.len() > first.len() && first.chars().all(char::is_uppercase)
}
