//! Every combination of ticks in every situation, against a table of documents written by hand from the paragraphs.
//!
//! The table knows nothing of the catalogue's conditions. Where a fact is not told, it is asked for each answer.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod grid;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};
use grid::{Grid, blank, channels, content};
use merzim::engine::assess;
use merzim::engine::case::{Case, FactValue, read_moment};
use merzim::engine::catalogue::{Channel, Edition, PublicService, Validity};
use merzim::engine::fixes::{self, Fix};
use merzim::engine::verdict::{DocumentLine, DocumentStatus, ListStanding, Verdict};

/// What the paragraph makes of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Required,
    /// Required, and worth nothing as it is: an application that a one-time password signed.
    RequiredOtherwise,
    /// The state has it.
    NotDemanded,
    /// Bring it, though it is not listed, or not clearly.
    Bring,
    /// It opens the faster way.
    Faster,
}
use Need::{Bring, Faster, NotDemanded, Required, RequiredOtherwise};

/// The documents in a situation in which all is told.
fn table(service: &str, edition: &str, channel: &str, told: &Case) -> Vec<(&'static str, Need)> {
    let word = |fact: &str| match told.fact(fact) {
        Some(FactValue::Word(word)) => word.to_string(),
        other => format!("{other:?}"),
    };
    let is = |fact: &str| told.fact(fact) == Some(&FactValue::Bool(true));
    let reason = word("reason");
    match (service, edition, channel) {
        // F1 ¶9. The list of 2019 (F0 a3 ¶4) is not known: F1 is advice, and an ID copy is no advice
        // where the state has it.
        ("tve-diploma-duplicate", _, _) => {
            let listed = if edition == "standard-2015" { Required } else { Bring };
            let copy = if channel == "provider_office" { listed } else { NotDemanded };
            let third: &[_] = match reason.as_str() {
                "lost" => &[("newspaper_extract", listed)],
                "damaged" | "unfit" => &[("damaged_original", listed)],
                "name_changed" | "error_in_document" => &[("original_document", Bring)],
                _ => &[],
            };
            [&[("application", listed), ("id_copy", copy)], third].concat()
        }
        // F2 annex 2 row 8; before 2023 the list is not known.
        ("tve-incomplete-certificate", "order-19-2023", _) => {
            vec![("application", Required), ("id_document", Required)]
        }
        ("tve-incomplete-certificate", ..) => vec![("application", Bring), ("id_document", Bring)],
        // F0 annex 4 ¶5(3); A-17.
        ("tve-transfer-reinstatement", ..) => {
            let moved = word("action") == "transfer" && !is("in_vacation") && is("is_minor") && is("family_relocated");
            let paid = is("expelled_for_non_payment_in_semester") && is("debt_paid");
            let moved = moved.then_some(("relocation_proof", Required));
            let paid = (word("action") == "reinstatement" && paid).then_some(("debt_payment_proof", Faster));
            moved.into_iter().chain(paid).collect()
        }
        // F3 ¶9 portal 1)–2): a one-time password logs in, it does not sign.
        ("he-diploma-duplicate", _, "portal") if word("signature") == "otp" => vec![("application", RequiredOtherwise)],
        // F4 L15–23.
        ("school-certificate-duplicate", _, _) => {
            let at_desk = channel != "portal";
            let original = match reason.as_str() {
                "damaged" | "unfit" | "name_changed" => Some(if at_desk { Required } else { Bring }),
                "error_in_document" => Some(Bring),
                _ => None,
            };
            let identity = at_desk.then_some(("id_document", Required));
            let original = original.map(|need| ("original_document", need));
            [("application", Required)].into_iter().chain(identity).chain(original).collect()
        }
        // F0 annexes 1, 2; F3 ¶4: the list is not known, and there is none to borrow.
        _ => Vec::new(),
    }
}

/// The facts that the paragraphs above turn on, and the documents that they name.
fn named(service: &str, channel: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match (service, channel) {
        ("tve-diploma-duplicate", _) => (
            &["reason", "newspaper_published"],
            &["application", "id_copy", "newspaper_extract", "damaged_original", "original_document"],
        ),
        ("tve-incomplete-certificate", _) => (&[], &["application", "id_document"]),
        ("tve-transfer-reinstatement", _) => (
            &[
                "action",
                "in_vacation",
                "is_minor",
                "family_relocated",
                "expelled_for_non_payment_in_semester",
                "debt_paid",
            ],
            &["relocation_proof", "debt_payment_proof"],
        ),
        ("he-diploma-duplicate", "portal") => (&["signature"], &["application"]),
        ("school-certificate-duplicate", _) => (&["reason"], &["application", "id_document", "original_document"]),
        _ => (&[], &["application"]),
    }
}

