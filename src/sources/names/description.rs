//! What the words around a name say about its bearer: office, calling, whether he or she.
//!
//! Read from the titles in front and the aside behind: `Jo Lee, a spokeswoman for the port, …`.

use super::run::courtesy;
use crate::attribution::Tokens;
use crate::lexicon::{Class, Noun, NounClass, lexicon};
use crate::text::{Tag, Text, TokenKind};

/// Tokens between a role and the comma behind its field.
const LONGEST_FIELD: usize = 7;

/// What was read.
#[derive(Default)]
pub(super) struct Description {
    pub official: bool,
    pub person: bool,
    pub outlet: bool,
    pub male: Option<bool>,
    /// Whether an office in -man was read, which a woman may hold: `spokesman Hope Roe`.
    pub man: bool,
    /// Whether he was addressed as Mr, or she as Mrs.
    pub courtesy: Option<bool>,
    pub roles: Vec<String>,
    /// The offices by which the bearer is official, and those that the page calls former ones.
    pub offices: Vec<String>,
    pub former: Vec<String>,
    /// `Vey's brother, Jan Vey`: somebody of the family of whom the page calls so.
    pub kin: bool,
}

/// What the titles in front of a name and the aside behind it say about its bearer.
pub(super) fn describe(text: &Text, title: &Tokens, bare: &Tokens, sentence: &Tokens) -> Description {
    let mut description = Description::default();
    let mut before = title.start;
    // Lower-case roles right in front of the name: `campaign spokesman Brian Fallon`.
    while before > sentence.start
        && before + 4 > title.start
        && (matches!(text.tags.get(before - 1), Some(Tag::Noun | Tag::Adjective | Tag::ProperNoun))
            || text.is_in(before - 1, Class::OfficePart))
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
        let starts_description = text.is_in(bare.end + 1, Class::Article)
            || text.word(bare.end + 1) == "who"
            || matches!(text.tags.get(bare.end + 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective));
        // `Jo Lee, a spokesman for the port told the paper`: the comma may be missing, but not behind `According to Lee`.
        let article = title.start > sentence.start && text.is_in(title.start - 1, Class::Article);
        let phrase = title.start - usize::from(article);
        let follows_preposition = phrase > sentence.start && text.tags.get(phrase - 1) == Some(&Tag::Adposition);
        // `Asked by the Courier, the mayor of Lund said`, `When Roe left, the head of the port, Tim Vey, said`: the main clause.
        let fronted = ends_fronted_clause(text, bare, sentence);
        let subject = fronted && closes(&end) && is_name_apart(text, end, sentence.end);
        let closed = end >= sentence.end || closes(&end) || !(follows_preposition || fronted);
        if starts_description && closed && !subject {
            description.read(text, &(bare.end + 1..end), false);
        }
    }
    // `the prime minister, Ann Roe`
    // In `her deputy, Labour's Ann Roe` the party is nobody's deputy.
    let owner = matches!(text.word(bare.end), "'s" | "'");
    let comma = bare.start > sentence.start + 1 && text.tokens[bare.start - 1].kind == TokenKind::Comma;
    if before == bare.start && comma && !owner {
        let from = bare.start.saturating_sub(6).max(sentence.start);
        let role_before = from..bare.start - 1;
        let called = lexicon().noun(text.word(bare.start - 2)).filter(|noun| !noun.plural);
        // `the group, Orle Sailors`
        let article = (from..bare.start - 2).rev().find(|at| text.word(*at) == "the");
        let apart = article.is_some_and(|at| {
            at == sentence.start
                || !matches!(text.tags.get(at - 1), Some(Tag::Adposition | Tag::SubordinatingConjunction))
        });
        let body = |class| matches!(class, NounClass::Institution | NounClass::Outlet) && apart;
        if called.is_some_and(|noun| noun.class.is_person() || body(noun.class)) {
            description.read(text, &role_before, true);
        } else if let Some(role) = role_of_field(text, bare.start - 1, sentence.start) {
            description.read(text, &role, true);
        }
    }
    description.kin = is_kin(text, bare, sentence);
    // `Ann Roe, 67,`: `the 67-year-old` is she.
    let comma = text.tokens.get(bare.end).is_some_and(|t| t.kind == TokenKind::Comma);
    if comma && bare.end + 1 < sentence.end && text.tokens[bare.end + 1].kind == TokenKind::Number {
        description.roles.push(format!("{}-year-old", text.word(bare.end + 1)));
    }
    if let Some(office) = office_behind(text, bare.end, sentence.end) {
        description.read(text, &office, false);
    }
    // `(D-N.Y.)`, `, D-N.Y.`: a party and a place behind a name are an office.
    if matches!(text.word(bare.end), "(" | ",") && text.is_party(bare.end + 1) {
        let former = title.clone().any(|at| text.is_in(at, Class::Former));
        if text.word(bare.end) == "(" {
            description.hold("member", former);
        }
        description.person = true;
    }
    description
}

