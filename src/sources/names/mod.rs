//! The names of a document: every run of capitalised words, and what the words around it say about its bearer.
//!
//! Collected once over the whole text, so that `Kulit` is `Vadim Kulit` wherever the full name stands.

mod description;
mod run;

use std::collections::{HashMap, HashSet};

use description::{company, describe};
pub(in crate::sources) use description::{field_behind, field_in_front, role_of_two};
use run::{bearer, is_particle, name_from};
pub(in crate::sources) use run::{
    courtesy, has_capital, is_adverb, is_body_title, is_company_ending, is_date, is_past_speech, is_state, joins_name,
    without_titles,
};

use crate::attribution::Tokens;
use crate::document::Region;
use crate::lexicon::{Class, lexicon};
use crate::order;
use crate::sources::mention::Entity;
use crate::sources::typing::{self, Evidence, Gathered, Kind};
use crate::text::{Text, TokenKind};

/// What sort of bearer a name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sources) enum Bearer {
    Person,
    Outlet,
    Institution,
    Unknown,
}

/// A name and what is known about its bearer.
#[derive(Clone, Debug)]
pub(in crate::sources) struct Name {
    /// The fullest form, as the page writes it.
    pub full: String,
    /// Its words in lower case.
    pub words: Vec<String>,
    pub bearer: Bearer,
    /// Whether some mention gives the bearer office or rank, or says that they speak for or head a body.
    pub official: bool,
    /// The offices that make the bearer official, and those that the page calls former ones anywhere.
    offices: HashSet<String>,
    former: HashSet<String>,
    /// Role words the page uses of the bearer: `minister`, `surgeon`, `republican`.
    pub roles: HashSet<String>,
    /// The first mention.
    pub first: Tokens,
    /// Whether that opens a sentence, where any word has a capital.
    opens: bool,
    /// Whether some mention opens none, in running text.
    inside: bool,
    /// Whether a comma stands behind some mention.
    aside: bool,
    /// Whether the page says whose kin the bearer is.
    kin: bool,
    /// How often the page uses this form.
    pub count: usize,
    /// Whether the page calls the bearer he (true) or she (false), by title or role.
    pub male: Option<bool>,
    /// How often the page addresses the bearer as Mrs, and as Mr.
    addressed: [usize; 2],
    /// What the words of the name say about its bearer.
    of_words: Evidence,
    /// What the words around its mentions say about its bearer.
    around: Gathered,
}

impl Name {
    /// Whether it has four words and more, particles left out.
    fn is_long(&self) -> bool {
        self.words.iter().filter(|word| !is_particle(word)).count() > 3
    }

    /// Whether it is one word that only ever opens a sentence.
    pub fn only_opens(&self) -> bool {
        self.words.len() == 1 && self.opens && !self.inside
    }

    /// Whether the page says only that the bearer once held an office.
    pub fn held_once(&self, office: &str) -> bool {
        self.former.contains(office) && !self.offices.contains(office)
    }

    /// What its words and those around its mentions say about its bearer.
    pub fn evidence(&self) -> Evidence {
        self.around.with(self.of_words)
    }

    /// Whether the offices the bearer is called by are all former ones.
    pub fn is_former(&self) -> bool {
        !self.former.is_empty() && self.offices.is_subset(&self.former)
    }

    /// How likely the bearer is one person, 0 to 1.
    pub fn person(&self) -> f32 {
        self.evidence().person()
    }
}

/// `King Charles`, `Sister Agnes`: a title that stands in front of a given name alone.
fn reigns(text: &Text, title: &Tokens, bare: &Tokens) -> bool {
    title.len() == 1 && bare.len() == 1 && text.is_in(title.start, Class::GivenNameTitle)
}

/// Of whom nothing else is known, whoever is less likely than this to be a person is none.
const UNLIKELY: f32 = 0.18;

/// Of whom nothing else is known, whoever is likelier than this to be a person is one.
const LIKELY: f32 = 0.6;

/// Who looks like a person, and is less likely than this to be one, is none.
const VERY_UNLIKELY: f32 = 0.15;

