//! Where a cue is there but nothing is said: `declined to say`, `if he says`, `nobody said`, `she told lies`.
//!
//! In goes a cue with its subject, out comes what is left of the confidence in it, 0 to 1. Each reason is a row of a table:
//! its name, a sentence in which it holds, one that is much alike in which it does not, and how much it takes away.
//! `cargo xtask evaluate DIR --ablate` leaves out one after the other and prints what each is worth.

use super::cue::Cue;
use super::reading::Reading;
use super::subject::Subject;
use crate::lexicon::{Class, NounClass, Pattern};
use crate::report::Factuality;

/// A reason why a cue says nothing.
#[derive(Debug)]
pub struct Veto {
    /// What it is called.
    pub name: &'static str,
    /// A text in which the reason holds, so that it makes no claim.
    pub example: &'static str,
    /// A text much like it that makes one.
    pub counter_example: &'static str,
    /// How much of the confidence it takes away: 1 for all of it.
    pub weight: f32,
    holds: fn(&Case) -> bool,
}

/// A cue under question.
struct Case<'a> {
    reading: &'a Reading<'a>,
    cue: &'a Cue,
    subject: Option<&'a Subject>,
}

/// All vetoes. Those of the verb come first, then those of what follows, then those of the subject.
pub(super) const VETOES: [Veto; 20] = [
    Veto {
        name: "negated",
        example: "Vey did not say the pier was closed.",
        counter_example: "Vey did not deny the pier was closed.",
        weight: 1.0,
        holds: |case| case.cue.group.negated && case.cue.verb.factuality != Factuality::Counterfactive,
    },
    Veto {
        name: "possible",
        example: "Critics could say the prize came too early.",
        counter_example: "The Courier can reveal the prize came too early.",
        weight: 1.0,
        holds: |case| case.cue.group.modal && !case.tells_at_last(),
    },
    Veto {
        name: "withheld",
        example: "Vey met the clerk to say that the bridge was old.",
        counter_example: "Vey went on to say that the pier was closed.",
        weight: 1.0,
        holds: |case| case.reading.withholds(&case.cue.group),
    },
    Veto {
        name: "without",
        example: "It goes without saying that the lake is cold.",
        counter_example: "Vey left, saying that the lake is cold.",
        weight: 1.0,
        holds: |case| case.word_before_group(&["without"]),
    },
    Veto {
        name: "finding oneself",
        example: "They found themselves where nobody knew the way.",
        counter_example: "They found their way was barred.",
        weight: 1.0,
        holds: |case| case.cue.verb.lemma == "find" && case.reading.is_in(case.cue.words.end, Class::ReflexivePronoun),
    },
    Veto {
        name: "told thing",
        example: "They told stories until the fire went out.",
        counter_example: "They told children until noon that the fire was out.",
        weight: 1.0,
        holds: |case| case.tells_a_thing(),
    },
    Veto {
        name: "what somebody said",
        example: "Nothing the mayor said “will calm the town” in May.",
        counter_example: "Nothing changed. The mayor said it “will calm the town” in May.",
        weight: 1.0,
        holds: |case| {
            let subject = case.subject.map_or(0, |subject| subject.tokens.start);
            subject > case.cue.sentence.start && case.reading.is_in(subject - 1, Class::Everything)
        },
    },
    Veto {
        name: "ending it",
        example: "The singers called it quits after a long and quiet winter.",
        counter_example: "The singers called it a long and quiet winter.",
        weight: 1.0,
        holds: |case| {
            let after = case.cue.words.end;
            let ends = case.reading.reads(after, "it quits") || case.reading.reads(after, "it a day");
            case.cue.verb.lemma == "call" && ends
        },
    },
    Veto {
        name: "nothing new",
        example: "The letter says something about how the town works.",
        counter_example: "The letter says something is wrong in the town.",
        weight: 1.0,
        holds: |case| case.says_nothing_new(),
    },
    Veto {
        name: "own voice",
        example: "We say the pier is closed.",
        counter_example: "They say the pier is closed.",
        weight: 1.0,
        holds: |case| {
            case.subject.is_some_and(|subject| {
                subject.tokens.len() == 1 && case.reading.is_in(subject.tokens.start, Class::OwnVoice)
            })
        },
    },
    Veto {
        name: "made to",
        example: "The guild helped a clerk write that the bridge had fallen.",
        counter_example: "The guild helped a clerk who wrote that the bridge had fallen.",
        weight: 1.0,
        holds: |case| {
            case.subject.is_some_and(|subject| {
                let bare = case.reading.is(case.cue.words.start, case.cue.verb.lemma);
                let before = subject.tokens.start.checked_sub(1);
                bare && subject.tokens.end == case.cue.words.start
                    && before.is_some_and(|before| case.reading.is_in(before, Class::CausingVerb))
            })
        },
    },
    Veto {
        name: "thing",
        example: "Its new scheme added that the roof was old.",
        counter_example: "Its new clerk added that the roof was old.",
        weight: 1.0,
        holds: |case| {
            // `The harbour said`: a place stands for those who run it, where the verb is one of people alone.
            let run = |first: usize| case.reading.is(first, "the") && case.cue.verb.takes(Pattern::HardlyButClause);
            // `Dike watch says wall holds`: a headline drops the articles by which one tells.
            let headline = case.reading.in_heading(case.cue.sentence.start);
            let thing =
                case.subject.filter(|subject| !headline && !case.shows() && case.reading.is_thing(&subject.tokens));
            thing.is_some_and(|thing| !run(thing.tokens.start)) && !case.reading.inverts(case.cue)
        },
    },
    Veto {
        name: "date",
        example: "March 23 announced that the pier was closed.",
        counter_example: "March Radio announced that the pier was closed.",
        weight: 1.0,
        holds: |case| case.subject.is_some_and(|subject| case.reading.is_date(&subject.tokens)),
    },
    Veto {
        name: "shown by deeds",
        example: "The Liberals show how weak the council is.",
        counter_example: "The figures show how weak the council is.",
        weight: 1.0,
        holds: |case| case.shows_by_deeds(),
    },
    Veto {
        name: "nobody",
        example: "No engineer wrote that the bridge was weak.",
        counter_example: "An engineer wrote that the bridge was weak.",
        weight: 1.0,
        holds: |case| case.is_said_by_nobody(),
    },
    Veto {
        name: "anybody",
        example: "Somebody says the pier is late every year.",
        counter_example: "Somebody said the pier is late every year.",
        weight: 1.0,
        holds: |case| case.is_said_by_anybody(),
    },
    Veto {
        name: "conditional",
        example: "If the captain says the sea is calm, the boats go out.",
        counter_example: "As the captain says the sea is calm, the boats go out.",
        weight: 1.0,
        holds: |case| {
            let shared = case.subject.is_some_and(|subject| subject.shared);
            !shared && (case.word_before_subject(Class::Condition) || case.is_inverted_condition())
        },
    },
    Veto {
        name: "imagined",
        example: "Suppose a voter says the tax is unfair.",
        counter_example: "In May a voter says the tax is unfair.",
        weight: 1.0,
        holds: |case| case.is_imagined(),
    },
    Veto {
        name: "inference",
        example: "The price suggests that the town is poor.",
        counter_example: "The survey suggests that the town is poor.",
        weight: 1.0,
        holds: |case| case.is_inferred(),
    },
    Veto {
        name: "pointing back",
        example: "This suggests that the town is poor.",
        counter_example: "It suggests that the town is poor.",
        weight: 1.0,
        holds: |case| {
            case.shows()
                && case.subject.is_some_and(|subject| {
                    !subject.relative
                        && subject.tokens.len() == 1
                        && case.reading.is_in(subject.tokens.start, Class::Demonstrative)
                })
        },
    },
];

