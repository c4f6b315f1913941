//! The names of a document: every run of capitalised words, and what the words around it say about its bearer.
//!
//! Collected once over the whole text, so that `Kulit` is `Vadim Kulit` wherever the full name stands.

use std::collections::{HashMap, HashSet};

use crate::attribution::Tokens;
use crate::lexicon::{NounClass, lexicon};
use crate::text::{Tag, Text, TokenKind};

/// What sort of bearer a name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    Person,
    Outlet,
    Institution,
    Unknown,
}

/// A name and what is known about its bearer.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The fullest form, as the page writes it.
    pub full: String,
    /// Its words in lower case.
    pub words: Vec<String>,
    pub bearer: Bearer,
    /// Whether some mention gives the bearer office or rank, or says that they speak for or head a body.
    pub official: bool,
    /// Role words the page uses of the bearer: `minister`, `surgeon`, `republican`.
    pub roles: HashSet<String>,
    /// The first mention.
    pub first: Tokens,
    /// Whether the page calls the bearer he (true) or she (false), by title or role.
    pub male: Option<bool>,
}

/// All names of a document.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub all: Vec<Name>,
    by_words: HashMap<String, usize>,
    /// Names by each of their words, in text order; bounded, so that a page of one repeated name stays linear.
    by_word: HashMap<String, Vec<usize>>,
    /// Names by their initials: `idf`, and by initial and last word: `jpost`.
    by_initials: HashMap<String, usize>,
    /// Mentions in text order: first token, name.
    pub mentions: Vec<(Tokens, usize)>,
}

const COURTESY: [&str; 9] = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dame"];

impl Names {
    /// Collects the names of a text.
    pub fn collect(text: &Text) -> Self {
        let mut names = Self::default();
        for sentence in &text.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                match name_from(text, at, sentence) {
                    Some(run) => {
                        at = run.end;
                        names.add(text, &run, sentence);
                    }
                    None => at += 1,
                }
            }
        }
        names.join_short_forms();
        names
    }

    fn add(&mut self, text: &Text, run: &Tokens, sentence: &Tokens) {
        let (title, bare) = without_titles(text, run);
        if bare.is_empty() {
            return;
        }
        let words: Vec<String> = bare
            .clone()
            .filter(|at| text.tokens[*at].kind != TokenKind::Clitic)
            .map(|at| text.word(at).to_owned())
            .collect();
        let key = words.join(" ");
        let index = *self.by_words.entry(key).or_insert_with(|| {
            self.all.push(Name {
                full: plain(text.slice(&bare)),
                bearer: bearer(text, &bare, &words),
                words: words.clone(),
                official: false,
                roles: HashSet::new(),
                first: bare.clone(),
                male: words.first().filter(|_| words.len() > 1).and_then(|given| lexicon().is_male_name(given)),
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
        name.official |= description.official;
        if description.person && matches!(name.bearer, Bearer::Unknown) {
            name.bearer = Bearer::Person;
        }
        name.male = description.male.or(name.male);
        name.roles.extend(description.roles);
    }

    /// What a full name is known to be holds for its short forms too, and the other way round.
    fn join_short_forms(&mut self) {
        for index in 0..self.all.len() {
            let Some(full) = self.fuller(&self.all[index].words.clone(), usize::MAX) else { continue };
            if full == index {
                continue;
            }
            let short = self.all[index].clone();
            let name = &mut self.all[full];
            name.official |= short.official;
            name.male = name.male.or(short.male);
            name.roles.extend(short.roles);
            if name.bearer == Bearer::Unknown {
                name.bearer = short.bearer;
            }
        }
    }

    /// The fullest name that a run of words is a short form of: a surname, the last word of a title, initials.
    /// Prefers one that was mentioned before token `before`.
    pub fn fuller(&self, words: &[String], before: usize) -> Option<usize> {
        let exact = self.by_words.get(&words.join(" ")).copied();
        let last = words.last()?;
        let candidates = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        let fits = |index: &&usize| {
            let name = &self.all[**index];
            name.words.len() > words.len()
                && ends_with(&name.words, words)
                && !matches!(name.bearer, Bearer::Institution)
        };
        let earlier = candidates.iter().filter(fits).rfind(|index| self.all[**index].first.start < before);
        let by_suffix = earlier.or_else(|| candidates.iter().find(fits)).copied();
        by_suffix.or_else(|| self.by_initials(words, before)).or(exact)
    }

    /// `JPost` for `Jerusalem Post`, `IDF` for `Israel Defense Forces`.
    fn by_initials(&self, words: &[String], before: usize) -> Option<usize> {
        let [short] = words else { return None };
        self.by_initials.get(short).copied().filter(|index| self.all[*index].first.start < before)
    }
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

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "van" | "von" | "al" | "bin" | "le" | "la" | "el")
}

/// The run of capitalised words that begins here: a name, with titles in front.
fn name_from(text: &Text, start: usize, sentence: &Tokens) -> Option<Tokens> {
    if !begins_name(text, start, sentence) {
        return None;
    }
    let mut end = start + 1;
    while end < sentence.end {
        let token = &text.tokens[end];
        let capital = token.kind == TokenKind::Word && token.capital && !is_function_word(text.word(end));
        let joins = end + 1 < sentence.end
            && text.tokens[end + 1].capital
            && (is_particle(text.word(end)) || text.word(end) == "&");
        if !(capital || joins) {
            break;
        }
        end += 1;
    }
    Some(start..end)
}

fn begins_name(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let token = &text.tokens[at];
    if token.kind != TokenKind::Word || !token.capital || is_function_word(text.word(at)) || is_date(text.word(at)) {
        return false;
    }
    // At the start of a sentence a capital says nothing unless the tagger or the next word speaks for a name.
    let opens =
        at == sentence.start || matches!(text.tokens[at - 1].kind, TokenKind::DoubleQuote | TokenKind::SingleQuote);
    !opens
        || token.all_capitals
        || matches!(text.tags.get(at), Some(Tag::ProperNoun))
        || (text.tags.get(at).is_some_and(|tag| {
            matches!(tag, Tag::Noun | Tag::Adjective | Tag::Pronoun | Tag::Other | Tag::Interjection)
        }) && text
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.capital && next.kind == TokenKind::Word && at + 1 < sentence.end))
}

fn is_date(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "this"
            | "that"
            | "these"
            | "those"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "of"
            | "to"
            | "as"
            | "but"
            | "and"
            | "or"
            | "so"
            | "if"
            | "when"
            | "while"
            | "after"
            | "before"
            | "since"
            | "because"
            | "although"
            | "though"
            | "however"
            | "meanwhile"
            | "there"
            | "here"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "which"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "no"
            | "not"
            | "another"
            | "one"
            | "two"
            | "three"
            | "under"
            | "according"
            | "citing"
            | "reports"
            | "report"
            | "earlier"
            | "later"
            | "yes"
            | "now"
            | "then"
    )
}