/// A text that introduces fewer people by two words or more may be a part of an article.
const INTRODUCED: usize = 3;

/// A name that is used so many times as often as another is what a short form stands for, whichever came last.
const MUCH_MORE: usize = 2;

/// All names of a document.
#[derive(Debug, Default)]
pub(in crate::sources) struct Names {
    pub all: Vec<Name>,
    by_words: HashMap<String, usize>,
    /// Names by each of their words, in text order; bounded, so that a page of one repeated name stays linear.
    by_word: HashMap<String, Vec<usize>>,
    /// Names by their initials: `idf`, and by initial and last word: `jpost`.
    by_initials: HashMap<String, usize>,
    /// Mentions in text order: first token, name.
    pub mentions: Vec<(Tokens, usize)>,
    /// The first tokens of each name's mentions, in text order.
    places: Vec<Vec<usize>>,
}

impl Names {
    /// Collects the names of a text.
    pub fn collect(text: &Text) -> Self {
        let mut names = Self::default();
        let mut companies = HashSet::new();
        // A headline in Title Case teaches no names that the running text does not have.
        let headlines: Vec<bool> = text.blocks.iter().map(|block| is_title_case(text, block)).collect();
        let all = headlines.iter().all(|headline| *headline);
        for teaches in [true, false] {
            for sentence in &text.sentences {
                let headline = !all && headlines.get(text.block_of(sentence.start)).is_some_and(|headline| *headline);
                if headline == teaches {
                    continue;
                }
                let mut at = sentence.start;
                while at < sentence.end {
                    match name_from(text, at, sentence) {
                        Some(run) => {
                            at = run.end;
                            if teaches {
                                companies.extend(company(text, &run));
                            }
                            names.add(text, &run, sentence, teaches);
                        }
                        None => at += 1,
                    }
                }
            }
        }
        names.without_openers(text);
        order::by(&mut names.mentions, |(tokens, _)| (tokens.start, tokens.end));
        names.places = vec![Vec::new(); names.all.len()];
        for (tokens, index) in &names.mentions {
            names.places[*index].push(tokens.start);
        }
        names.join_couples(text);
        for name in names.all.iter_mut().filter(|name| companies.contains(&name.words.join(" "))) {
            if name.bearer == Bearer::Unknown {
                name.bearer = Bearer::Institution;
            }
        }
        names.join_short_forms();
        // `Secretary Roe`, where the page says `former secretary of the harbour Ann Roe`.
        for name in names.all.iter_mut().filter(|name| name.is_former()) {
            name.official = false;
        }
        names
    }

    /// Where the words alone do not tell what a bearer is, or the evidence is strongly against them, it decides.
    pub fn weigh(&mut self) {
        // A few sentences, as somebody marks them, leave out who somebody is.
        let introduced = |name: &&Name| name.words.len() > 1 && name.bearer == Bearer::Person;
        let introduces = self.all.iter().filter(introduced).count() >= INTRODUCED;
        for index in 0..self.all.len() {
            let full = self.fullest(index);
            let name = &mut self.all[full];
            if introduces && name.evidence().is_alone() {
                name.of_words.note(Kind::Alone, true);
            }
            let person = name.person();
            // `the Times` is an outlet by its word alone.
            let titled = name.words.len() == 1 && lexicon().is_outlet_word(&name.words[0]);
            let settled = match self.all[full].bearer {
                Bearer::Unknown if titled => Bearer::Unknown,
                // `More Important Than Roe`: who is called by four words and more is seldom a person.
                Bearer::Unknown if person < UNLIKELY || person < LIKELY && self.all[full].is_long() => {
                    Bearer::Institution
                }
                Bearer::Unknown if person > LIKELY => Bearer::Person,
                Bearer::Person if person < VERY_UNLIKELY => Bearer::Institution,
                settled => settled,
            };
            self.all[full].bearer = settled;
        }
    }