/// The reasons of each duplicate, and the values of the other words.
const REASONS: [&str; 5] = ["lost", "damaged", "unfit", "name_changed", "error_in_document"];

/// The case with every answer to each finite fact that it does not tell.
fn worlds(case: &Case, facts: &[&str]) -> Vec<Case> {
    let mut worlds = vec![case.clone()];
    for fact in facts.iter().filter(|fact| **fact != "newspaper_published" && case.fact(fact).is_none()) {
        let word = |word: &'static str| FactValue::Word(word.into());
        let values: Vec<_> = match *fact {
            "reason" => REASONS.map(word).into(),
            "action" => ["transfer", "reinstatement"].map(word).into(),
            "signature" => ["eds", "otp"].map(word).into(),
            _ => [true, false].map(FactValue::Bool).into(),
        };
        let with = |world: &Case, value: &FactValue| {
            let mut with = world.clone();
            with.facts.insert((*fact).to_owned(), value.clone());
            with
        };
        worlds = worlds.iter().flat_map(|world| values.iter().map(move |value| with(world, value))).collect();
    }
    worlds
}

/// A situation: where, what is told and held, and the acceptance day worked out by hand.
struct Situation<'c> {
    service: &'c str,
    edition: &'c str,
    channel: &'c str,
    case: &'c Case,
    accepted: NaiveDate,
}

impl Situation<'_> {
    /// Whether the document counts if it is held: an extract up to ten days old does; none if its day is untold.
    fn counts(&self, document: &str) -> Option<bool> {
        let published = self.case.fact("newspaper_published").and_then(FactValue::date);
        match document {
            "newspaper_extract" => published.map(|day| (0..=10).contains(&(self.accepted - day).num_days())),
            _ => Some(true),
        }
    }

    fn in_order(&self, document: &str) -> bool {
        self.case.holds(document) && self.counts(document) == Some(true)
    }

    /// The need for the document in each world; one, if the worlds agree.
    fn needs(&self, document: &str, worlds: &[Case]) -> BTreeSet<Option<Need>> {
        let need = |world: &Case| {
            let rows = table(self.service, self.edition, self.channel, world);
            rows.into_iter().find(|(named, _)| *named == document).map(|(_, need)| need)
        };
        worlds.iter().map(need).collect()
    }

    /// Missing, not valid, to bring along, and open.
    fn expected(&self, documents: &[&'static str], worlds: &[Case]) -> [BTreeSet<&'static str>; 4] {
        let [mut missing, mut invalid, mut bring, mut open] = [const { BTreeSet::new() }; 4];
        for document in documents {
            let (needs, held) = (self.needs(document, worlds), self.case.holds(document));
            let counts = self.counts(document);
            let agreed = (needs.len() == 1).then(|| *needs.first().unwrap());
            match agreed {
                Some(Some(Required)) if held && counts.is_none() => drop(open.insert(*document)),
                Some(Some(Required)) if !self.in_order(document) => drop(missing.insert(*document)),
                Some(Some(RequiredOtherwise)) => drop(missing.insert(*document)),
                Some(Some(Bring)) if !held || counts == Some(false) => drop(bring.insert(*document)),
                Some(_) => {}
                None if needs.iter().flatten().all(|need| !matches!(need, Required | RequiredOtherwise)) => {}
                None if self.in_order(document) => {}
                None => drop(open.insert(*document)),
            }
            let bears = matches!(agreed, Some(Some(Required | Bring)));
            if held && (bears && counts == Some(false) || agreed == Some(Some(RequiredOtherwise))) {
                invalid.insert(*document);
            }
        }
        [missing, invalid, bring, open]
    }

    /// What must be brought in a world.
    fn wanted(&self, world: &Case) -> Vec<&'static str> {
        let rows = table(self.service, self.edition, self.channel, world).into_iter();
        // Signed how, nobody has said: an application in hand is taken as signed rightly.
        let taken = |document: &str| self.case.holds(document) && self.case.fact("signature").is_none();
        let wanted = rows.filter(|(document, need)| match need {
            Required => !self.in_order(document),
            RequiredOtherwise => !taken(document),
            NotDemanded | Bring | Faster => false,
        });
        wanted.map(|(document, _)| document).collect()
    }
}