/// Splits a run into the titles in front and the bare name.
fn without_titles(text: &Text, run: &Tokens) -> (Tokens, Tokens) {
    let mut start = run.start;
    while start + 1 < run.end {
        let word = text.word(start);
        let two = format!("{} {}", word, text.word(start + 1));
        if start + 2 < run.end && lexicon().noun(&two).is_some_and(|noun| noun.class.is_person()) {
            start += 2;
        } else if is_title(word) {
            start += 1;
        } else {
            break;
        }
    }
    // `Former House Speaker`, `Presumptive Republican Nominee`: everything up to the last title word is title.
    let last_title = (start..run.end.saturating_sub(1)).rev().find(|at| is_title(text.word(*at)) && run.end - at > 1);
    let start = last_title.map_or(start, |at| at + 1);
    (run.start..start, start..run.end)
}

fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    COURTESY.contains(&word)
        || matches!(
            bare,
            "dr" | "prof"
                | "sen"
                | "rep"
                | "gov"
                | "gen"
                | "lt"
                | "col"
                | "maj"
                | "capt"
                | "sgt"
                | "adm"
                | "rev"
                | "hon"
                | "pres"
                | "former"
                | "rear"
                | "brig"
                | "cmdr"
                | "atty"
                | "vice"
                | "deputy"
                | "acting"
                | "first"
                | "lady"
        )
        || lexicon().noun(word).is_some_and(|noun| noun.class.is_person() && !noun.plural)
}

fn bearer(text: &Text, bare: &Tokens, words: &[String]) -> Bearer {
    let key = words.join(" ");
    if lexicon().outlet(&key).is_some() {
        return Bearer::Outlet;
    }
    let last = words.last().map_or("", String::as_str);
    let institution = |word: &str| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution);
    if words.len() > 1 && (institution(last) || institution(&words[0]) || is_company_ending(last)) {
        return Bearer::Institution;
    }
    if words.len() > 1 && words.iter().any(|word| lexicon().is_outlet_word(word)) {
        return Bearer::Outlet;
    }
    if lexicon().is_place(&key) || (words.len() == 1 && (institution(last) || text.tokens[bare.start].all_capitals)) {
        return Bearer::Institution;
    }
    if words.len() > 1 && lexicon().is_given_name(&words[0]) {
        return Bearer::Person;
    }
    // Followed by `of` or `for` a capitalised phrase names a body more often than a person.
    let of = text.word(bare.end) == "of"
        && text.tokens.get(bare.end + 1).is_some_and(|next| next.capital)
        && words.len() == 1
        && institution(last);
    if of { Bearer::Institution } else { Bearer::Unknown }
}

fn is_company_ending(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "inc"
            | "corp"
            | "ltd"
            | "llc"
            | "plc"
            | "co"
            | "gmbh"
            | "ag"
            | "sa"
            | "group"
            | "holdings"
            | "party"
            | "forces"
    )
}

#[derive(Default)]
struct Description {
    official: bool,
    person: bool,
    male: Option<bool>,
    roles: Vec<String>,
}