    fn add(&mut self, text: &Text, run: &Tokens, sentence: &Tokens, teaches: bool) {
        let (title, bare) = without_titles(text, run);
        if bare.is_empty() {
            return;
        }
        let words: Vec<String> = bare
            .clone()
            .filter(|at| text.tokens[*at].kind == TokenKind::Word || text.word(*at) == "&")
            .map(|at| text.word(at).to_owned())
            .collect();
        if words.is_empty() {
            return;
        }
        let key = words.join(" ");
        // `Deputy Prime Minister`, `Special Envoy` name an office, and nobody.
        if is_office(&words) || names_office(text, &title, &bare) {
            return;
        }
        let known = self.by_words.contains_key(&key) || self.fuller(&words, usize::MAX, None).is_some();
        // `Ann Roe` in a headline is whom the text calls Roe.
        let given = || words.len() == 2 && lexicon().is_given_name(&words[0]) && self.by_words.contains_key(&words[1]);
        if !teaches && !known && !given() {
            return;
        }
        let index = *self.by_words.entry(key).or_insert_with(|| {
            self.all.push(Name {
                // `King Charles`, `Pope Leo` go by both.
                full: plain(text.slice(if reigns(text, &title, &bare) { run } else { &bare })),
                bearer: bearer(text, &bare, &words),
                words: words.clone(),
                official: false,
                offices: HashSet::new(),
                former: HashSet::new(),
                roles: HashSet::new(),
                first: bare.clone(),
                inside: false,
                aside: false,
                kin: false,
                opens: (sentence.start..bare.start).all(|at| !text.tokens[at].is_wordlike()),
                count: 0,
                male: words.first().filter(|_| words.len() > 1).and_then(|given| lexicon().is_male_name(given)),
                addressed: [0; 2],
                of_words: typing::of_words(text, &bare, &words),
                around: Gathered::default(),
            });
            for form in initial_forms(&words) {
                self.by_initials.entry(form).or_insert(self.all.len() - 1);
            }
            for word in &words {
                let known = self.by_word.entry(word.clone()).or_default();
                if known.len() < 32 {
                    known.push(self.all.len() - 1);
                }
            }
            self.all.len() - 1
        });
        self.mentions.push((bare.clone(), index));
        let description = describe(text, &title, &bare, sentence);
        let name = &mut self.all[index];
        // `MOSCOW (TASS) - … Moscow said`: a dateline is written in capitals.
        let shouted = name.full.len() > 4 && !name.full.contains(char::is_lowercase);
        if shouted && text.slice(&bare).contains(char::is_lowercase) {
            name.full = plain(text.slice(&bare));
        }
        name.count += 1;
        name.aside |= text.tokens.get(bare.end).is_some_and(|next| next.kind == TokenKind::Comma);
        name.inside |= teaches && (sentence.start..bare.start).any(|at| text.tokens[at].is_wordlike());
        name.around.add(typing::around(text, &title, &bare, sentence));
        name.official |= description.official;
        if description.outlet && matches!(name.bearer, Bearer::Unknown) {
            name.bearer = Bearer::Outlet;
        }
        // `Coach Tim Church`
        let titled = !title.is_empty() && words.len() == 2 && lexicon().is_given_name(&words[0]);
        if description.person && (titled || matches!(name.bearer, Bearer::Unknown)) {
            name.bearer = Bearer::Person;
        }
        name.kin |= description.kin;
        name.male = description.male.or(name.male).or(description.man.then_some(true));
        if let Some(male) = description.courtesy {
            name.addressed[usize::from(male)] += 1;
        }
        name.roles.extend(description.roles);
        name.offices.extend(description.offices);
        name.former.extend(description.former);
    }

    /// The name of an entity.
    pub fn by_key(&self, entity: &Entity) -> Option<&Name> {
        let Entity::Named(key) = entity else { return None };
        self.by_words.get(key).map(|index| &self.all[*index])
    }

    /// The mention of a name that ends with a token.
    pub fn ending(&self, last: usize) -> Option<&(Tokens, usize)> {
        let place = self.mentions.partition_point(|(tokens, _)| tokens.start <= last).checked_sub(1)?;
        Some(&self.mentions[place]).filter(|(tokens, _)| tokens.end == last + 1)
    }