/// `Vey's brother, Jan Vey`, `her son Jan Vey`: who is somebody's kin by the words in front.
fn is_kin(text: &Text, bare: &Tokens, sentence: &Tokens) -> bool {
    let comma = |at: usize| text.tokens[at].kind == TokenKind::Comma;
    let last = bare.start.checked_sub(1).filter(|at| *at > sentence.start);
    let kin = last.map(|at| at - usize::from(comma(at))).filter(|at| *at > sentence.start);
    kin.is_some_and(|kin| {
        let owned = matches!(text.word(kin - 1), "'s" | "'") || text.is_in(kin - 1, Class::Possessive);
        owned && text.is_in(kin, Class::Kin)
    })
}

/// Whether a name is the last of a clause in front of the main one: `After meeting Roe,`.
fn ends_fronted_clause(text: &Text, bare: &Tokens, sentence: &Tokens) -> bool {
    let participle = |at: usize| matches!(text.tags.get(at), Some(Tag::PastParticiple | Tag::PresentParticiple));
    let opens = text.is_in(sentence.start, Class::ClauseOpener)
        || participle(sentence.start)
        || text.tags.get(sentence.start + 1) == Some(&Tag::PresentParticiple);
    let comma = |at: usize| text.tokens[at].kind == TokenKind::Comma;
    opens && bare.start > sentence.start + 1 && !(sentence.start..bare.start).any(comma)
}

/// `, Tim Vey,`: a name between commas, which says who was described in front of it.
fn is_name_apart(text: &Text, comma: usize, ceiling: usize) -> bool {
    let behind = (comma + 1..ceiling).find(|at| !text.tokens[*at].capital);
    behind.is_some_and(|at| at > comma + 1 && text.tokens[at].kind == TokenKind::Comma)
}

/// `Roe is the mayor of Lowby`, `Roe was elected as mayor`: the office behind the verb, up to its noun.
fn office_behind(text: &Text, verb: usize, ceiling: usize) -> Option<Tokens> {
    let reach = verb + 1..ceiling.min(verb + LONGEST_FIELD);
    let installed = || reach.clone().take(3).find(|at| text.is_in(*at, Class::Installed)).map(|at| at + 1);
    let from = if text.word(verb) == "is" && text.is_in(verb + 1, Class::Article) {
        verb + 2
    } else if text.is_in(verb, Class::BeForm) || text.is_in(verb, Class::HaveForm) {
        installed()?
    } else {
        return None;
    };
    let describes = |at: &usize| {
        matches!(text.tags.get(*at), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner))
            || text.word(*at) == "as"
    };
    let office = |at: &usize| {
        lexicon().noun(text.word(*at)).is_some_and(|noun| matches!(noun.class, NounClass::Official) && !noun.plural)
    };
    let last = (from..reach.end).take_while(describes).filter(office).last()?;
    Some(from + usize::from(text.word(from) == "as")..last + 1)
}