fn answer(case: &Case) -> Verdict<'static> {
    assess(content().catalogue, &content().calendar, case)
}

fn is_complete(case: &Case) -> bool {
    let documents = answer(case).documents;
    documents.missing().next().is_none() && documents.undecided().next().is_none()
}

/// The case after these documents of the fix are brought, a dated one with the first date that will do.
fn brought(world: &Case, fix: &Fix, but: Option<&str>, days_too_old: u64) -> Case {
    let mut case = world.clone();
    for wanted in fix.documents.iter().filter(|wanted| Some(wanted.evidence) != but) {
        case.documents_present.insert(wanted.evidence.to_owned());
        if let Some(from) = wanted.dated_from {
            let date = FactValue::Date(from - Days::new(days_too_old));
            case.facts.insert("newspaper_published".to_owned(), date);
        }
        if world.fact("signature").is_some() && wanted.instead_of.is_some() {
            case.facts.insert("signature".to_owned(), FactValue::Word("eds".into()));
        }
    }
    case
}

/// The fixes are the sets wanted in the worlds; each completes its worlds, and no part of it does.
fn check_fixes(situation: &Situation, worlds: &[Case]) -> usize {
    let case = situation.case;
    let fixes = fixes::all(content().catalogue, &content().calendar, case, &answer(case));
    let ids = |fix: &Fix<'static>| fix.documents.iter().map(|wanted| wanted.evidence).collect::<Vec<_>>();
    let given: BTreeSet<_> = fixes.iter().map(ids).collect();
    let expected: BTreeSet<_> =
        worlds.iter().map(|world| situation.wanted(world)).filter(|set| !set.is_empty()).collect();
    assert_eq!(given, expected, "{} {} {:?}", situation.edition, situation.channel, case);
    for fix in &fixes {
        let mine = |world: &&Case| situation.wanted(world) == ids(fix);
        let said = |world: &&Case| fix.when.iter().all(|(fact, values)| values.contains(world.fact(fact).unwrap()));
        if !fix.when.is_empty() {
            assert_eq!(worlds.iter().filter(mine).count(), worlds.iter().filter(said).count(), "{fix:?} {case:?}");
        }
        for world in worlds.iter().filter(mine).take(2) {
            assert!(said(&world) && is_complete(&brought(world, fix, None, 0)), "{fix:?} does not complete {world:?}");
            for wanted in &fix.documents {
                let without = brought(world, fix, Some(wanted.evidence), 0);
                assert!(!is_complete(&without), "{fix:?} completes {world:?} without {wanted:?}");
            }
            let dated = fix.documents.iter().any(|wanted| wanted.dated_from.is_some());
            assert!(!dated || !is_complete(&brought(world, fix, None, 1)), "{fix:?} may be older for {world:?}");
        }
    }
    fixes.len()
}

fn check(situation: &Situation, documents: &[&'static str], facts: &[&str]) -> usize {
    let (case, worlds) = (situation.case, worlds(situation.case, facts));
    let found = answer(case).documents;
    let own = |line: &&DocumentLine| !line.borrowed;
    let of = |status: fn(&DocumentStatus) -> bool, lines: Vec<&DocumentLine<'static>>| {
        lines.into_iter().filter(|line| status(&line.status)).map(|line| line.rule.evidence.as_str()).collect()
    };
    let given: [BTreeSet<&str>; 4] = [
        found.missing().collect(),
        of(|status| matches!(status, DocumentStatus::Invalid(_)), found.lines.iter().collect()),
        found.bring_also().collect(),
        of(|status| matches!(status, DocumentStatus::Undecided { .. }), found.lines.iter().filter(own).collect()),
    ];
    let place = [situation.service, situation.edition, situation.channel].join(" ");
    assert_eq!(given, situation.expected(documents, &worlds), "{place} {case:?}");
    // The list is known, but what an error or a new name asks for is not.
    let known = found.standing == ListStanding::Stated || found.standing == ListStanding::AssumedSameAsProvider;
    let reason = case.fact("reason").map(ToString::to_string);
    let unclear: &[_] = match situation.service {
        "tve-diploma-duplicate" => &["name_changed", "error_in_document"],
        _ => &["error_in_document"],
    };
    let unclear = known && reason.is_some_and(|reason| unclear.contains(&reason.as_str()));
    assert_eq!(found.unconfirmed, unclear, "{place} {case:?}");
    for line in found.lines.iter().filter(|line| line.rule.evidence == *"newspaper_extract") {
        let published = case.fact("newspaper_published").and_then(FactValue::date);
        assert_eq!(line.valid_until, published.map(|day| day + TimeDelta::days(10)), "{place} {case:?}");
    }
    check_fixes(situation, &worlds)
}