    /// Whether the name that ends with a token is likely a person's.
    pub fn is_person_at(&self, last: usize) -> bool {
        self.ending(last).is_some_and(|(_, name)| {
            let name = &self.all[self.fullest(*name)];
            name.bearer == Bearer::Person || name.bearer == Bearer::Unknown && name.person() > LIKELY
        })
    }

    /// The bare name that ends with a token.
    pub fn ending_with(&self, last: usize) -> Option<&Tokens> {
        self.ending(last).map(|(tokens, _)| tokens)
    }

    /// `Pregnant Ann Roe leaves`: what only headings have in front of a name, as their first word, is no part of it.
    fn without_openers(&mut self, text: &Text) {
        let mut in_text = vec![false; self.all.len()];
        for (tokens, index) in &self.mentions {
            let region = text.block_at(tokens.start).map(|block| block.region);
            in_text[*index] |= !matches!(region, Some(Region::Headline | Region::Subheading));
        }
        let mut bare = vec![None; self.all.len()];
        for index in 0..self.all.len() {
            let name = &self.all[index];
            let opens = name.opens && !name.inside && name.words.len() > 2 && !lexicon().is_given_name(&name.words[0]);
            if in_text[index] || !opens {
                continue;
            }
            bare[index] = self.by_words.get(&name.words[1..].join(" ")).copied();
            if bare[index].is_some() {
                self.by_words.remove(&name.words.join(" "));
                for word in &name.words {
                    self.by_word.entry(word.clone()).or_default().retain(|known| *known != index);
                }
            }
        }
        self.by_initials.retain(|_, index| bare[*index].is_none());
        for (tokens, index) in &mut self.mentions {
            while let Some(without) = bare[*index] {
                *tokens = tokens.start + 1..tokens.end;
                *index = without;
            }
        }
    }

    /// `Anna and Rolf Lund`: whom the page calls Anna elsewhere is Anna Lund.
    fn join_couples(&mut self, text: &Text) {
        for pair in self.mentions.windows(2) {
            let [(first, given), (second, full)] = pair else { continue };
            let full = &self.all[*full];
            let couple = first.end + 1 == second.start
                && text.word(first.end) == "and"
                && self.all[*given].words.len() == 1
                && full.words.len() == 2
                && lexicon().is_given_name(&self.all[*given].words[0])
                && self.fullest(*given) == *given;
            if couple {
                let surname = text.form(second.end - 1);
                let shared = format!("{} {surname}", self.all[*given].full);
                let key = text.word(second.end - 1).to_owned();
                let name = &mut self.all[*given];
                name.full = shared;
                name.bearer = Bearer::Person;
                name.male = lexicon().is_male_name(&name.words[0]);
                name.words.push(key.clone());
                // `Mrs Lund` is one of the two.
                let bearers = self.by_word.entry(key).or_default();
                bearers.push(*given);
                order::by(bearers, |index| (*index, 0));
            }
        }
    }

    /// What a full name is known to be holds for its short forms too, and the other way round.
    fn join_short_forms(&mut self) {
        for index in 0..self.all.len() {
            let full = self.fullest(index);
            if full == index {
                continue;
            }
            let short = self.all[index].clone();
            let name = &mut self.all[full];
            name.official |= short.official;
            name.male = name.male.or(short.male);
            name.roles.extend(short.roles);
            name.offices.extend(short.offices);
            name.former.extend(short.former);
            name.around.join(&short.around);
            if name.bearer == Bearer::Unknown {
                name.bearer = short.bearer;
            }
        }
    }

    /// Whether a person on the page bears this name as a part of a longer one.
    pub fn is_surname(&self, words: &[String], before: usize) -> bool {
        self.fuller(words, before, None)
            .map(|index| &self.all[index])
            .is_some_and(|name| name.bearer == Bearer::Person && name.words.len() > words.len())
    }

    /// Whether a word is a whole name where no sentence begins.
    pub fn stands_inside(&self, word: &str) -> bool {
        self.by_words.get(word).is_some_and(|index| self.all[*index].inside)
    }

