//! What a mention is by its own words: a name, a role, a body, a paper, or nobody.
//!
//! The rules follow the table of source types in `docs/sourcing-depth.md`. A phrase is read from its head: the last
//! noun before any preposition. Pronouns and definite phrases get a first guess here and are resolved afterwards.

use super::mention::{Entity, Mention};
use super::names::{Bearer, Name, Names, plain};
use crate::attribution::Tokens;
use crate::document::Region;
use crate::lexicon::{NounClass, lexicon};
use crate::report::SourceType;
use crate::text::{Tag, Text, TokenKind};

/// Reads one mention.
pub(super) fn read(text: &Text, names: &Names, tokens: &Tokens) -> Mention {
    let phrase = Phrase::new(text, tokens);
    let mut mention = Mention {
        tokens: tokens.clone(),
        source_type: None,
        anonymous: false,
        name: None,
        entity: Entity::Unnamed(tokens.start),
        anaphoric: false,
        antecedent: None,
        publisher: None,
    };
    if phrase.is_hearsay() {
        mention.source_type = Some(SourceType::Unspecified);
        mention.entity = Entity::Nobody;
        return mention;
    }
    phrase.programme(&mut mention);
    if mention.source_type.is_none() {
        phrase.named(names, &mut mention);
    }
    if mention.source_type.is_none() {
        phrase.described(&mut mention);
    }
    phrase.anonymity(&mut mention);
    mention
}

/// The parts of a noun phrase.
pub(super) struct Phrase<'t> {
    pub text: &'t Text<'t>,
    pub tokens: Tokens,
    /// Without what hangs on it behind: `the head` of `the head of the union`.
    pub core: Tokens,
    /// The last word of the core.
    pub head: usize,
}

impl<'t> Phrase<'t> {
    pub fn new(text: &'t Text<'t>, tokens: &Tokens) -> Self {
        let start = tokens.start;
        let cut = (start + 1..tokens.end).find(|at| ends_core(text, *at, start));
        let mut core = start..cut.unwrap_or(tokens.end);
        // `the mayor, Luis Vega`: the name behind the comma is the head.
        while core.len() > 1 && !text.tokens[core.end - 1].is_wordlike() {
            core.end -= 1;
        }
        let head = core.end.saturating_sub(1).max(start);
        Self { text, tokens: tokens.clone(), core, head }
    }

    fn word(&self, at: usize) -> &str {
        self.text.word(at)
    }

    fn is_hearsay(&self) -> bool {
        self.tokens.len() == 1 && self.word(self.tokens.start).ends_with("edly")
            || self.tokens.len() == 1 && matches!(self.word(self.tokens.start), "quoted" | "reported" | "cited")
    }

    pub fn is_definite(&self) -> bool {
        matches!(self.word(self.tokens.start), "the" | "this" | "that" | "these" | "those") || self.is_possessed()
    }

    fn is_possessed(&self) -> bool {
        matches!(self.word(self.tokens.start), "his" | "her" | "its" | "their" | "our" | "my")
            || self.core.clone().any(|at| at < self.head && self.is_genitive(at))
    }

    fn is_genitive(&self, at: usize) -> bool {
        self.text.tags.get(at) == Some(&Tag::Particle) && matches!(self.word(at), "'s" | "'")
    }