/// By hand: the desk is open on the Friday; on the Saturday evening every desk is closed until Monday, the portal not.
const FILED: [(&str, &str); 2] = [("2016-10-14T10:00", "2016-10-14"), ("2016-10-15T20:30", "2016-10-17")];

fn ticked(case: &Case, documents: &[&str], ticks: usize) -> Case {
    let mut case = case.clone();
    let held = documents.iter().enumerate().filter(|(place, _)| ticks >> place & 1 == 1);
    case.documents_present.extend(held.map(|(_, document)| (*document).to_owned()));
    case
}

fn facts_of_rules(service: &PublicService, channel: &Channel) -> BTreeSet<&'static str> {
    let nearest = channel.evidence.nearest.as_ref();
    let nearest = nearest.and_then(|nearest| service.edition(&nearest.edition)?.channel(nearest.channel));
    let rules = [Some(channel), nearest].into_iter().flatten().flat_map(|channel| channel.evidence.rules.iter());
    let mut facts = Vec::new();
    for rule in rules {
        rule.when.facts(&mut facts);
        match &rule.validity {
            Some(Validity::MaxAge { fact, .. }) => facts.push(fact),
            Some(Validity::NotWhen { condition, .. }) => condition.facts(&mut facts),
            None => {}
        }
    }
    let vocabulary = content().catalogue.vocabulary.facts.iter().map(|fact| fact.id.as_str());
    vocabulary.filter(|fact| facts.contains(fact)).collect()
}

fn each_case(service: &PublicService, edition: &Edition, channel: &Channel, try_it: &mut dyn FnMut(Situation)) {
    let (facts, documents) = named(service.id.as_str(), channel.id.slug());
    assert_eq!(
        facts_of_rules(service, channel),
        facts.iter().copied().collect(),
        "{} is another list",
        edition.id.as_str()
    );
    let finite = facts.iter().filter(|fact| **fact != "newspaper_published");
    for (at, accepted) in FILED {
        let at = read_moment(at).unwrap();
        let accepted = if channel.id.slug() == "portal" { at.date() } else { accepted.parse().unwrap() };
        let grid = Grid::new(blank(service, edition, channel, at), finite.clone());
        let ages: &[_] = if facts.contains(&"newspaper_published") {
            &[None, Some(-1), Some(0), Some(10), Some(11)]
        } else {
            &[None]
        };
        for (number, age) in (0..grid.len()).flat_map(|number| ages.iter().map(move |age| (number, age))) {
            let mut case = grid.case(number);
            let published = age.map(|age| accepted - TimeDelta::days(age));
            case.facts.extend(published.map(|day| ("newspaper_published".to_owned(), FactValue::Date(day))));
            for ticks in 0..1 << documents.len() {
                let case = ticked(&case, documents, ticks);
                let (service, edition) = (service.id.as_str(), edition.id.as_str());
                try_it(Situation { service, edition, channel: channel.id.slug(), case: &case, accepted });
            }
        }
    }
}

#[test]
fn every_combination_of_ticks_in_every_situation_equals_the_table_and_every_fix_is_minimal() {
    let (mut tried, mut fixes) = (0, 0);
    for (service, edition, channel) in channels() {
        let (facts, documents) = named(service.id.as_str(), channel.id.slug());
        each_case(service, edition, channel, &mut |situation| {
            tried += 1;
            fixes += check(&situation, documents, facts);
        });
    }
    assert!(15_000 < tried && 5_000 < fixes, "{tried} tried, {fixes} fixes");
}