    /// Whether a name, by its words in lower case, is an outlet's.
    pub fn is_outlet(&self, words: &str) -> bool {
        self.by_words.get(words).is_some_and(|index| self.all[*index].bearer == Bearer::Outlet)
    }

    /// Whether the page treats the bearer of a short name as a body, whoever else has it: `Kaptein says its report`.
    pub fn acts_as_body(&self, words: &[String]) -> bool {
        self.by_words.get(&words.join(" ")).is_some_and(|index| self.all[*index].evidence().has_its())
    }

    /// Takes note of which names are outlets', in the order of the names.
    pub fn are_outlets(&mut self, outlets: &[bool]) {
        for (name, _) in self.all.iter_mut().zip(outlets).filter(|(_, outlet)| **outlet) {
            name.bearer = Bearer::Outlet;
        }
    }

    /// The fullest name that a run of words is a short form of: a surname, the last word of a title, initials.
    /// Prefers one that was mentioned before token `before`, and leaves out who is known to be a man where `male` says
    /// no, and the other way round.
    pub fn fuller(&self, words: &[String], before: usize, male: Option<bool>) -> Option<usize> {
        let exact = self.by_words.get(&words.join(" ")).copied();
        let last = words.last()?;
        // `Ann Roe` is whole: a longer run that ends so has caught other words, as in a headline.
        let whole = words.len() > 1 && lexicon().is_given_name(&words[0]);
        let candidates = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        // `Mr. Vey said`, where somebody else of that name is known, or was before his brother, Jan Vey, came in.
        let others = candidates.iter().filter(|index| self.all[**index].words.len() > 1).count() > 1;
        let known_before = |name: &Name| exact.is_some_and(|short| self.all[short].first.start < name.first.start);
        let of_another = |name: &Name| name.kin && words.len() == 1 && (others || known_before(name));
        let fits = |index: &&usize| {
            let name = &self.all[**index];
            name.words.len() > words.len()
                && !whole
                && ends_with(&name.words, words)
                && !matches!(name.bearer, Bearer::Institution)
                && !of_another(name)
                && male.is_none_or(|male| name.male.is_none_or(|known| known == male))
        };
        // `Lee Roe`, where an Ann Roe and a Tom Lee are named, may be their firm.
        let firm = |index: &&usize| {
            let front = &self.all[**index].words[0];
            let bears = |other: &usize| {
                let other = &self.all[*other];
                other.words.len() > 1 && other.words.last() == Some(front) && other.bearer == Bearer::Person
            };
            self.all[**index].words.len() == 2 && self.by_word.get(front).is_some_and(|all| all.iter().any(bears))
        };
        let alone = candidates.iter().filter(fits).all(|index| firm(&index));
        // `Real Donald Roe`, `Top Roe aides said`, where the page names Donald Roe: the run has caught other words.
        let given = |index: &usize| lexicon().is_given_name(&self.all[*index].words[0]);
        let caught = |index: &&usize| {
            let name = &self.all[**index];
            !given(index)
                && candidates.iter().filter(fits).filter(|other| given(other)).any(|other| {
                    let other = &self.all[*other];
                    let often = if name.opens { usize::from(!is_known_word(&name.words[0])) } else { MUCH_MORE };
                    ends_with(&name.words, &other.words) || name.count == 1 && other.count > often
                })
        };
        let fits = |index: &&usize| fits(index) && (alone || !firm(index)) && !caught(index);
        let earlier = || candidates.iter().filter(fits).filter(|index| self.all[**index].first.start < before);
        // Whoever came last, unless somebody else is what the page is about.
        let latest = earlier().next_back().map(|last| {
            let often = |index: &usize| self.standing(*index, words, *last) > MUCH_MORE * self.all[*last].count;
            earlier()
                .filter(|index| often(index))
                .max_by_key(|index| self.standing(**index, words, *last))
                .unwrap_or(last)
        });
        let by_suffix = latest.or_else(|| candidates.iter().find(fits)).copied();
        by_suffix
            .or_else(|| self.by_initials(words, before))
            .or_else(|| self.by_part(words, before))
            .or_else(|| self.by_front(words, before))
            .or_else(|| self.by_beginning(words, before))
            .or(exact)
    }