    fn is_indefinite(&self) -> bool {
        matches!(self.word(self.tokens.start), "a" | "an" | "another" | "one")
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| t.capital)
    }

    /// The noun that the core ends with, two words first: `press secretary` before `secretary`.
    pub fn noun(&self) -> Option<&'static crate::lexicon::Noun> {
        let mut at = self.head;
        // A name in quotation marks or a number behind the noun: `the podcast "Here's the Thing"`.
        while at > self.core.start && !matches!(self.text.tokens[at].kind, TokenKind::Word) {
            at -= 1;
        }
        if at > self.core.start {
            let two = format!("{} {}", self.word(at - 1), self.word(at));
            if let Some(noun) = lexicon().noun(&two) {
                return Some(noun);
            }
        }
        lexicon().noun(self.word(at))
    }

    /// A programme by its title: `ABC's "Good Morning"`, `the podcast "Low Tide"`.
    fn programme(&self, mention: &mut Mention) {
        let quote = self.tokens.clone().skip(1).find(|at| self.text.tokens[*at].kind == TokenKind::DoubleQuote);
        let Some(quote) = quote else { return };
        let before = quote - 1;
        let outlet_before = self.is_genitive(before) && lexicon().outlet(self.word(before.saturating_sub(1))).is_some();
        let kind_before = lexicon().noun(self.word(before)).is_some_and(|noun| noun.class == NounClass::Outlet);
        if outlet_before || kind_before {
            let from = if outlet_before { self.tokens.start } else { quote };
            let name = plain(self.text.slice(&(from..self.tokens.end)));
            let name: String = name.chars().filter(|c| !matches!(c, '"' | '“' | '”')).collect();
            let name = name.trim_end_matches(['.', ',']).to_owned();
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.entity = Entity::Named(key(&name));
            mention.name = Some(name);
        }
    }

    /// A proper name, with or without roles around it.
    fn named(&self, names: &Names, mention: &mut Mention) {
        let Some(run) = self.name_behind_role().or_else(|| self.name_run(names)) else { return };
        let words: Vec<String> = run
            .clone()
            .filter(|at| self.text.tokens[*at].kind != TokenKind::Clitic)
            .map(|at| self.word(at).to_owned())
            .collect();
        let key_words = words.join(" ");
        // Behind the name a lower-case noun decides: `the Courier report`, `Scientology officials`.
        if run.end <= self.head && !self.is_capital(self.head) && self.text.tokens[self.head].kind == TokenKind::Word {
            self.described(mention);
            if matches!(mention.source_type, Some(SourceType::Document)) {
                self.publisher(names, &run, &words, mention);
            }
            return;
        }
        if let Some(outlet) = lexicon().outlet(&key_words) {
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.entity = Entity::Named(key(outlet.name));
            let fuller = names.fuller(&words, mention.tokens.start).map(|index| &names.all[index]);
            mention.name = Some(
                fuller
                    .filter(|name| name.words.len() > words.len() && name.bearer == Bearer::Outlet)
                    .map_or_else(|| plain(self.text.slice(&run)), |name| name.full.clone()),
            );
            return;
        }
        let known = names.fuller(&words, mention.tokens.start).map(|index| &names.all[index]);
        let title_in_phrase = self.role_in_front(&run);
        mention.source_type = Some(match known.map(|name| name.bearer) {
            Some(Bearer::Outlet) => SourceType::NewsOutlet,
            Some(Bearer::Institution) => SourceType::Institution,
            _ if self.is_institution_name(&run) => SourceType::Institution,
            _ if words.len() == 1 && lexicon().is_outlet_word(&words[0]) && self.is_definite() => {
                SourceType::NewsOutlet
            }
            _ if lexicon().is_place(&key_words) => SourceType::Institution,
            bearer => {
                let official = known.is_some_and(|name| name.official);
                let person = bearer == Some(Bearer::Person) || title_in_phrase || !self.has_determiner();
                if official || (title_in_phrase && self.official_in_front(&run)) {
                    SourceType::NamedOfficial
                } else if person {
                    SourceType::NamedPerson
                } else {
                    SourceType::Institution
                }
            }
        });
        let full = known.map_or_else(|| plain(self.text.slice(&run)), |name| longest(name, names));
        mention.entity = Entity::Named(outlet_key(&full));
        mention.name = Some(full);
    }

    /// `head of the Harbour Trust Ann Roe`: without a determiner in front, the last two capitals are the person.
    fn name_behind_role(&self) -> Option<Tokens> {
        let role = self.noun().is_some_and(|noun| noun.class.is_person() && !noun.plural);
        let end = self.tokens.end;
        let capitals = end >= self.core.end + 5
            && (end - 2..end).all(|at| self.is_capital(at) && lexicon().noun(self.word(at)).is_none());
        (role && self.core.end < end && !self.has_determiner() && capitals).then(|| end - 2..end)
    }

    fn has_determiner(&self) -> bool {
        matches!(self.word(self.tokens.start), "the" | "a" | "an")
    }

    /// The run of capitals that is the name: behind a genitive (`CNN's Dana Bash`), without titles in front.
    fn name_run(&self, names: &Names) -> Option<Tokens> {
        let genitive = self.core.clone().rev().find(|at| *at < self.head && self.is_genitive(*at));
        let start = genitive.map_or(self.core.start, |at| at + 1);
        let capital = |at: usize| {
            self.is_capital(at)
                && self.text.tokens[at].kind == TokenKind::Word
                && !matches!(
                    self.word(at),
                    "the"
                        | "a"
                        | "an"
                        | "another"
                        | "one"
                        | "some"
                        | "several"
                        | "many"
                        | "he"
                        | "she"
                        | "it"
                        | "they"
                        | "we"
                        | "i"
                        | "his"
                        | "her"
                        | "their"
                        | "those"
                        | "this"
                        | "both"
                )
        };
        let last = (start..=self.head).rev().find(|at| capital(*at))?;
        // A headline writes every word with a capital, and `the Republican` is no name; `the Post` is one.
        let known_noun = self.noun().is_some_and(|n| n.class != NounClass::Institution)
            && !lexicon().is_outlet_word(self.word(self.head));
        let headline = self.text.block_at(last).is_some_and(|block| block.region == Region::Headline);
        let role = self.word(self.tokens.start) == "the" && self.noun().is_some_and(|n| n.class.is_person());
        if last == self.head
            && known_noun
            && ((headline && self.core.len() == 1) || (role && last == self.core.start + 1))
        {
            return None;
        }
        // At the start of a sentence `Officials` is no name, but a word that is part of a fuller name elsewhere is one.
        let opens = last == self.sentence_start() && last == self.head;
        let known_name = names
            .fuller(&[self.word(last).to_owned()], usize::MAX)
            .is_some_and(|index| names.all[index].words.len() > 1);
        let common = self.noun().is_some_and(|n| n.class != NounClass::Institution)
            || (self.text.tags.get(last) == Some(&Tag::Noun) && self.word(last).ends_with('s'));
        if opens && common && !known_name {
            return None;
        }
        let mut first = last;
        while first > start {
            let before = first - 1;
            let joins = before > start
                && capital(before - 1)
                && (matches!(self.word(before), "of" | "de" | "van" | "von" | "al" | "bin" | "&" | "-"));
            if capital(before) || joins {
                first = before;
            } else {
                break;
            }
        }
        // Titles in front of the name are not the name.
        while first < last {
            let two = format!("{} {}", self.word(first), self.word(first + 1));
            let role = |form: &str| lexicon().noun(form).is_some_and(|noun| noun.class.is_person() && !noun.plural);
            let abbreviated = self.word(first).ends_with('.') && self.word(first).len() > 2;
            if first + 1 < last && role(&two) {
                first += 2;
            } else if role(self.word(first))
                || abbreviated
                || matches!(
                    self.word(first),
                    "former"
                        | "mr"
                        | "mrs"
                        | "ms"
                        | "sir"
                        | "dame"
                        | "rear"
                        | "vice"
                        | "presumptive"
                        | "house"
                        | "campaign"
                        | "ex"
                ) && self.person_follows(first, last)
            {
                first += 1;
            } else {
                break;
            }
        }
        // `Senate Majority Leader Mitch McConnell`: the last role word parts title and name.
        let role_inside = (first..last)
            .rev()
            .find(|at| lexicon().noun(self.word(*at)).is_some_and(|noun| noun.class.is_person() && !noun.plural));
        let first = role_inside.map_or(first, |at| at + 1);
        Some(first..last + 1)
    }

    fn person_follows(&self, first: usize, last: usize) -> bool {
        (first + 1..last).any(|at| lexicon().noun(self.word(at)).is_some_and(|noun| noun.class.is_person()))
            || last > first
    }

    fn sentence_start(&self) -> usize {
        self.text.sentences.get(self.text.sentence_of(self.tokens.start)).map_or(0, |sentence| sentence.start)
    }

    fn role_in_front(&self, run: &Tokens) -> bool {
        (self.tokens.start..run.start).any(|at| {
            lexicon().noun(self.word(at)).is_some_and(|noun| noun.class.is_person())
                || (self.word(at).ends_with('.') && self.is_capital(at))
        })
    }

    fn official_in_front(&self, run: &Tokens) -> bool {
        let former = (self.tokens.start..run.start)
            .any(|at| matches!(self.word(at), "former" | "ex" | "retired" | "presumptive"));
        let office = (self.tokens.start..run.start).any(|at| {
            let next = self.word(at + 1);
            lexicon().noun(self.word(at)).is_some_and(|noun| {
                matches!(noun.class, NounClass::Official | NounClass::Spokesperson | NounClass::Head)
            }) && !matches!(next, "candidate" | "hopeful" | "nominee" | "contender")
                || matches!(self.word(at), "sen." | "rep." | "gov." | "gen." | "lt." | "adm." | "col." | "maj.")
        });
        office && !former
    }

    fn is_institution_name(&self, run: &Tokens) -> bool {
        let institution =
            |at: usize| lexicon().noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Institution);
        let inside = run.clone().any(institution)
            && (run.len() > 1 || self.has_determiner() || self.text.tokens[run.start].all_capitals);
        let acronym = run.len() == 1 && self.text.tokens[run.start].all_capitals && self.text.form(run.start).len() > 1;
        let dotted = run.len() == 1 && self.word(run.start).matches('.').count() > 1;
        let company = matches!(
            self.word(run.end - 1).trim_end_matches('.'),
            "inc" | "corp" | "ltd" | "llc" | "plc" | "gmbh" | "group" | "holdings" | "party"
        );
        // `SoCalGas`, `BisNow`: a capital inside a word is a brand's.
        let brand = run.len() == 1 && is_brand(self.text.form(run.start));
        brand || inside || acronym || dotted || company
    }

    /// The outlet a document belongs to: `the JPost report`, `a report from Bloomberg`.
    fn publisher(&self, names: &Names, run: &Tokens, words: &[String], mention: &mut Mention) {
        let known = names.fuller(words, mention.tokens.start).map(|index| &names.all[index]);
        let outlet = lexicon().outlet(&words.join(" "));
        let is_outlet = outlet.is_some() || known.is_some_and(|name| name.bearer == Bearer::Outlet);
        if is_outlet {
            let full = known
                .filter(|name| name.bearer == Bearer::Outlet)
                .map_or_else(|| plain(self.text.slice(run)), |name| name.full.clone());
            mention.publisher = Some(outlet_key(&full));
            mention.entity = Entity::Named(outlet_key(&full));
            mention.name = Some(full);
        }
    }

    /// A phrase without a name: the head noun and its determiner decide.
    fn described(&self, mention: &mut Mention) {
        mention.source_type = self.described_type();
        if matches!(mention.source_type, Some(SourceType::Unspecified)) {
            mention.entity = Entity::Nobody;
        }
        // `an earlier report from Bloomberg`
        if mention.source_type == Some(SourceType::Document)
            && let Some(from) = (self.core.end..self.tokens.end).find(|at| matches!(self.word(*at), "from" | "in"))
        {
            let rest = from + 1..self.tokens.end;
            let words: Vec<String> =
                rest.clone().filter(|at| self.is_capital(*at)).map(|at| self.word(at).to_owned()).collect();
            if let Some(outlet) = lexicon().outlet(&words.join(" ")) {
                mention.publisher = Some(key(outlet.name));
                mention.entity = Entity::Named(key(outlet.name));
                mention.name = Some(plain(self.text.slice(&rest)));
            }
        }
    }

    fn described_type(&self) -> Option<SourceType> {
        if self.tokens.len() == 1 && self.text.tags.get(self.tokens.start) == Some(&Tag::Pronoun)
            || matches!(self.word(self.head), "he" | "she" | "it" | "they")
        {
            return match self.word(self.tokens.start) {
                "he" | "she" | "one" | "who" => Some(SourceType::RoleOnly),
                "they" | "some" | "many" | "others" | "most" | "several" | "few" => Some(SourceType::VagueCollective),
                "we" | "i" => Some(SourceType::Own),
                "it" | "which" => Some(SourceType::Institution),
                _ => None,
            };
        }
        let first = self.word(self.tokens.start);
        // `one of his advisers`, `26 percent of voters`, `a number of delegates`
        if self.word(self.core.end) == "of" && self.core.end < self.tokens.end {
            let partitive = matches!(first, "one" | "another")
                || matches!(
                    self.word(self.head),
                    "number"
                        | "majority"
                        | "percent"
                        | "handful"
                        | "group"
                        | "couple"
                        | "dozens"
                        | "hundreds"
                        | "some"
                        | "many"
                        | "several"
                        | "most"
                        | "few"
                        | "two"
                        | "three"
                        | "one"
                        | "members"
                        | "%"
                        | "half"
                        | "lot"
                        | "pair"
                        | "all"
                        | "thirds"
                        | "third"
                );
            let inner = Phrase::new(self.text, &(self.core.end + 1..self.tokens.end));
            let inner_type = inner.described_type();
            if partitive && !inner.tokens.is_empty() {
                let people = inner.noun().is_none_or(|noun| noun.class.is_person());
                return Some(match (first, inner_type) {
                    ("one" | "another", _) if people => SourceType::AnonymousIndividual,
                    (_, Some(SourceType::AnonymousCollective)) => SourceType::AnonymousCollective,
                    _ if people => SourceType::VagueCollective,
                    (_, Some(other)) => other,
                    _ => SourceType::VagueCollective,
                });
            }
        }
        let Some(noun) = self.noun() else { return self.guess() };
        let definite = self.is_definite();
        let modified = self.core.len() > 1;
        Some(match noun.class {
            NounClass::Document => SourceType::Document,
            NounClass::Post => SourceType::SocialPost,
            NounClass::Outlet if noun.plural => SourceType::OutletCollective,
            NounClass::Outlet => SourceType::NewsOutlet,
            NounClass::Press => SourceType::OutletCollective,
            // `estimates from the Harbour Institute` have an owner.
            NounClass::Rumour if self.is_owned() => SourceType::Document,
            NounClass::Rumour => self.rumour(),
            NounClass::Institution if noun.plural => SourceType::VagueCollective,
            NounClass::Institution => SourceType::Institution,
            NounClass::Insider if noun.plural => SourceType::AnonymousCollective,
            NounClass::Insider => SourceType::AnonymousIndividual,
            NounClass::Official | NounClass::Head if noun.plural => SourceType::AnonymousCollective,
            NounClass::Spokesperson if noun.plural => SourceType::RoleOnly,
            NounClass::Spokesperson => SourceType::RoleOnly,
            NounClass::Crowd if self.is_indefinite() && !noun.plural => SourceType::AnonymousIndividual,
            NounClass::Crowd if self.describes_insiders() => SourceType::AnonymousCollective,
            NounClass::Crowd => SourceType::VagueCollective,
            NounClass::Profession if noun.plural => {
                let team = definite
                    && matches!(
                        self.word(self.head),
                        "researchers"
                            | "scientists"
                            | "authors"
                            | "investigators"
                            | "lawyers"
                            | "attorneys"
                            | "engineers"
                            | "doctors"
                            | "economists"
                            | "prosecutors"
                    );
                let insiders = matches!(
                    self.word(self.head),
                    "investigators" | "negotiators" | "friends" | "colleagues" | "associates" | "allies"
                );
                if insiders && !team {
                    SourceType::AnonymousCollective
                } else if team {
                    SourceType::RoleOnly
                } else {
                    SourceType::VagueCollective
                }
            }
            NounClass::Official | NounClass::Head | NounClass::Profession => {
                if self.is_indefinite() || !(definite || modified || self.is_capital(self.head)) {
                    SourceType::AnonymousIndividual
                } else {
                    SourceType::RoleOnly
                }
            }
        })
    }

    /// `people familiar with the matter`
    fn describes_insiders(&self) -> bool {
        (self.core.end..self.tokens.end).take(2).any(|at| {
            matches!(self.word(at), "familiar" | "close" | "briefed" | "with" | "privy" | "involved" | "knowledgeable")
        })
    }

    fn is_owned(&self) -> bool {
        matches!(self.word(self.core.end), "from" | "by")
            && self.is_capital(self.core.end + 1)
            && self.core.end < self.tokens.end
    }

    /// Bare `reports` and `estimates` belong to nobody; `media reports` and `reports in the press` to many outlets.
    fn rumour(&self) -> SourceType {
        let press = self.tokens.clone().any(|at| {
            lexicon().noun(self.word(at)).is_some_and(|noun| matches!(noun.class, NounClass::Press | NounClass::Outlet))
                || matches!(self.word(at), "news")
        });
        let exclusive = (self.core.start..self.head).any(|at| matches!(self.word(at), "exclusive"));
        if press || exclusive { SourceType::OutletCollective } else { SourceType::Unspecified }
    }

    /// A noun the lexicon does not know: people by their endings, else a body when it is definite.
    fn guess(&self) -> Option<SourceType> {
        let word = self.word(self.head);
        if !matches!(self.text.tags.get(self.head), Some(Tag::Noun | Tag::ProperNoun)) {
            return None;
        }
        let stem = word.trim_end_matches('s');
        let person = ["er", "or", "ist", "ian", "ant", "man", "woman", "men", "women", "eer", "ee"]
            .iter()
            .any(|ending| stem.ends_with(ending));
        let plural = word.ends_with('s') && !word.ends_with("ss");
        match (person, plural) {
            (true, true) => Some(SourceType::VagueCollective),
            (true, false) if self.is_indefinite() => Some(SourceType::AnonymousIndividual),
            (true, false) => Some(SourceType::RoleOnly),
            _ => None,
        }
    }

    /// `unnamed`, `on condition of anonymity`: the page says that the name is withheld.
    fn anonymity(&self, mention: &mut Mention) {
        let withheld = self
            .tokens
            .clone()
            .any(|at| matches!(self.word(at), "unnamed" | "anonymous" | "unidentified" | "undisclosed"));
        if withheld {
            let plural = self.noun().is_some_and(|noun| noun.plural);
            if matches!(
                mention.source_type,
                Some(
                    SourceType::RoleOnly
                        | SourceType::AnonymousIndividual
                        | SourceType::VagueCollective
                        | SourceType::AnonymousCollective
                ) | None
            ) {
                mention.source_type =
                    Some(if plural { SourceType::AnonymousCollective } else { SourceType::AnonymousIndividual });
            }
        }
        mention.anonymous =
            matches!(mention.source_type, Some(SourceType::AnonymousIndividual | SourceType::AnonymousCollective));
    }
}

