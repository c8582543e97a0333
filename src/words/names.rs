//! The catalogue's closed words, its hours, and the values of facts.

use super::dates::{self, Value};
use super::{Words, without_stop};
use crate::engine::case::FactValue;
use crate::engine::catalogue::{
    AfterHours, Because, Channel, Confidence, Desk, Edition, FactType, Fee, FormKind, IfIncomplete, Opening,
    OpeningDays, OpeningHours, ReportAbout, Topic,
};

impl Words<'_> {
    /// Yes or no, the word's own name, or the date.
    pub fn fact_value(&self, fact: &FactType, value: &FactValue) -> String {
        let phrases = self.phrases();
        match value {
            FactValue::Bool(true) => phrases.yes.to_owned(),
            FactValue::Bool(false) => phrases.no.to_owned(),
            FactValue::Date(date) => dates::date_weekday(self.lang, *date),
            FactValue::Moment(moment) => dates::moment(self.lang, *moment),
            FactValue::Word(word) => {
                let named = fact.values.iter().find(|named| *word == named.id);
                named.map_or(word.as_ref(), |named| named.name.get(self.lang)).to_owned()
            }
        }
    }

    /// Why a value is unknown, as a sentence.
    pub fn because(&self, because: Because) -> &'static str {
        let phrases = self.phrases();
        match because {
            Because::StandardNotInSources => phrases.standard_not_in_sources,
            Because::EarlierWordingNotInSources => phrases.earlier_wording,
            Because::NotStated => phrases.not_stated,
        }
    }

    /// The heading of a provision.
    pub fn topic(&self, topic: Topic) -> &'static str {
        let phrases = self.phrases();
        match topic {
            Topic::AcceptanceReceipt => phrases.acceptance_receipt,
            Topic::RefusalReceipt => phrases.refusal_receipt,
            Topic::Consent => phrases.consent,
            Topic::ObtainedByState => phrases.obtained_by_state,
            Topic::MustNotDemand => phrases.must_not_demand,
            Topic::Queue => phrases.queue,
            Topic::Collection => phrases.collection,
            Topic::Representative => phrases.representative,
            Topic::Storage => phrases.storage,
            Topic::HomeVisit => phrases.home_visit,
            Topic::Hearing => phrases.hearing,
            Topic::Delivery => phrases.delivery,
            Topic::Portal => phrases.portal,
            Topic::Status => phrases.status,
            Topic::Court => phrases.court,
        }
    }

    /// How sure a report is, to stand beside it.
    pub fn confidence(&self, confidence: Confidence) -> &'static str {
        let phrases = self.phrases();
        match confidence {
            Confidence::Official => phrases.official,
            Confidence::Secondary => phrases.secondary,
            Confidence::Unknown => phrases.unknown,
        }
    }

    pub fn fee(&self, fee: Fee) -> &'static str {
        match fee {
            Fee::Free => self.phrases().free,
        }
    }

    /// The heading of a report.
    pub fn report_about(&self, about: ReportAbout) -> &'static str {
        let phrases = self.phrases();
        match about {
            ReportAbout::Act => phrases.about_act,
            ReportAbout::Channel => phrases.about_channel,
            ReportAbout::Term => phrases.about_term,
            ReportAbout::Documents => phrases.about_documents,
            ReportAbout::Window => phrases.about_window,
        }
    }

    /// What a channel does with an incomplete package, as a sentence.
    pub fn if_incomplete(&self, then: IfIncomplete) -> &'static str {
        let phrases = self.phrases();
        match then {
            IfIncomplete::RefuseAcceptance => phrases.incomplete_is_refused,
            IfIncomplete::RefuseService => phrases.incomplete_refuses_service,
            IfIncomplete::Advise => phrases.incomplete_is_advised,
        }
    }

    /// That a refusal to accept is given in writing: only where the edition knows such a paper.
    pub fn refusal_receipt(&self, edition: &Edition, channel: &Channel) -> Option<&'static str> {
        let is_given = channel.if_incomplete.value == IfIncomplete::RefuseAcceptance
            && edition.forms.iter().any(|form| form.kind == FormKind::RefusalReceipt);
        is_given.then(|| self.phrases().with_receipt)
    }

    /// The hours in words, a line for each; of several desks, each line names its desk.
    pub fn opening(&self, opening: &Opening) -> Vec<String> {
        let phrases = self.phrases();
        match opening {
            Opening::RoundTheClock(portal) => match portal.after_hours {
                AfterHours::NextWorkingDay => {
                    let mut lines = vec![phrases.round_the_clock.to_owned(), phrases.after_hours_next_day.to_owned()];
                    lines.extend(portal.hours.iter().map(|hours| self.hours(hours)));
                    lines
                }
                AfterHours::NotStated => vec![phrases.round_the_clock.to_owned()],
            },
            Opening::Desks(desks) => {
                let several = desks.desks.len() > 1;
                desks.desks.iter().flat_map(|desk| self.desk(desk, several)).collect()
            }
        }
    }

    fn desk(&self, desk: &Desk, named: bool) -> Vec<String> {
        let name = self.named(&self.catalogue.vocabulary.desks, &desk.id);
        let line = |hours| {
            let hours = self.hours(hours);
            if named { [without_stop(name), ". ", &hours].concat() } else { hours }
        };
        let assumed = desk.assumed.then(|| self.phrases().hours_assumed.to_owned());
        desk.hours.iter().map(line).chain(assumed).collect()
    }

    fn hours(&self, hours: &OpeningHours) -> String {
        let phrases = self.phrases();
        let days = match hours.days {
            OpeningDays::WorkingDays => phrases.on_working_days,
            OpeningDays::Saturdays => phrases.on_saturdays,
        };
        let open =
            [("days", Value::Text(days)), ("opens", Value::Time(hours.opens)), ("closes", Value::Time(hours.closes))];
        match hours.lunch {
            None => self.fill(phrases.open_hours, &open),
            Some([lunch, back]) => {
                let [days, opens, closes] = open;
                let slots = [days, opens, closes, ("lunch", Value::Time(lunch)), ("back", Value::Time(back))];
                self.fill(phrases.open_hours_lunch, &slots)
            }
        }
    }
}