    /// How often a page has spoken of somebody: by the full name, and by the short one before it named `newcomer` in full.
    fn standing(&self, index: usize, short: &[String], newcomer: usize) -> usize {
        let name = &self.all[index];
        let until = self.all[newcomer].first.start;
        let places = self.by_words.get(&short.join(" ")).and_then(|short| self.places.get(*short));
        let before = |at: usize| places.map_or(0, |places| places.partition_point(|place| *place < at));
        name.count + before(until).saturating_sub(before(name.first.start))
    }

    /// The sex of whoever a surname without courtesy stands for, where two people bear it and the page says Mrs to her, or
    /// Mr to him, and nothing to the other. A page that does so once in a while tells nothing.
    pub fn sex_without_courtesy(&self, words: &[String]) -> Option<bool> {
        let [surname] = words else { return None };
        let name = &self.all[*self.by_words.get(surname)?];
        let other = match name.addressed {
            [her, 0] if her * MUCH_MORE >= name.count => true,
            [0, him] if him * MUCH_MORE >= name.count => false,
            _ => return None,
        };
        let bears = |index: &usize| {
            let name = &self.all[*index];
            name.words.len() > 1 && name.words.last() == Some(surname) && name.male == Some(other)
        };
        self.by_word.get(surname)?.iter().any(bears).then_some(other)
    }

    /// The fullest form that a name has anywhere on the page; itself if there is none.
    pub fn fullest(&self, index: usize) -> usize {
        let name = &self.all[index];
        self.fuller(&name.words, usize::MAX, name.male).unwrap_or(index)
    }

    /// `Zulhilmi` for `Zulhilmi Karim Bakri`: any word of the one longer name of a person that holds it.
    fn by_part(&self, words: &[String], before: usize) -> Option<usize> {
        let [short] = words else { return None };
        let common = lexicon().is_place(short) || lexicon().noun(short).is_some() || typing::ends_as_people(short);
        if common {
            return None;
        }
        let longer = |index: &&usize| {
            let name = &self.all[**index];
            let somebody = name.words.last().is_some_and(|last| lexicon().noun(last).is_none());
            name.words.len() > 1 && somebody && name.bearer == Bearer::Person && name.first.start < before
        };
        let mut found = self.by_word.get(short)?.iter().filter(longer);
        let one = found.next()?;
        found.next().is_none().then_some(*one)
    }

    /// `Halvorsen` for `Halvorsen Rail`: the one body whose longer name begins so, where nobody bears the short one.
    fn by_front(&self, words: &[String], before: usize) -> Option<usize> {
        let [short] = words else { return None };
        let own = self.by_words.get(short).map(|index| &self.all[*index]);
        let other = own.is_some_and(|own| {
            own.official || matches!(own.bearer, Bearer::Outlet) || own.male.is_some() || own.evidence().is_elsewhere()
        });
        let common = lexicon().is_place(short) || lexicon().noun(short).is_some() || lexicon().is_given_name(short);
        if other || common || typing::ends_as_people(short) {
            return None;
        }
        let longer = |index: &&usize| self.all[**index].words.len() > 1 && self.all[**index].words[0] == *short;
        let mut found = self.by_word.get(short)?.iter().filter(longer);
        let one = found.next().filter(|index| {
            let name = &self.all[**index];
            let last = name.words.last().map_or("", String::as_str);
            let evidence = name.evidence();
            let company = is_company_ending(last)
                || lexicon().is_in(last, Class::AnyBody)
                || evidence.is_firm()
                || evidence.has_its();
            name.bearer == Bearer::Institution && company && name.first.start < before
        })?;
        found.next().is_none().then_some(*one)
    }

