//! Classes of words: what a rule can ask of a word without naming the words themselves.
//!
//! In goes `word_classes.tsv`, out comes for each word the set of its classes, which every token of a text carries. A class
//! is named once here, with what it is for, and once in the table, with its words.

use super::hashing::Table;

macro_rules! classes {
    ($($(#[$what:meta])* $name:ident,)+) => {
        /// A class of words. The names are those of `word_classes.tsv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Class {
            $($(#[$what])* $name,)+
        }

        impl Class {
            /// All classes, with their names.
            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name),)+];
        }
    };
}

classes! {
    /// Days of the week, their short forms too.
    Weekday,
    /// Months, their short forms too. `may` is among them.
    Month,
    /// Days, months and stretches of time: they look like names and never are sources.
    Time,
    /// Stretches of time that are one only behind `this` or `last`: `last spring`.
    Season,
    /// What picks one of several seasons: `this`, `last`.
    SeasonChooser,
    /// What ends a title although it is a time: `Russia Today`.
    TitleTime,
    /// Words in front of what belongs to somebody: `his`, `whose`.
    Possessive,
    /// What can be a source by itself: `she`, `they`, `others`.
    SourcePronoun,
    /// Words that open sentences in lower-case life too, so that their capital there says nothing.
    SentenceOpener,
    /// What stands behind an hour: `5 p.m. Eastern`.
    TimeZone,
    /// Irregular past forms that are hardly anything else: `fell`, `began`.
    PastForm,
    /// Irregular past forms that are nouns, adjectives or base forms too: `cost`, `left`.
    PastFormOrNoun,
    /// Plurals that stand in front of other nouns: `a sales tax`, `an arms deal`.
    CompoundingPlural,
    /// What is told rather than somebody: `told stories`, `told the truth`.
    ToldThing,
    /// What governs an infinitive so that nothing is said: `declined to say`, `likely to say`.
    Withholding,
    /// What asks a reader to imagine something: `suppose a voter says`.
    Supposing,
    /// What opens a label in front of a quotation: `from Ann Roe: “…”`.
    LabelOpener,
    /// What governs an infinitive so that it is said all the same: `went on to say`, `was quick to say`.
    SayingAnyway,
    /// What an answer is called: `her reply: “…”`.
    Answer,
    /// What somebody's version of events is called: `by her account`.
    Account,
    /// Labels that are nobody: `Verdict: “…”`, `Chorus: “…”`.
    Rubric,
    /// Words for outlets that mean other things too: `the site`, `the station`.
    VagueOutlet,
    /// What a name of an outlet may have behind it besides a noun for outlets: `Lantern News`, `Lantern Online`.
    OutletSuffix,
    /// Words in names of outlets that are surnames as well: `Ann Star`.
    OutletWordOrSurname,
    /// Who speaks to the press by being called so: `a source`, `insiders`.
    PressSource,
    /// What an outlet does with a paper that is kept from others: `a memo seen by the Courier`.
    Seen,
    /// What an outlet does with what it has: `published`.
    PutOut,
    /// Talks that an outlet has with somebody: `in an interview with`.
    Talk,
    /// What somebody writes in or to an outlet: `in a column for`.
    Contribution,
    /// Platforms, which are a medium and no hand.
    Platform,
    /// What a page says of itself in place of a name: `Home`, `Politics`.
    NoName,
    /// Labels of domains that their owners have not chosen: the `co` of `lantern.co.uk`, the `substack` of a newsletter.
    SharedDomain,
    /// `a`, `an`, `the`.
    Article,
    /// What opens a relative clause about somebody or something: `who`, `whose`.
    RelativePronoun,
    /// What can open a relative clause: `who`, `that`, `where`.
    Relativizer,
    /// What opens a description behind a name: `, the owner of`, `, who`.
    DescriptionOpener,
    /// Personal pronouns that are a subject: `she`, `we`.
    SubjectPronoun,
    /// Pronouns for whoever was spoken of: `she`, `they`.
    ThirdPerson,
    /// Personal pronouns that are no subject: `him`, `them`.
    ObjectPronoun,
    /// `himself`, `themselves`.
    ReflexivePronoun,
    /// Pronouns that a verb follows without an s: `they`, `others`.
    PluralPronoun,
    /// Those of them that are no speaker: `anybody`, `everyone`.
    Anybody,
    /// Pronouns for a person that nobody can tell: `somebody`, `nobody`.
    Somebody,
    /// The coordinator in front of the first of two: `both Roe and Lee`, `either`.
    FirstOfTwo,
    /// What makes a subject nobody: `none of them`, `no official`.
    NobodyWord,
    /// `not`, `n't`, `never`.
    Negation,
    /// Forms of `have`.
    HaveForm,
    /// Forms of `do`.
    DoForm,
    /// Finite verbs that the tagger may take for something else: `'ll`, `cannot`.
    ContractedFinite,
    /// Participles that name a source: `citing`.
    Citing,
    /// Articles of other languages in front of an outlet's name: `Le Temps`.
    OutletArticle,
    /// Who makes laws, whatever the office: `lawmaker`.
    LawmakerNoun,
    /// Offices of those who make laws: `senator`.
    LawmakerRole,
    /// `as early as May`: what stands between the two words.
    TimeDegree,
    /// Offices that many hold at once, so that a page may call anybody so who holds one.
    ManyHolders,
    /// What tells of one person and of no office: `the retired clerk`.
    PersonalModifier,
    /// Second parts of such words: `-born`, `-year-old`.
    PersonalEnding,
    /// Nouns that a claim hangs on and that are their own source where nobody owns them: `reports that`.
    OwnClaimNoun,
    /// Nouns that a claim hangs on, where somebody owns them: `Roe's claim that`.
    ClaimNoun,
    /// What somebody calls a claim that stands in front: `, a claim the council denied`.
    CommentNoun,
    /// How a credit begins: `via`, `h/t`, `hat tip`.
    Credit,
    /// Forms by which a report names its source: `which cited`.
    CitesOrQuotes,
    /// Forms of `quote`.
    Quoting,
    /// Participles of a cue that nobody is the subject of: `quoted as`.
    PassiveCue,
    /// What opens a question clause: `how`, `whether`.
    QuestionWord,
    /// `how`, `why`, `where`, `when`.
    QuestionAdverb,
    /// Adverbs that open a clause or negate it, and so are no aside.
    BindingAdverb,
    /// Adverbs beside a cue that do not belong to what is said: `said again`, `said, however,`.
    AsideAdverb,
    /// Adverbs that stand between a subject and its verb: `Roe later said`.
    MidAdverb,
    /// What picks out a time: `last week`, `early in May`.
    TimeModifier,
    /// Words that a phrase of time has in front: `later that same week`.
    TimePhraseWord,
    /// What time is counted in: `two days ago`.
    TimeUnit,
    /// Nouns that a clause can follow right away, to say when: `the day she left`.
    Moment,
    /// Nouns that a clause can follow right away, not to say when: `the way she works`.
    ContactClauseNoun,
    /// What opens a clause that tells when: `after`, `until`.
    TimeSubordinator,
    /// What opens a subordinate clause: `although`, `if`.
    Subordinator,
    /// What opens a clause of concession or reason: `though`, `because`.
    Concession,
    /// What makes a clause no statement: `if`, `whether`.
    Condition,
    /// What opens a clause with a participle: `while saying`, `but warning`.
    ParticipleOpener,
    /// What opens a second statement beside a first: `, while Vey said`.
    SideClauseOpener,
    /// What joins a second clause to a content: `, but the ferry`, `, as prices`.
    ClauseJoiner,
    /// `and`, `but`, `or`.
    Coordinator,
    /// What joins two clauses: `, yet she stayed`.
    ClauseCoordinator,
    /// What joins two nouns: `Roe & Vey`.
    NounCoordinator,
    /// What ties a role or a paper to its body: `spokesman for`, `report by`.
    RolePreposition,
    /// What ties a phrase to the person in front of it: `the man behind the plan`.
    AttachedPreposition,
    /// What makes the phrase behind it no subject: `asked about fees`.
    ObjectPreposition,
    /// What names the people and papers that something was said to, on or through.
    ParticipantPreposition,
    /// Where an outlet has its desks: `at the Gazette's offices` says where somebody stood, not to whom they spoke.
    Premises,
    /// Who hears it where the news is told: `told reporters`. Not outlets that were told.
    NewsAudience,
    /// What names the medium behind `quoted`: `quoted in the Gazette`.
    MediumPreposition,
    /// What names what somebody speaks about: `warned of`, `spoke against`.
    AboutPreposition,
    /// What a content can open with: `said in May prices rose`.
    ContentPreposition,
    /// What carries a content on behind its cue: `, he said, for the third time`.
    ContinuingPreposition,
    /// What carries the name of a body on: `Organization for Trade`.
    NamePreposition,
    /// What stands in front of `which` where the page goes on: `, to which Roe replied`.
    RelativePreposition,
    /// What counts without a number: `several`, `most`.
    Quantifier,
    /// What stands in front of a determiner: `all the ministers`.
    Predeterminer,
    /// Determiners that can stand alone: `those`, `some`.
    DemonstrativePronoun,
    /// What makes somebody know: `people familiar with`, `an aide close to`.
    InsiderAdjective,
    /// Second words of verbs: `pointed out`.
    VerbParticle,
    /// What an interviewer did: `asked whether`, `reached by telephone`.
    AskedParticiple,
    /// What is held with whoever stands behind `with`: `an interview with`.
    Conversation,
    /// Forms of verbs that take whoever told behind `from`.
    Learning,
    /// Words for somebody of one's family: `brother`.
    Kin,
    /// Letters behind a name that are no part of it: `Ann Roe MP`.
    PostNominal,
    /// `understands`, which an outlet does when it reports.
    Understanding,
    /// What an outlet did with a piece: `an article carried by`.
    PublishingVerb,
    /// By which somebody was the first to have a paper: `a letter seen by`.
    SeenParticiple,
    /// What somebody asked a name not to be: `asked not to be named`.
    WithheldParticiple,
    /// Where something is aired, without an outlet: `said on television`.
    Airwaves,
    /// What a deed can be in accordance with, so that `according to` attributes nothing.
    Standard,
    /// Who hears what is said: `the jury heard`.
    CourtNoun,
    /// Nouns with `that` by which the page itself concludes: `evidence that`.
    ProofNoun,
    /// Words without an owner: `rumour has it`.
    RumourNoun,
    /// By which a sentence tells where something came from: `the claim originated with`.
    OriginVerb,
    /// What makes a number a share: `40 percent`, `nine in ten`.
    ShareWord,
    /// What makes an infinitive a statement after all: `went on to say`.
    GoingOn,
    /// Forms of `decline`.
    Refusal,
    /// What a sentence about sources has: `according`, `citing`.
    SourcingWord,
    /// Small words inside a name of a person: `Anna van Dorn`.
    NameParticle,
    /// Small words inside a name of a body: `Bank of the North`.
    NameJoiner,
    /// Words in lower case inside a title: `the Ferry and the Sea`.
    TitleLowercase,
    /// Past forms that begin a statement of somebody else: `, and Roe said`.
    StatementVerb,
    /// Subjects by which nobody is quoted: `let us say`.
    PageVoice,
    /// Forms of `be` that are nothing else.
    BeForm,
    /// Forms of `get` that make a passive.
    GetForm,
    /// Auxiliaries by which something may be: `could`, `would`.
    Modal,
    /// Auxiliaries by which something is going to be: `will`.
    Future,
    /// Those whose answer can be content: `explained how`.
    ExplainedQuestion,
    /// What ties a sentence to the one before and is no part of its first clause: `Meanwhile,`.
    Connective,
    /// What one does with time to say something: `spent a minute explaining that`.
    SpendingVerb,
    /// What a study is in its journal: `published in`.
    PublishedParticiple,
    /// What surnames begin with in front of a second capital: `MacVey`.
    NamePrefix,
    /// In front of who did something, or who got it.
    AgentPreposition,
    /// What an outlet does to others without passing on what they say: `criticised by the Courier`.
    HostileParticiple,
    /// What makes an agency one of news: `Tarn Press Agency`.
    NewsWord,
    /// What stands in front of what made somebody speak: `after a report in the Courier`.
    Occasion,
    /// What one does with an interview to say something: `used an interview with the Courier to say`.
    TalkUse,
    /// What tells where, when or how something was said: `said during a hearing`.
    SettingPreposition,
    /// Who speaks for an outlet: `told the station's host`.
    Presenter,
    /// What stands in front of a second share: `and only 14 percent`.
    ShareOpener,
    /// Adverbs that stand for somebody unnamed who said it: `reportedly`.
    HearsayAdverb,
    /// By which the page contradicts in the same breath: `wrongly claimed`.
    WronglyAdverb,
    /// Small words inside a group of verbs: `has also said`.
    GroupAdverb,
    /// Nouns that look like adverbs.
    NounInLy,
    /// By which somebody appears somewhere: `, speaking on Radio Tarn,`.
    SpeakingParticiple,
    /// By which somebody appears somewhere: `spoke on Radio Tarn`.
    SpeakingVerb,
    /// What somebody speaks in without a hand between: `said in a statement`.
    OwnPaper,
    /// Forms that are a cue whatever the tagger makes of them.
    ClearCue,
    /// What makes an office one of the past, or of the future: `former`.
    FormerOffice,
    /// What makes `states` a noun: `in states like Orle`.
    StatesFollower,
    /// What makes `say` a noun: `the final say`.
    SayModifier,
    /// What makes a participle behind it an adjective: `the alleged smuggler`.
    SingularDeterminer,
    /// Labels of a headline that name no source: `photos`, `podcast`.
    CreditLabel,
    /// Labels of a headline that name a paper as the source: `- report`.
    PaperLabel,
    /// Labels of a headline that name people as the source: `- experts`.
    CrowdLabel,
    /// Subjects by which the page or nobody speaks: `we say`, `there say`.
    OwnVoice,
    /// Pronouns behind a cue that are not who said it: `said it`.
    ThingPronoun,
    /// Forms of `cite` that name a source.
    Cites,
    /// What is said, and so comes from somebody: `the claim originated with`.
    SaidThing,
    /// Second halves of adjectives: `Orle-based`.
    HyphenParticiple,
    /// What makes `but` go on with a content: `not red but rather green`.
    Correction,
    /// Subjects that stand for a thing where a sentence opens: `That said`.
    DemonstrativeSubject,
    /// Numbers from two on in words.
    NumberWord,
    /// Words for one more beside others: `another`, `a second`.
    OneMore,
    /// Words for some or all of several: `one`, `both`.
    PartOf,
    /// Nouns that say no more of somebody than that they are one.
    PersonNoun,
    /// What opens a sentence, so that a full stop before it ends one although it belongs to an abbreviation.
    OpenerBehindStop,
    /// `this`, `those`.
    Demonstrative,
    /// What opens a phrase about somebody new: `a clerk`, `another`.
    Indefinite,
    /// What can stand in front of two joined phrases that are a subject: `that Roe and Vey`.
    CoordinationOpener,
    /// Offices that speak on record, named by the people in them: `prosecutors`.
    SpeaksOnRecord,
    /// Words that make the clause behind them depend on another.
    ClauseOpener,
    /// Forms of `be`, and other words behind which stands what somebody is: `as a cook`.
    Predicates,
    /// Nouns that any body may be called by: `the company`.
    AnyBody,
    /// Particles that family names write together with what follows: `McVey`.
    JoinedParticle,
    /// What may stand behind a whole name: `Jr.`
    NameEnding,
    /// Words of courtesy in front of a name, without their full stop.
    Courtesy,
    /// Shortened ranks and offices in front of a name, without their full stop.
    Rank,
    /// Ranks and offices that are public ones.
    PublicRank,
    /// What stands in front of an office: `former`, `deputy`.
    OfficePart,
    /// What says that somebody no longer has an office.
    Former,
    /// What makes an office one that is only sought: `candidate`.
    Seeker,
    /// What a company's name ends with.
    CompanyEnding,
    /// What the name of a body ends with that no noun for bodies tells.
    BodyEnding,
    /// What the name of a place ends with: `Green Valley`.
    PlaceWord,
    /// Articles of other languages that begin the names of bodies, and of no people: `Los Amigos`.
    ForeignArticle,
    /// How somebody comes into an office: `was elected mayor`.
    Installed,
    /// For whom bodies are: `Orle Women's Shelter`.
    Folk,
    /// What people do, and bodies do not: `Roe smiled`.
    HumanVerb,
    /// What the field of an office ends with, whose name has two words: `Minister for Home Affairs`.
    FieldEnd,
    /// Shortened names of states behind a town: `Lowby, Ill.`
    State,
    /// What follows on something that somebody did: `it comes after Roe left`.
    Coming,
    /// Titles in front of a given name alone: `King Charles`.
    GivenNameTitle,
    /// Verbs of intending that are nouns too: `Orsa plans to close`.
    Intending,
    /// Parts of a land that bear its name: `Southern District of Norland`.
    LandPart,
    /// What is measured in, shortened: `8GB`, `9PM`.
    Measure,
    /// Shortened units and times that have a full stop and a name behind them.
    Unit,
    /// Words with a capital that begin no name: function words, and what headlines and news open with.
    BeginsNoName,
    /// What somebody who speaks of it has made: `Roe said the findings show`.
    OwnWork,
    /// Words that add nothing to an attribution they stand in: `also`, `in an interview`.
    LittleWord,
    /// What opens a phrase that can be a first mention: `two clerks`.
    CountOpener,
    /// Forms of `report`, verb and noun.
    ReportForm,
    /// What opens a phrase about somebody known: `the clerk`, `those divers`.
    Definite,
    /// What counts the people behind `of`: `a number of delegates`, `two of them`.
    PartitiveHead,
    /// What is a part of many people: `the vast majority`.
    PartitiveNoun,
    /// People who are one definite team behind `the`: `the researchers`.
    TeamNoun,
    /// People around somebody, or on a case: `his allies`.
    CircleNoun,
    /// `a second`, `a third`.
    Ordinal,
    /// Shares in one word: `two-thirds`.
    Fraction,
    /// Words that a phrase of a share is made of: `another 12 percent`.
    ShareFiller,
    /// What makes a number about right: `nearly half`.
    Approximation,
    /// What stands between the numbers of a share: `four out of ten`.
    OutOf,
    /// What stands behind a paper that somebody wrote: `a paper by`.
    AuthoredBy,
    /// What says that a name is withheld: `an unnamed aide`.
    Unnamed,
    /// Words in front of a phrase that are no part of a name, whatever their capital.
    PhraseOpener,
    /// What somebody is called by party or seat: `the Orle Republican`.
    Partisan,
    /// What stands in front of `report` where it is an outlet's: `the latest report`.
    NewsModifier,
    /// What the page calls somebody it has named: `the billionaire`.
    Epithet,
    /// Nouns for a business, whose name need not say that it is one: `the carmaker`.
    FirmNoun,
    /// Words for two people who have been named: `the couple`, `the two`.
    Couple,
    /// Nouns in the singular for several people: `police`, `the crew`.
    Crew,
    /// Nouns for one person by where they are from, apart from `Norwegian` and its like: `the Welshman`.
    Native,
    /// Who is about and seldom has a name: `the moderator`, `the neighbour`.
    Bystander,
    /// Words that are no name, whatever their capital.
    NeverName,
    /// What a company has and no person: `Orsa shareholders`.
    BusinessNoun,
    /// Nouns for bodies of any sort: `the group` may be a trust or a union.
    GroupNoun,
    /// Nouns for outlets in print.
    PaperNoun,
    /// Nouns for outlets on air.
    AirNoun,
    /// What the names of papers end with and those of channels do not.
    PaperTitle,
    /// By which somebody is made to say something: `helped him say`.
    CausingVerb,
    /// What says that a name is kept: `on condition of anonymity`.
    Anonymity,
    /// By which it is asked for: `on condition of anonymity`.
    AnonymityAsked,
    /// What is kept, and the verbs that keep it behind a negation: `declined to give her name`.
    NameNoun,
    GivingAway,
    /// What says why, behind that: `because`.
    ReasonOpener,
    /// Without what leave nobody speaks by name: `not authorised to speak`.
    LeaveParticiple,
    /// What takes that leave.
    SpeakingOut,
    /// `he`, `she`, `they`: what stands for people.
    PersonPronoun,
    /// `he` in any case.
    HeForm,
    /// `she` in any case.
    SheForm,
    /// `they` in any case.
    TheyForm,
    /// `it` in any case.
    ItForm,
    /// What opens when, why or how something was said rather than what: `before`, `without`.
    CircumstanceOpener,
    /// What somebody says all or none of: `Nothing the mayor said`.
    Everything,
    /// What shows that the `that` in front of it is no conjunction: `said that of him`.
    DemonstrativeFollower,
    /// What a source stands behind `to` of: `attributed this to a clerk`.
    AttributingVerb,
    /// What a source stands behind `on` of: `based its report on`.
    RelyingVerb,
    /// Of where a claim began: `originated with`.
    BeginningVerb,
    /// What an outlet publishes one of: `the story`.
    NewsPiece,
    /// Offices that companies have: `Orle Water CEO Tim Vey`.
    CompanyOffice,
    /// What a sentence opens with in front of a body's name, and no name does: `Retailer Orle Stores`.
    BodyTitle,
    /// What stands in front of a place: `near Lowby`.
    PlacePreposition,
    /// What companies have behind `of`: `shares of Orle Water`.
    Holding,
}

