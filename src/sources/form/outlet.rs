//! Mentions that are an outlet's name and nothing more: known ones in any case, stations by number, and names with the
//! word for what their bearer is: `dpa`, `People`, `Channel 9`, `the Norrland news agency`.

use super::outlet_key;
use super::phrase::Phrase;
use crate::attribution::Tokens;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::{Bearer, Names, plain};
use crate::text::{Tag, TokenKind};

impl Phrase<'_> {
    /// An outlet by its name.
    pub(super) fn outlet(&self, names: &Names, mention: &mut Mention) {
        let Some(run) = self.outlet_run(names, mention.tokens.start) else { return };
        let words = self.words(&run);
        let fuller = names.fuller(&words, mention.tokens.start, None).map(|index| &names.all[index]);
        let fuller = fuller.filter(|name| name.bearer == Bearer::Outlet && name.words.len() > words.len());
        let name = fuller.map_or_else(|| plain(self.text.slice(&run)), |name| name.full.clone());
        mention.source_type = Some(SourceType::NewsOutlet);
        mention.entity = Entity::Named(outlet_key(&name));
        mention.name = Some(name);
    }

    fn outlet_run(&self, names: &Names, before: usize) -> Option<Tokens> {
        let genitive = self.core.clone().rev().find(|at| *at < self.head && self.is_genitive(*at));
        let start = self.core.start + usize::from(self.has_determiner() && self.core.len() > 1);
        // `Norland's Kaptein news agency`
        let start = genitive.map_or(start, |at| at + 1);
        // `the semi-official Fars news agency`
        let described = |at: &usize| {
            !self.is_capital(*at)
                && (self.text.tags.get(*at) == Some(&Tag::Adjective) || self.is_in(*at, Class::NewsModifier))
        };
        let name = (start..self.core.end).find(|at| !described(at));
        let start = name.filter(|name| self.is_capital(*name)).unwrap_or(start);
        let whole = start..self.core.end;
        let known = || {
            whole.len() > 2
                && self.is_capital(whole.end - 1)
                && self.is_capital(whole.start)
                && lexicon().outlet(&self.joined(&whole)).is_some()
        };
        if known()
            || self.opens_as_outlet(names, &whole)
            || self.is_station(&whole)
            || self.is_written_small(&whole)
            || self.is_shared(names, &whole)
        {
            return Some(whole);
        }
        // `Bild newspaper`, `the Norrland news agency`
        let capitals = whole.clone().take_while(|at| self.is_capital(*at)).count();
        (1..=2).rev().filter(|words| whole.len() > *words).find_map(|words| {
            // `the Nikkei business daily`
            let named = whole.end - words;
            let name = start..if (1..=2).contains(&(named.saturating_sub(start + capitals))) && capitals > 0 {
                start + capitals
            } else {
                named
            };
            let kind = (named..whole.end).map(|at| self.word(at)).collect::<Vec<_>>().join(" ");
            let outlet = lexicon().noun(&kind).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
            let lower =
                (name.end..whole.end).all(|at| !self.is_capital(at) && self.text.tokens[at].kind == TokenKind::Word);
            let known = || {
                lexicon().perhaps_outlet(&self.joined(&name)).is_some() && !names.is_surname(&self.words(&name), before)
            };
            // `State television`
            let one_noun = lexicon().noun(&self.joined(&(name.start..whole.end))).is_some();
            (!one_noun && outlet && lower && (known() || self.is_recognised(names, &name))).then_some(name)
        })
    }

    /// `Reuters said`: no word but a name of the lexicon, where the capital only opens the sentence.
    fn opens_as_outlet(&self, names: &Names, run: &Tokens) -> bool {
        let opens = run.len() == 1 && run.start == self.sentence_start() && self.text.tokens[run.start].capital;
        let listed =
            || lexicon().noun(self.word(run.start)).is_none() && lexicon().outlet(self.word(run.start)).is_some();
        opens && listed() && !names.is_surname(&self.words(run), run.start)
    }

    /// `dpa`: a name of the lexicon that has no capital.
    fn is_written_small(&self, run: &Tokens) -> bool {
        !self.is_capital(run.start)
            && lexicon().outlet(&self.joined(run)).is_some_and(|outlet| outlet.name == self.text.slice(run))
    }

    /// `People`: a name that others share, and that is an outlet's in this article.
    fn is_shared(&self, names: &Names, run: &Tokens) -> bool {
        lexicon().perhaps_outlet(&self.joined(run)).is_some_and(|outlet| outlet.ambiguous)
            && self.is_recognised(names, run)
    }

    fn is_recognised(&self, names: &Names, run: &Tokens) -> bool {
        self.is_capital(run.start) && names.is_outlet(&self.joined(run))
    }

    /// `Channel 9`, `Channel 9 News`, `Fox 35`, `WESH 2`, `Radio 4`
    fn is_station(&self, run: &Tokens) -> bool {
        let first = self.word(run.start);
        let news = run.len() == 3 && self.is_capital(run.end - 1) && lexicon().is_outlet_word(self.word(run.end - 1));
        (run.len() == 2 || news)
            && self.is_capital(run.start)
            && self.text.tokens[run.start + 1].kind == TokenKind::Number
            && (lexicon().perhaps_outlet(first).is_some()
                || lexicon().is_outlet_word(first)
                || lexicon().noun(first).is_some_and(|noun| noun.class == NounClass::Outlet)
                || crate::sources::outlets::is_call_sign(self.text.form(run.start)))
    }

    pub(super) fn joined(&self, run: &Tokens) -> String {
        self.words(run).join(" ")
    }

    fn words(&self, run: &Tokens) -> Vec<String> {
        let words = run.clone().filter(|at| self.text.tokens[*at].kind != TokenKind::Clitic);
        words.map(|at| self.word(at).to_owned()).collect()
    }
}