/// `the secretary` of `the secretary of the harbour, Ann Roe`: a role whose field stands between it and the comma.
fn role_of_field(text: &Text, comma: usize, floor: usize) -> Option<Tokens> {
    let reach = (floor.max(comma.saturating_sub(LONGEST_FIELD))..comma.saturating_sub(1)).rev();
    let mut words = reach.take_while(|at| text.tokens[*at].is_wordlike());
    let of = words.find(|at| matches!(text.word(*at), "of" | "for"))?;
    let role = of.checked_sub(1).filter(|at| *at > floor)?;
    let article = (floor..role).rev().take(3).find(|at| text.word(*at) == "the")?;
    let one = lexicon().noun(text.word(role)).is_some_and(|noun| noun.class.is_person() && !noun.plural);
    let any = text.is_in(of + 1, Class::Indefinite);
    (one && !any).then_some(article + 1..role + 1)
}

impl Description {
    fn hold(&mut self, office: &str, former: bool) {
        self.official |= !former;
        let offices = if former { &mut self.former } else { &mut self.offices };
        offices.push(office.to_owned());
    }

    /// Reads the role words of a run. In front of a name the last role counts, behind it the first.
    fn read(&mut self, text: &Text, tokens: &Tokens, in_front: bool) {
        let former = tokens.clone().any(|at| text.is_in(at, Class::Former));
        for at in tokens.clone() {
            let word = text.word(at);
            // Behind the name, what hangs on its role is somebody else: `an aide to the minister`.
            if !in_front && text.tags.get(at) == Some(&Tag::Adposition) {
                break;
            }
            match word.ends_with("man") && word.len() > "woman".len() && !word.ends_with("woman") {
                true => self.man |= lexicon().is_male_noun(word) == Some(true),
                false => self.male = lexicon().is_male_noun(word).or(self.male),
            }
            if let Some(male) = courtesy(word) {
                (self.male, self.courtesy) = (Some(male), Some(male));
                self.person = true;
            }
            // `Sen. Roe`, and `Sgt Roe` as Britain writes it.
            let abbreviated = (word.ends_with('.') || in_front && text.tokens[at].capital)
                && lexicon().classes(word.trim_end_matches('.')).has(Class::PublicRank);
            if abbreviated {
                self.person = true;
                self.hold(lexicon().role(word).unwrap_or(word), former);
            }
            // `Orle Senator Ann Roe`, `the former diver Ann Roe`: she is the Orle senator, and the former diver.
            let describes = matches!(text.tags.get(at), Some(Tag::ProperNoun | Tag::Adjective));
            let ends_two = at > tokens.start && role_of_two(text, at).is_some_and(|role| role.apart);
            if word.ends_with("-year-old") || in_front && describes && text.tokens[at].is_wordlike() && !ends_two {
                self.roles.push(word.to_owned());
            }
            if in_front && let Some(role) = lexicon().role(word) {
                self.roles.push(role.to_owned());
            }
            // The general of `Attorney General Roe` is read with the word in front.
            if ends_two {
                continue;
            }
            let two = role_of_two(text, at + 1).filter(|_| at + 1 < tokens.end);
            self.roles.extend(two.as_ref().map(|role| role.words.clone()));
            let compound = two.as_ref().map(|role| role.noun);
            let noun = compound.or_else(|| lexicon().noun(word));
            // `a ferry company` is a company.
            let last = at + usize::from(compound.is_some());
            let Some(noun) = noun.filter(|noun| !noun.plural) else { continue };
            self.outlet |= in_front && noun.class == NounClass::Outlet && at + 1 == tokens.end;
            // `the airline Orsa`, `Orsa, an airline,`
            let goes_on = matches!(text.tags.get(last + 1), Some(Tag::Noun | Tag::ProperNoun));
            let called = if in_front { last + 1 == tokens.end } else { !goes_on };
            if matches!(noun.class, NounClass::Institution | NounClass::Outlet) && called && !self.person {
                self.roles.push(text.word(last).to_owned());
            }
            if noun.class.is_person() {
                self.person = true;
                let role = two.as_ref().map_or(word, |role| &role.words);
                let fields = field_in_front(text, at, tokens.start).chain(field_behind(text, last));
                self.roles.extend(fields.map(|field| format!("{role} of {}", text.word(field))));
                self.roles.push(word.to_owned());
                let candidate = text.is_in(at + 1, Class::Seeker);
                let of_body = noun.class.is_office();
                // `the owner of a bakery` heads nothing that has a name.
                let of_any = text.word(last + 1) == "of" && text.is_in(last + 2, Class::Indefinite);
                // Nor does `a shop owner`.
                let any = !in_front
                    && noun.class == NounClass::Head
                    && text.is_in(tokens.start, Class::Indefinite)
                    && !(tokens.start..tokens.end).any(|at| text.tokens[at].capital);
                let of_any = of_any || any;
                if of_body && !candidate && !of_any {
                    self.hold(word, former);
                }
            }
        }
    }
}