/// What the titles in front of a name and the aside behind it say about its bearer.
fn describe(text: &Text, title: &Tokens, bare: &Tokens, sentence: &Tokens) -> Description {
    let mut description = Description::default();
    let mut before = title.start;
    // Lower-case roles right in front of the name: `campaign spokesman Brian Fallon`.
    while before > sentence.start
        && before + 4 > title.start
        && (matches!(text.tags.get(before - 1), Some(Tag::Noun | Tag::Adjective | Tag::ProperNoun))
            || is_title(text.word(before - 1)))
        && text.tokens[before - 1].is_wordlike()
    {
        before -= 1;
    }
    description.read(text, &(before..bare.start), true);
    // `Jo Lee, a spokeswoman for the port, …`: closed by a comma, or it would be the main clause.
    if text.tokens.get(bare.end).is_some_and(|t| t.kind == TokenKind::Comma) {
        let ceiling = sentence.end.min(bare.end + 16);
        let closes =
            |at: &usize| matches!(text.tokens[*at].kind, TokenKind::Comma | TokenKind::Stop | TokenKind::DoubleQuote);
        let finite = |at: &usize| text.tags.get(*at).is_some_and(|tag| tag.is_finite());
        let end = (bare.end + 1..ceiling).find(|at| closes(at) || finite(at)).unwrap_or(sentence.end.min(ceiling));
        let starts_description = matches!(text.word(bare.end + 1), "a" | "an" | "the" | "who" | "head" | "director")
            || matches!(text.tags.get(bare.end + 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective));
        // `Jo Lee, a spokesman for the port told the paper`: the comma may be missing, but not behind `According to Lee`.
        let follows_preposition =
            title.start > sentence.start && text.tags.get(title.start - 1) == Some(&Tag::Adposition);
        let closed = end >= sentence.end || closes(&end) || !follows_preposition;
        if starts_description && closed {
            description.read(text, &(bare.end + 1..end), false);
        }
    }
    // `the prime minister, Ann Roe`
    if before == bare.start && bare.start > sentence.start + 1 && text.tokens[bare.start - 1].kind == TokenKind::Comma {
        let from = bare.start.saturating_sub(6).max(sentence.start);
        let role_before = from..bare.start - 1;
        if lexicon().noun(text.word(bare.start - 2)).is_some_and(|noun| noun.class.is_person() && !noun.plural) {
            description.read(text, &role_before, true);
        }
    }
    // `(D-N.Y.)`: a party and a place behind a name are an office.
    if text.word(bare.end) == "(" && text.tokens.get(bare.end + 1).is_some_and(|t| t.capital) {
        let form = text.form(bare.end + 1);
        let former = title.clone().any(|at| text.word(at) == "former");
        if form.starts_with("D-") || form.starts_with("R-") || form.starts_with("I-") {
            description.official |= !former;
            description.person = true;
        }
    }
    description
}

impl Description {
    /// Reads the role words of a run. In front of a name the last role counts, behind it the first.
    fn read(&mut self, text: &Text, tokens: &Tokens, in_front: bool) {
        let former = tokens.clone().any(|at| matches!(text.word(at), "former" | "ex" | "retired" | "then" | "late"));
        for at in tokens.clone() {
            let word = text.word(at);
            // Behind the name, what hangs on its role is somebody else: `an aide to the minister`.
            if !in_front && text.tags.get(at) == Some(&Tag::Adposition) {
                break;
            }
            match word.trim_end_matches('.') {
                "mr" | "sir" | "king" | "prince" | "spokesman" | "congressman" | "chairman" | "businessman"
                | "father" | "son" | "brother" | "husband" => {
                    self.male = Some(true);
                }
                "mrs" | "ms" | "miss" | "dame" | "queen" | "princess" | "spokeswoman" | "congresswoman"
                | "chairwoman" | "mother" | "daughter" | "sister" | "wife" => {
                    self.male = Some(false);
                }
                _ => {}
            }
            if COURTESY.contains(&word) {
                self.person = true;
            }
            let abbreviated = matches!(
                word,
                "sen." | "rep." | "gov." | "gen." | "lt." | "col." | "maj." | "capt." | "adm." | "sgt." | "rev."
            );
            if abbreviated {
                self.person = true;
                self.official |= !former;
            }
            let two = format!("{} {}", word, text.word(at + 1));
            let noun = if at + 1 < tokens.end {
                lexicon().noun(&two).or_else(|| lexicon().noun(word))
            } else {
                lexicon().noun(word)
            };
            let Some(noun) = noun.filter(|noun| !noun.plural) else { continue };
            if noun.class.is_person() {
                self.person = true;
                self.roles.push(word.to_owned());
                let candidate =
                    matches!(text.word(at + 1), "candidate" | "hopeful" | "nominee" | "contender" | "adviser" | "aide");
                let of_body = matches!(noun.class, NounClass::Official | NounClass::Spokesperson | NounClass::Head);
                self.official |= of_body && !former && !candidate;
            }
        }
    }
}

/// A name without line breaks, soft hyphens and doubled spaces.
pub(super) fn plain(name: &str) -> String {
    let joined = name.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().filter(|c| *c != '\u{ad}').collect()
}
