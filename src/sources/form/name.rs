//! Mentions that hold a proper name: which words are the name, and what sort of bearer it has.
//!
//! Titles and roles in front of a name are not the name; a lower-case noun behind it decides over it.

use super::phrase::Phrase;
use super::{key, outlet_key};
use crate::attribution::Tokens;
use crate::document::Region;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::{
    Bearer, Name, Names, courtesy, is_adverb, is_body_title, is_company_ending, is_date, is_past_speech, is_state,
    joins_name, plain, without_titles,
};
use crate::sources::typing::is_brand;
use crate::text::{Tag, TokenKind};

impl Phrase<'_> {
    /// A programme by its title: `ABC's "Good Morning"`, `the podcast "Low Tide"`.
    pub(super) fn programme(&self, mention: &mut Mention) {
        let quote = self.tokens.clone().find(|at| self.text.tokens[*at].kind == TokenKind::DoubleQuote);
        // `“Low Tide” host Ann Roe` begins with the title.
        let Some(quote) = quote.filter(|quote| *quote > self.tokens.start) else { return };
        let before = quote - 1;
        let outlet_before = self.is_genitive(before) && lexicon().outlet(self.word(before.saturating_sub(1))).is_some();
        let kind_before = lexicon().noun(self.word(before)).is_some_and(|noun| noun.class == NounClass::Outlet);
        if outlet_before || kind_before {
            let from = if outlet_before { self.tokens.start } else { quote };
            let is_mark = |at: &usize| self.text.tokens[*at].kind == TokenKind::DoubleQuote;
            let close = (quote + 1..self.tokens.end).find(is_mark).unwrap_or(self.tokens.end);
            let before = if from < quote { plain(self.text.slice(&(from..quote))) + " " } else { String::new() };
            let name = before + &plain(self.text.slice(&(quote + 1..close)));
            let name = name.trim_end_matches(['.', ',']).to_owned();
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.entity = Entity::Named(key(&name));
            mention.name = Some(name);
        }
    }

    /// A proper name, with or without roles around it.
    pub(super) fn named(&self, names: &Names, mention: &mut Mention) {
        let Some(run) = self.name_behind_role(names).or_else(|| self.name_run(names)) else { return };
        let words: Vec<String> = run
            .clone()
            .filter(|at| self.text.tokens[*at].kind != TokenKind::Clitic)
            .map(|at| self.word(at).to_owned())
            .collect();
        let key_words = words.join(" ");
        // `state TV`: a word for outlets that only looks like a name.
        let noun = lexicon().noun(&key_words).is_some_and(|noun| noun.class == NounClass::Outlet);
        let in_front = run.start.checked_sub(1).filter(|before| self.core.contains(before));
        let modified = in_front.is_some_and(|at| matches!(self.text.tags[at], Tag::Noun | Tag::Adjective));
        // `State TV said`: the capital only opens the sentence.
        let opens = run.start == self.sentence_start() && run.len() > 1;
        if noun && (opens || modified && self.text.tokens[run.start].all_capitals) {
            return;
        }
        // Behind the name a lower-case noun decides: `the Courier report`, `Scientology officials`.
        if run.end <= self.head && !self.is_capital(self.head) && self.text.tokens[self.head].kind == TokenKind::Word {
            self.described(mention);
            match mention.source_type {
                Some(SourceType::Document) => self.publisher(names, &run, &words, mention),
                // `the Post and Courier newspaper`, `the Lowby-based Al-Rafid newspaper`
                Some(SourceType::NewsOutlet)
                    if run.end == self.head
                        && !self.is_genitive(run.start.saturating_sub(1))
                        && lexicon().noun(&format!("{key_words} {}", self.word(self.head))).is_none() =>
                {
                    let based = |at: &usize| self.word(*at).ends_with("-based");
                    let first = run.clone().rev().find(based).map_or(run.start, |based| based + 1);
                    let name = first..run.end;
                    let apart = (first > run.start || based(&run.start.saturating_sub(1))) && !name.is_empty();
                    if apart || words.iter().any(|word| lexicon().is_outlet_word(word)) {
                        mention.name = Some(plain(self.text.slice(&name)));
                        mention.entity = Entity::Named(outlet_key(&self.joined(&name)));
                    }
                }
                _ => {}
            }
            return;
        }
        // `Bloomberg`, where the page speaks of Michael Bloomberg.
        let surname = names.is_surname(&words, mention.tokens.start) && !names.acts_as_body(&words);
        if let Some(outlet) = lexicon().outlet(&key_words).filter(|_| !surname) {
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.entity = Entity::Named(key(outlet.name));
            let fuller = names.fuller(&words, mention.tokens.start, None).map(|index| &names.all[index]);
            mention.name = Some(
                fuller
                    .filter(|name| name.words.len() > words.len() && name.bearer == Bearer::Outlet)
                    .map_or_else(|| plain(self.text.slice(&run)), |name| name.full.clone()),
            );
            return;
        }
        let male = run.start.checked_sub(1).and_then(|title| courtesy(self.text.word(title)));
        // A headline leaves out courtesies.
        let heading = || {
            let region = self.text.block_at(run.start).map(|block| block.region);
            matches!(region, Some(Region::Headline | Region::Subheading))
        };
        let male = male.or_else(|| names.sex_without_courtesy(&words).filter(|_| !heading()));
        let known = names.fuller(&words, mention.tokens.start, male);
        let full =
            known.map_or_else(|| plain(self.text.slice(&run)), |index| names.all[names.fullest(index)].full.clone());
        let known = known.map(|index| &names.all[index]);
        let title_in_phrase = self.role_in_front(&run);
        // `the Republic of Norland`
        let of_a_land = self.word(run.end) == "of" && self.is_capital(run.end + 1);
        mention.source_type = Some(match known.map(|name| name.bearer) {
            Some(Bearer::Outlet) => SourceType::NewsOutlet,
            _ if ends_as_paper(&words) => SourceType::Document,
            // `the weekly Al-Rafid`, `the local station KTRN`
            _ if self.outlet_in_front(&run) => SourceType::NewsOutlet,
            // `Facebook said`: a platform is a medium by which others speak, and a company where it speaks.
            _ if lexicon().is_in(&key_words, Class::Platform) => SourceType::Institution,
            // `the relief group Open Hand`
            _ if !lexicon().is_given_name(&words[0]) && self.body_in_front(&run) => SourceType::Institution,
            // `Ernst & Young`
            _ if run.clone().any(|at| self.word(at) == "&") => SourceType::Institution,
            _ if self.is_family(names, &words) => SourceType::NamedPerson,
            Some(Bearer::Institution) => SourceType::Institution,
            bearer if bearer != Some(Bearer::Person) && self.is_institution_name(&run) => SourceType::Institution,
            None if words.len() == 1
                && lexicon().noun(&words[0]).is_some_and(|noun| noun.class == NounClass::Institution) =>
            {
                SourceType::Institution
            }
            _ if words.len() == 1 && lexicon().is_outlet_word(&words[0]) && self.is_definite() && !of_a_land => {
                SourceType::NewsOutlet
            }
            _ if lexicon().is_place(&key_words) => SourceType::Institution,
            bearer => {
                let official = known.is_some_and(|name| name.official);
                let person = bearer == Some(Bearer::Person) || title_in_phrase || !self.has_determiner();
                let former = known.is_some_and(Name::is_former);
                if official || (title_in_phrase && !former && self.official_in_front(&run)) {
                    SourceType::NamedOfficial
                } else if person {
                    SourceType::NamedPerson
                } else {
                    SourceType::Institution
                }
            }
        });
        let full = match self.shared_surname(&run) {
            Some(surname) if !full.ends_with(surname) => format!("{full} {surname}"),
            _ => full,
        };
        mention.entity = Entity::Named(outlet_key(&full));
        mention.name = Some(full);
    }

    /// `Anna and Rolf Lund`: the surname of the second is the first one's too, who alone decides what the mention is.
    fn shared_surname(&self, run: &Tokens) -> Option<&str> {
        let surname = run.end + 2;
        let couple = run.len() == 1
            && lexicon().is_given_name(self.word(run.start))
            && self.word(run.end) == "and"
            && surname < self.tokens.end
            && self.is_capital(run.end + 1)
            && self.is_capital(surname);
        couple.then(|| self.text.form(surname))
    }

    /// `the Lunds`, where a Lund is named.
    fn is_family(&self, names: &Names, words: &[String]) -> bool {
        let [word] = words else { return false };
        let surname = word.strip_suffix("es").into_iter().chain(word.strip_suffix('s'));
        self.word(self.tokens.start) == "the"
            && surname
                .filter_map(|surname| names.fuller(&[surname.to_owned()], usize::MAX, None))
                .any(|index| names.all[index].bearer == Bearer::Person && names.all[index].words.len() > 1)
    }

    /// `head of the Harbour Trust Ann Roe`: without a determiner in front, the last two capitals are the person.
    pub(super) fn name_behind_role(&self, names: &Names) -> Option<Tokens> {
        let role = self.noun().is_some_and(|noun| noun.class.is_person() && !noun.plural);
        let end = self.tokens.end;
        // `Secretary of State Ida Lund`: the name stands behind the field of the office.
        let office = role && self.is_capital(self.head) && self.core.end < end;
        let all = || (self.core.end + 1..end).all(|at| self.is_capital(at));
        let behind = names.ending_with(end - 1).filter(|name| office && all() && name.start > self.core.end + 1);
        if let Some(name) = behind {
            return Some(name.clone());
        }
        // `a driver who gave his name as Tom Vey`, `a man who called himself Vey`
        let calls = |at: usize| self.word(at) == "name" || self.is_in(at, Class::ReflexivePronoun);
        let called = (self.core.end + 1..end).any(calls);
        if let Some(name) = names.ending_with(end - 1).filter(|name| called && name.start > self.core.end + 2) {
            let within = (self.core.end..name.start).rev().take(2).any(|at| self.word(at) == "as" || calls(at));
            if within {
                return Some(name.clone());
            }
        }
        // `the head of the Harbour Trust, Ann Roe`
        let comma = (self.core.end..end).rev().find(|at| self.text.tokens[*at].kind == TokenKind::Comma);
        // `one of its sponsors, Rep. Ann Roe`
        let one = self.word(self.tokens.start) == "one" && self.word(self.tokens.start + 1) == "of";
        let last = names.ending_with(end - 1).filter(|name| name.len() > 1);
        // `the mover of the motion, Lowby councillor Ann Roe`: nobody knows what a mover is, but a name says it.
        let unknown = || self.word(self.tokens.start) == "the" && self.noun().is_none() && names.is_person_at(end - 1);
        let called = |at: usize| lexicon().noun(self.word(at)).is_some_and(|noun| noun.class.is_person());
        if let Some((comma, name)) = comma.zip(last)
            && (one || role || unknown())
            && name.start > comma
            && (comma + 1..name.start).all(|at| self.is_capital(at) || called(at))
        {
            return Some(name.clone());
        }
        // `Roe's father and agent, Joao`: one word is enough for kin.
        if let Some(name) = comma.map(|comma| comma + 1..end)
            && role
            && (name.len() > 1 || name.len() == 1 && self.is_possessed())
            && name.clone().all(|at| self.is_capital(at) && lexicon().noun(self.word(at)).is_none())
        {
            return Some(name);
        }
        // `counsel to the inquiry Ann Roe KC`
        let end = end - usize::from(self.is_in(end - 1, Class::PostNominal) && end > self.core.end + 3);
        let capitals = end >= self.core.end + 5
            && (end - 2..end).all(|at| self.is_capital(at) && lexicon().noun(self.word(at)).is_none());
        (role && self.core.end < end && !self.has_determiner() && capitals).then(|| end - 2..end)
    }

    /// The run of capitals that is the name: behind a genitive (`CNN's Dana Bash`), without titles in front.
    pub(super) fn name_run(&self, names: &Names) -> Option<Tokens> {
        let genitive = self.core.clone().rev().find(|at| *at < self.head && self.is_genitive(*at));
        // `Orle Women's Shelter`: the genitive is a part of the name.
        let whole = names
            .ending_with(self.head)
            .filter(|name| name.start >= self.core.start && genitive.is_some_and(|at| name.contains(&at)));
        if let Some(name) = whole {
            return Some(name.clone());
        }
        let start = genitive.map_or(self.core.start, |at| at + 1);
        // `Retailer Orle Stores`
        let start = start + usize::from(is_body_title(self.text, start) && start < self.head);
        let capital = |at: usize| {
            self.is_capital(at)
                && self.text.tokens[at].kind == TokenKind::Word
                && !is_date(self.word(at))
                && !(at > start && self.is_in(at, Class::PostNominal))
                && !self.is_in(at, Class::PhraseOpener)
        };
        let last = (start..=self.head).rev().find(|at| capital(*at))?;
        if last == self.core.start && is_state(self.text, last) {
            return None;
        }
        // A headline writes every word with a capital, and `the Republican` is no name; `the Post` is one.
        let known_noun = self.noun().is_some_and(|n| n.class != NounClass::Institution)
            && !lexicon().is_outlet_word(self.word(self.head));
        let headline = self.text.block_at(last).is_some_and(|block| block.region == Region::Headline);
        let role = self.word(self.tokens.start) == "the" && self.noun().is_some_and(|n| n.class.is_person());
        // `Republicans`, `a New Hampshire Democrat`: a word for people, whatever its capital.
        let people = self.noun().is_some_and(|n| n.class.is_person() && (n.plural || self.is_indefinite()));
        // `Roe's Son`, `Norland's Ambassador to Tarvia`: what somebody is to another, whatever its capital.
        let related = genitive.is_some() && start == last && self.noun().is_some_and(|n| n.class.is_person());
        if last == self.head && related {
            return None;
        }
        // `the South Carolina Republican`
        let partisan = role && self.is_in(self.head, Class::Partisan);
        // `The National President of the Forum`, `the Executive Director`: an office, whatever its capitals.
        // `the Department of Justice` is a body.
        let field = (self.core.start..self.head).any(|at| matches!(self.word(at), "of" | "for"));
        let office = role && known_noun && !field && self.noun().is_some_and(|n| n.class.is_office() && !n.plural);
        // `a Labour MP`
        let member = self.is_indefinite() && self.is_in(self.head, Class::PostNominal);
        if (last == self.head || member) && (people || partisan || office) {
            return None;
        }
        if last == self.head
            && known_noun
            && ((headline && self.core.len() == 1) || (role && last == self.core.start + 1))
        {
            return None;
        }
        // At the start of a sentence `Officials` is no name, but a word that is part of a fuller name elsewhere is one.
        let opens = last == self.sentence_start() && last == self.head;
        let known_name = names
            .fuller(&[self.word(last).to_owned()], usize::MAX, None)
            .is_some_and(|index| names.all[index].words.len() > 1)
            || names.stands_inside(self.word(last));
        let common = self.noun().is_some_and(|n| n.class != NounClass::Institution)
            || (self.text.tags.get(last) == Some(&Tag::Noun) && self.word(last).ends_with('s'));
        // The tagger takes many a name that opens a sentence for an adverb.
        let no_noun = matches!(
            self.text.tags.get(last),
            Some(
                Tag::Pronoun
                    | Tag::Determiner
                    | Tag::Adposition
                    | Tag::Numeral
                    | Tag::CoordinatingConjunction
                    | Tag::SubordinatingConjunction
            )
        );
        let nobody = self.is_in(last, Class::NeverName);
        // `Percentage of voters`, `Significantly`
        let word =
            self.text.tags.get(last) == Some(&Tag::Noun) && self.word(last + 1) == "of" || is_adverb(self.word(last));
        if opens && (common || no_noun || nobody || word) && !known_name {
            return None;
        }
        // What opens a sentence may be a name that its tag does not tell: `Ilse` of `Ilse Marn`.
        let opening = |name: &Tokens| {
            name.start == self.sentence_start() + 1
                && name.start > start
                && capital(name.start - 1)
                && !is_past_speech(self.text, name.start - 1)
        };
        if let Some(name) = names.ending_with(last).filter(|name| name.start >= start && !opening(name)) {
            return Some(name.clone());
        }
        let mut first = last;
        while first > start {
            let before = first - 1;
            let joins = joins_name(self.text, before)
                || before > start
                    && capital(before - 1)
                    && (self.is_in(before, Class::NameParticle)
                        || self.word(before) == "of"
                        || self.word(before) == "&"
                        || self.word(before) == "-");
            if capital(before) || joins {
                first = before;
            } else {
                break;
            }
        }
        Some(without_titles(self.text, &(first..last + 1)).1)
    }

    /// `the Tribune's report` belongs to the Tribune.
    pub(super) fn possessing_outlet(&self, names: &Names, mention: &mut Mention) {
        let genitive = self.core.clone().find(|at| self.is_genitive(*at));
        let document = mention.source_type == Some(SourceType::Document) && mention.publisher.is_none();
        let Some(genitive) = genitive.filter(|_| document) else { return };
        let run = (self.core.start..genitive).find(|at| self.is_capital(*at) && !self.has_determiner_at(*at));
        if let Some(run) = run.map(|start| start..genitive) {
            let words: Vec<String> = run.clone().map(|at| self.word(at).to_owned()).collect();
            self.publisher(names, &run, &words, mention);
        }
    }

    fn has_determiner_at(&self, at: usize) -> bool {
        self.is_in(at, Class::Article)
    }

    /// Whether the words in front of a name call its bearer a news outlet.
    fn outlet_in_front(&self, run: &Tokens) -> bool {
        let outlet =
            |form: &str| lexicon().noun(form).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
        // Right in front: a `radio host`, a `television star` and the `paper's` Ann Roe are none.
        let Some(before) = self.in_front(run) else { return false };
        let two = || format!("{} {}", self.word(before - 1), self.word(before));
        outlet(self.word(before)) || before > self.tokens.start && outlet(&two())
    }

    /// The word in front of a name, and of the article that is part of it: `the news site The Drift`.
    fn in_front(&self, run: &Tokens) -> Option<usize> {
        let before = run.start.checked_sub(1)?;
        let article = before > self.tokens.start && self.is_capital(before) && self.word(before) == "the";
        Some(before - usize::from(article)).filter(|before| *before >= self.tokens.start)
    }

    /// Whether the lower-case word in front of a name calls its bearer a body: `the airline Orsa`.
    fn body_in_front(&self, run: &Tokens) -> bool {
        let noun = |at: usize| !self.is_capital(at) || is_body_title(self.text, at);
        let before = run.start.checked_sub(1).filter(|before| *before >= self.tokens.start && noun(*before));
        before
            .and_then(|before| lexicon().noun(self.word(before)))
            .is_some_and(|noun| noun.class == NounClass::Institution && !noun.plural)
    }

    pub(super) fn role_in_front(&self, run: &Tokens) -> bool {
        (self.tokens.start..run.start).any(|at| {
            lexicon().noun(self.word(at)).is_some_and(|noun| noun.class.is_person())
                || (self.word(at).ends_with('.') && self.is_capital(at))
        })
    }

    pub(super) fn official_in_front(&self, run: &Tokens) -> bool {
        let former = (self.tokens.start..run.start).any(|at| self.text.is_in(at, Class::Former));
        let office = (self.tokens.start..run.start).any(|at| {
            lexicon().noun(self.word(at)).is_some_and(|noun| noun.class.is_office())
                && !self.text.is_in(at + 1, Class::Seeker)
                && !(self.word(at + 1) == "of" && self.is_in(at + 2, Class::Indefinite))
                || self.is_capital(at) && lexicon().classes(self.word(at).trim_end_matches('.')).has(Class::PublicRank)
        });
        office && !former
    }

    pub(super) fn is_institution_name(&self, run: &Tokens) -> bool {
        let institution =
            |at: usize| lexicon().noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Institution);
        let inside = run.clone().any(institution)
            && (run.len() > 1 || self.has_determiner() || self.text.tokens[run.start].all_capitals);
        let acronym = run.len() == 1 && self.text.tokens[run.start].all_capitals && self.text.form(run.start).len() > 1;
        let dotted = run.len() == 1 && self.word(run.start).matches('.').count() > 1;
        let company = is_company_ending(self.word(run.end - 1));
        // `SoCalGas`, `BisNow`: a capital inside a word is a brand's.
        let brand = run.len() == 1 && is_brand(self.text.form(run.start));
        brand || inside || acronym || dotted || company
    }

    /// The outlet a document belongs to: `the JPost report`, `a report from Bloomberg`.
    pub(super) fn publisher(&self, names: &Names, run: &Tokens, words: &[String], mention: &mut Mention) {
        let known = names.fuller(words, mention.tokens.start, None).map(|index| &names.all[index]);
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
}

/// `Lowby Harbour Poll`, `the Vey Report`.
fn ends_as_paper(words: &[String]) -> bool {
    words.len() > 1 && lexicon().is_in(&words[words.len() - 1], Class::PaperLabel)
}