/// `school` of `the school director`: the words in front of a role that say of what it is one.
pub(in crate::sources) fn field_in_front<'t>(
    text: &'t Text,
    role: usize,
    floor: usize,
) -> impl Iterator<Item = usize> + use<'t> {
    // `the two-term president` is president of nothing else.
    let noun =
        |at: usize| matches!(text.tags.get(at), Some(Tag::Noun | Tag::ProperNoun)) && !text.word(at).contains('-');
    let owns = |at: usize| matches!(text.word(at), "'s" | "'");
    let says = move |at: &usize| noun(*at) || text.tokens[*at].capital && text.tokens[*at].is_wordlike();
    let party_or_rank = |at: usize| text.is_in(at, Class::Epithet) || text.is_in(at, Class::OfficePart);
    let run = (floor..role).rev().take_while(move |at| says(at) || owns(*at));
    run.filter(move |at| !party_or_rank(*at) && !owns(*at))
}

/// `state` of `secretary of state`, `Harbour` and `Trust` of `a lawyer for the Harbour Trust`: the words behind it that say so.
pub(in crate::sources) fn field_behind<'t>(text: &'t Text, role: usize) -> impl Iterator<Item = usize> + use<'t> {
    let of = matches!(text.word(role + 1), "of" | "for");
    let from = role + 2 + usize::from(text.is_in(role + 2, Class::Article));
    let says = |at: &usize| matches!(text.tags.get(*at), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective));
    (from..from + LONGEST_FIELD).take_while(move |at| of && says(at))
}

/// A role in two words.
pub(in crate::sources) struct RoleOfTwo {
    pub words: String,
    pub noun: &'static Noun,
    /// Whether its last word alone is another role: an attorney general is no general, a deputy mayor no mayor.
    pub apart: bool,
}

/// `attorney general`: the role in two words that a token ends.
pub(in crate::sources) fn role_of_two(text: &Text, last: usize) -> Option<RoleOfTwo> {
    let first = last.checked_sub(1)?;
    let words = format!("{} {}", text.word(first), text.word(last));
    let noun = lexicon().noun(&words)?;
    let role = lexicon().noun(text.word(first)).map(|noun| noun.class).filter(|class| *class != NounClass::Crowd);
    let apart =
        noun.class.is_person() && (role.is_some_and(NounClass::is_person) || text.is_in(first, Class::OfficePart));
    Some(RoleOfTwo { words, noun, apart })
}

/// `Orle Water` of `Orle Water CEO Tim Vey`: what has such an office is a company, in lower case.
pub(super) fn company(text: &Text, run: &Tokens) -> Option<String> {
    let office = |at: &usize| text.is_in(*at, Class::CompanyOffice);
    let end = run.clone().skip(1).find(office)?;
    let words = (run.start..end).filter(|at| text.tokens[*at].kind != TokenKind::Clitic).map(|at| text.word(at));
    Some(words.collect::<Vec<_>>().join(" "))
}
