//! How an answer begins: the edition and the channel of a case, and when it is taken in.

use super::calendar::{Calendar, NotCovered, WorkWeek};
use super::case::Case;
use super::catalogue::{Catalogue, Channel, Edition, PublicService};
use super::condition::Truth;
use super::edition::{self, Governing};
use super::hours::{self, Weeks};
use super::verdict::{Acceptance, Caution, Intake, Verdict};
use super::{as_known, office_week, outside};

/// When the case is taken in: what [`assess`](super::assess) begins with, for whoever needs no more of it.
pub fn taken_in(catalogue: &Catalogue, calendar: &Calendar, case: &Case) -> Intake {
    receive(catalogue, &as_known(calendar, case), case).0.intake
}

/// What of a case the rest is judged by.
pub(super) type Received<'a, 'c> = (&'a PublicService, &'a Edition, Weeks<'c>);

/// How the answer begins: the edition and the channel of the case, and when it is taken in.
pub(super) fn receive<'a, 'c>(
    catalogue: &'a Catalogue,
    calendar: &'c Calendar,
    case: &Case,
) -> (Verdict<'a>, Option<Received<'a, 'c>>) {
    let mut verdict = Verdict::blank(case);
    let Some(service) = catalogue.service(&case.service) else { return (verdict, None) };
    verdict.service = Some(service);
    let Some(edition) = place(service, calendar, case, &mut verdict) else { return (verdict, None) };
    let office = calendar.week(office_week(edition, case));
    let weeks = Weeks { office, six_day: calendar.week(WorkWeek::SixDay) };
    verdict.edition = Some(edition);
    verdict.channel = edition.channel(case.channel);
    match verdict.channel {
        None => verdict.cautions.push(Caution::ChannelNotOffered),
        Some(channel) => match intake(edition, channel, case, weeks) {
            Ok(intake) => verdict.intake = intake,
            Err(limits) => verdict.cautions.push(outside(limits)),
        },
    }
    (verdict, Some((service, edition, weeks)))
}

/// The edition that the case falls under; none if none is known, or if it cannot be decided, as the verdict then says.
fn place<'a>(
    service: &'a PublicService,
    calendar: &Calendar,
    case: &Case,
    verdict: &mut Verdict<'a>,
) -> Option<&'a Edition> {
    let named = case.edition.as_ref().and_then(|id| service.edition(id));
    let governing = match named {
        Some(edition) => match edition::binds(edition, case) {
            Truth::False => Governing::NoneKnown,
            Truth::True => Governing::Edition(edition),
            Truth::Unknown { needs } => {
                verdict.cautions.push(Caution::TerritoryUnknown);
                verdict.needs.extend(needs);
                Governing::Edition(edition)
            }
        },
        None => governing_on_acceptance(service, calendar, case),
    };
    match governing {
        Governing::Edition(edition) => Some(edition),
        Governing::Undecided { needs } => {
            verdict.needs.push(needs);
            None
        }
        Governing::NoneKnown => {
            verdict.acceptance = Some(Acceptance::NoEditionKnown);
            None
        }
    }
}

/// The edition of the acceptance day, which a closed desk may move past the filing day.
fn governing_on_acceptance<'a>(service: &'a PublicService, calendar: &Calendar, case: &Case) -> Governing<'a> {
    let on_filing = edition::governing(service, case, case.accepted_at.date());
    let Governing::Edition(edition) = on_filing else { return on_filing };
    let Some(channel) = edition.channel(case.channel) else { return on_filing };
    let office = calendar.week(office_week(edition, case));
    let weeks = Weeks { office, six_day: calendar.week(WorkWeek::SixDay) };
    match hours::intake(&channel.opening, case, weeks).ok().and_then(|intake| intake.day_zero()) {
        Some(day) => edition::governing(service, case, day),
        None => on_filing,
    }
}

/// When the channel takes the case in. Where a closed desk has moved the case under an edition that begins on a later
/// day, that edition's desks take it in from its first day on, even if their hours would have been longer.
fn intake(edition: &Edition, channel: &Channel, case: &Case, weeks: Weeks) -> Result<Intake, NotCovered> {
    let intake = hours::intake(&channel.opening, case, weeks)?;
    let first = edition.in_force.not_before;
    if case.edition.is_some() || intake.day_zero().is_none_or(|day| first <= day) {
        return Ok(intake);
    }
    let waiting = Case { accepted_at: first.and_time(chrono::NaiveTime::MIN), ..case.clone() };
    let later = hours::intake(&channel.opening, &waiting, weeks)?;
    Ok(Intake { filed_at: intake.filed_at, next_opening: later.taken_in_at, ..later })
}