impl Case<'_> {
    fn word_before_group(&self, words: &[&str]) -> bool {
        let start = self.cue.group.tokens.start;
        start > self.cue.sentence.start && self.reading.is_any(start - 1, words)
    }

    fn word_before_subject(&self, class: Class) -> bool {
        self.subject.is_some_and(|subject| {
            let start = subject.stretch.start;
            start > self.cue.sentence.start && self.reading.is_in(start - 1, class)
        })
    }

    /// `The Courier can reveal that …`: what an outlet can reveal, it reveals.
    fn tells_at_last(&self) -> bool {
        let (group, reading) = (&self.cue.group, self.reading);
        matches!(self.cue.verb.lemma, "reveal" | "confirm")
            && group.tokens.clone().any(|at| reading.is(at, "can"))
            && !group.negated
            && self.subject.is_some_and(|subject| reading.sounds_like_outlet(&subject.tokens))
    }

    fn tells_a_thing(&self) -> bool {
        let thing = self.reading.noun_phrase_from(self.cue.words.end, self.cue.sentence.end);
        self.cue.verb.lemma == "tell"
            && thing.is_some_and(|thing| {
                let last = thing.end - 1;
                self.reading.is_in(last, Class::ToldThing) && !self.reading.text.tokens[last].capital
            })
    }

    /// `that says something about the town`, `she said as much`, `he said the same thing`
    fn says_nothing_new(&self) -> bool {
        let at = self.cue.words.end;
        let as_much = self.reading.reads(at, "as much") && !self.reading.is(at + 2, "as");
        as_much || self.reading.reads(at, "something about") || self.reading.reads(at, "the same thing")
    }

    /// `None of them said so.`
    fn is_said_by_nobody(&self) -> bool {
        let no_one = |at: usize| self.reading.is_in(at, Class::NobodyWord);
        self.subject.is_some_and(|subject| {
            let first = subject.tokens.start;
            no_one(first) || first > 1 && self.reading.is(first - 1, "of") && no_one(first - 2)
        })
    }

    /// `Ask anybody who says it is late.`: nobody in particular, at no time in particular.
    fn is_said_by_anybody(&self) -> bool {
        self.subject.is_some_and(|subject| {
            subject.tokens.len() == 1 && self.reading.is_in(subject.tokens.start, Class::Somebody)
        }) && self.reading.word(self.cue.words.start).ends_with('s')
    }

    /// `Imagine a teacher telling a class …`, `let's say the town decided …`: the page asks its reader to think of it.
    fn is_imagined(&self) -> bool {
        let first = self.reading.after_connective(&self.cue.sentence);
        let asks = self.reading.is_in(first, Class::Supposing);
        let let_us = |at: usize| {
            self.reading.is(at, "say")
                && at > 0
                && self.reading.is_any(at - 1, &["'s", "us"])
                && at > 1
                && self.reading.is(at - 2, "let")
        };
        asks && first < self.cue.group.tokens.start
            || self.cue.words.clone().any(let_us)
            || self.subject.is_some_and(|subject| subject.stretch.start.checked_sub(1).is_some_and(let_us))
    }

    /// `Had the police found the letters, they …`
    fn is_inverted_condition(&self) -> bool {
        self.subject.is_some_and(|subject| {
            let before = subject.stretch.start.checked_sub(1).filter(|at| *at >= self.cue.sentence.start);
            before.is_some_and(|at| {
                let opens =
                    at == self.reading.after_connective(&self.cue.sentence) || at > 0 && self.reading.pauses(at - 1);
                self.reading.is(at, "had") && opens
            })
        })
    }

    /// `The Liberals show how weak it is.`: what somebody's deeds show, the page sees in them; papers are read.
    fn shows_by_deeds(&self) -> bool {
        // `Vey explained how it works`
        let explains = self.cue.verb.takes(Pattern::Quotation) && self.cue.verb.takes(Pattern::Clause);
        self.shows()
            && !explains
            && self.reading.is_in(self.cue.words.end, Class::QuestionWord)
            && self.subject.is_some_and(|subject| {
                let head = self.reading.head_of(&subject.tokens);
                let paper = self.reading.lexicon.noun(self.reading.word(head));
                !paper.is_some_and(|noun| matches!(noun.class, NounClass::Document | NounClass::Post))
            })
    }

    /// Whether the cue is a verb by which things show what people say with others.
    fn shows(&self) -> bool {
        self.cue.verb.takes(Pattern::Shows)
    }

    /// `The price suggests a bargain.`: what is neither a paper, a person nor a name says nothing; the page infers. Neither
    /// does `Their show of strength in the Rust Belt`, nor `Vey's refusal`: what hangs on the thing is not it.
    fn is_inferred(&self) -> bool {
        self.shows()
            && self.subject.is_some_and(|subject| {
                let head = self.reading.head_of(&subject.tokens);
                let can_say = |at: usize| {
                    self.reading.text.tokens[at].capital && !self.reading.is_genitive(at + 1)
                        || self.reading.lexicon.noun(self.reading.word(at)).is_some()
                };
                !self.reading.is_pronoun(subject.tokens.start)
                    && !(subject.tokens.start + 1..=head).any(can_say)
                    && !can_say(head)
            })
    }
}