/// How many words of bits a set has.
const LENGTH: usize = 4;
const _: () = assert!(Class::ALL.len() <= LENGTH * u64::BITS as usize, "a set of classes has no room for so many");

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes([u64; LENGTH]);

impl Classes {
    /// The set of a word that is in no class.
    pub const NONE: Self = Self([0; LENGTH]);

    /// Whether a class is in the set.
    #[must_use]
    pub fn has(&self, class: Class) -> bool {
        let (at, bit) = place(class);
        self.0[at] & bit != 0
    }

    fn add(&mut self, class: Class) {
        let (at, bit) = place(class);
        self.0[at] |= bit;
    }
}

fn place(class: Class) -> (usize, u64) {
    let number = class as usize;
    (number / u64::BITS as usize, 1 << (number % u64::BITS as usize))
}

/// The rows of `word_classes.tsv`: each class with its words, those of the classes it includes among them. A row without
/// a class goes on with the one above; a class that is unknown, here or in the words, is left out, and a test finds it.
fn rows(table: &'static str) -> Vec<(Class, Vec<&'static str>)> {
    let mut classes: Vec<(Class, Vec<&'static str>)> = Vec::new();
    for line in crate::table::rows(table) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        match Class::ALL.iter().find(|(known, _)| *known == name) {
            Some((_, class)) => classes.push((*class, Vec::new())),
            None if name.is_empty() => {}
            None => continue,
        }
        for word in words.split(' ') {
            // Words stand in lower case. To ask of each whether it is a class would take longer than all the rest.
            let mut named = Class::ALL.iter().filter(|_| word.starts_with(|c: char| c.is_ascii_uppercase()));
            let included = named.find(|(known, _)| *known == word);
            let words: Vec<_> = match included.and_then(|(_, class)| classes.iter().find(|(known, _)| known == class)) {
                Some((_, words)) => words.clone(),
                None => vec![word],
            };
            if let Some((_, known)) = classes.last_mut() {
                known.extend(words);
            }
        }
    }
    classes
}

/// Reads `word_classes.tsv`: every word, with its classes.
pub(super) fn read(table: &'static str) -> Table<&'static str, Classes> {
    let mut words: Table<&'static str, Classes> = Table::default();
    for (class, members) in rows(table) {
        for word in members {
            words.entry(word).or_default().add(class);
        }
    }
    words
}