/// Whether what hangs on a phrase begins here: a preposition, a participle behind its noun, a relative pronoun, `and`.
fn ends_core(text: &Text, at: usize, start: usize) -> bool {
    let tag = text.tags.get(at).copied().unwrap_or_default();
    let word = text.word(at);
    if text.tokens[at].kind == TokenKind::Open
        || matches!(word, "who" | "which" | "that" | "whose" | "familiar" | "close" | "briefed")
    {
        // `close friends` is no description behind a noun.
        return !matches!(word, "close" | "familiar")
            || matches!(text.tags.get(at - 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Pronoun))
                && text.word(at + 1) != "friends";
    }
    if matches!(word, "and" | "or") {
        // `Privacy and human rights advocates`: a lower-case run goes on to the noun.
        let opens = text.sentences.get(text.sentence_of(start)).is_some_and(|s| s.start == start);
        let shared_noun = opens && at == start + 1 && !text.tokens.get(at + 1).is_some_and(|t| t.capital);
        return !text.tokens[at].capital && !shared_noun && !both_names(text, at);
    }
    let behind_noun = at > start && matches!(text.tags.get(at - 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Pronoun));
    let before_noun = matches!(text.tags.get(at + 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective));
    match tag {
        Tag::Adposition | Tag::SubordinatingConjunction => !text.tokens[at].capital,
        Tag::Particle => word == "to",
        Tag::PastParticiple | Tag::PresentParticiple => behind_noun && !before_noun && !text.tokens[at].capital,
        _ => false,
    }
}

fn is_brand(form: &str) -> bool {
    let mut chars = form.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    let inner = form.chars().skip(2).any(char::is_uppercase) && form.chars().any(char::is_lowercase);
    first && inner && !form.starts_with("Mc") && !form.starts_with("Mac") && !form.contains(['-', '\'', '’'])
}

fn both_names(text: &Text, conjunction: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(|t| t.capital);
    // `Ministry of Health and Safety` goes on; `Reed and Marsh` are two, and the first decides.
    capital(conjunction + 1) && (conjunction >= 2 && text.word(conjunction - 2) == "of")
}

/// The fullest form of a name: a surname's full name where there is one.
fn longest(name: &Name, names: &Names) -> String {
    names.fuller(&name.words, usize::MAX).map_or_else(|| name.full.clone(), |index| names.all[index].full.clone())
}

/// Names are compared in lower case, without a leading `the` and without quotation marks.
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

/// The key of an outlet: its canonical name if the lexicon knows it, else its own.
pub(super) fn outlet_key(name: &str) -> String {
    let own = key(name);
    lexicon().outlet(&own).map_or(own, |outlet| key(outlet.name))
}