    /// `Sharif Nasser` for `Sharif Nasser Bani-Vey`, `Melba Ruiz` for `Melba Ruiz Falk`: the one person whose longer name
    /// begins so.
    fn by_beginning(&self, words: &[String], before: usize) -> Option<usize> {
        let first = words.first().filter(|_| words.len() > 1)?;
        let own = self.by_words.get(&words.join(" ")).map_or(usize::MAX, |own| self.all[*own].first.start);
        let longer = |index: &&usize| {
            let name = &self.all[**index];
            name.words.len() > words.len()
                && name.words.starts_with(words)
                && name.bearer == Bearer::Person
                // A headline goes on with what the person does, and without a comma.
                && name.words.len() == words.len() + 1
                && name.aside
                && name.first.start < own.min(before)
        };
        let mut found = self.by_word.get(first)?.iter().filter(longer);
        let one = found.next()?;
        found.next().is_none().then_some(*one)
    }

    /// `JPost` for `Jerusalem Post`, `IDF` for `Israel Defense Forces`.
    fn by_initials(&self, words: &[String], before: usize) -> Option<usize> {
        let [short] = words else { return None };
        // `AP` is the agency, whatever else has these initials.
        let outlet = lexicon().outlet(short);
        let same = |name: &Name| {
            outlet.is_none_or(|outlet| {
                lexicon().outlet(&name.words.join(" ")).is_some_and(|full| full.name == outlet.name)
            })
        };
        self.by_initials
            .get(short)
            .copied()
            .filter(|index| self.all[*index].first.start < before && same(&self.all[*index]))
    }
}

/// Whether words are an office and no name: `Prime Minister`, but not `Ann Bishop`.
fn is_office(words: &[String]) -> bool {
    let [.., before, last] = words else { return false };
    let office = |form: &str| lexicon().noun(form).is_some_and(|noun| noun.class.is_office());
    let part = lexicon().classes(before).has(Class::OfficePart);
    !lexicon().is_given_name(&words[0]) && (office(&format!("{before} {last}")) || part && office(last))
}

/// `The National President of the Forum`, `the Deputy Chairman`: capitals that say what somebody is.
fn names_office(text: &Text, title: &Tokens, bare: &Tokens) -> bool {
    let first = text.word(bare.start);
    let article =
        [Some(title.start), title.start.checked_sub(1)].into_iter().flatten().any(|at| text.is_in(at, Class::Article));
    let field = matches!(text.word(bare.end), "of" | "for");
    let alone = !title.is_empty() && bare.len() == 1;
    let office = lexicon().noun(text.word(bare.end - 1)).is_some_and(|noun| !noun.plural && noun.class.is_office());
    article && office && (field || alone) && !lexicon().is_given_name(first)
}

/// Whether the lexicon knows a word by what it means: a verb, a noun.
fn is_known_word(word: &str) -> bool {
    lexicon().verb(word).is_some() || lexicon().noun(word).is_some()
}

/// Whether a block is written in Title Case: most of its words have a capital, and it ends without a full stop.
fn is_title_case(text: &Text, block: &Tokens) -> bool {
    let stops = block.clone().next_back().is_some_and(|last| text.word(last) == ".");
    let words = || block.clone().filter(|at| text.tokens[*at].kind == TokenKind::Word && text.form(*at).len() > 3);
    let capitals = words().filter(|at| text.tokens[*at].capital).count();
    let all = words().count();
    // Two capitals may be a name that stands alone: `Ann Roe`.
    !stops && all > 2 && capitals * 10 > all * 7
}

/// The short forms that initials make of a name of several words.
fn initial_forms(words: &[String]) -> Vec<String> {
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    match words {
        [] | [_] => Vec::new(),
        [first, last] => vec![initials, format!("{}{last}", first.chars().next().unwrap_or_default())],
        _ => vec![initials],
    }
}

fn ends_with(full: &[String], short: &[String]) -> bool {
    full.ends_with(short)
        || (short.len() == 1
            && full.len() > 2
            && full[1..].contains(&short[0])
            && full[0] != short[0]
            && is_particle(&full[full.len() - 2]))
}

/// A name without line breaks, soft hyphens and doubled spaces.
pub(in crate::sources) fn plain(name: &str) -> String {
    let joined = name.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().filter(|c| *c != '\u{ad}').collect()
}