impl Reading<'_> {
    /// What is left of the confidence in a cue: 1 where nothing speaks against it, 0 where it certainly says nothing.
    pub fn credit(&self, cue: &Cue, subject: Option<&Subject>) -> f32 {
        let case = Case { reading: self, cue, subject };
        VETOES
            .iter()
            .filter(|veto| !self.leaves_out(veto.name) && (veto.holds)(&case))
            .map(|veto| 1.0 - veto.weight)
            .product()
    }
}

#[cfg(test)]
mod tests {
    use super::VETOES;
    use crate::attribution::{Findings, find, find_without};
    use crate::document::plain_text::PlainText;
    use crate::document::{Document, Host};
    use crate::report::Kind;
    use crate::text;

    fn document(text: &str) -> Document {
        PlainText::read(text, Host::default()).document
    }

    #[test]
    fn every_veto_keeps_its_example_silent_and_lets_its_counter_example_speak() {
        let mut wrong = Vec::new();
        for veto in &VETOES {
            let (example, counter) = (document(veto.example), document(veto.counter_example));
            let speaks = |findings: Findings| findings.attributions.iter().any(|found| found.kind == Kind::Speech);
            if speaks(find(&text::read(&example))) {
                wrong.push(format!("{}: not silent: {}", veto.name, veto.example));
            }
            if !speaks(find_without(&text::read(&example), veto.name)) {
                wrong.push(format!("{}: silent without it: {}", veto.name, veto.example));
            }
            if !speaks(find(&text::read(&counter))) {
                wrong.push(format!("{}: silent: {}", veto.name, veto.counter_example));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
