//! Every form of the journey, sent with what cannot be read: what it says of it, where, and to whom.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use yew::prelude::*;

use super::forms::{error_id, field_id};
use super::journey::World;
use super::state::{Action, FILING_DAY, FILING_TIME, State, Step, reduce};
use super::{View, applicant, typed};
use crate::content;
use crate::engine::assess;
use crate::engine::catalogue::FactKind;
use crate::lang::Lang;
use crate::words::Words;
use crate::words::labels::{Labels, labels};

#[derive(Properties, PartialEq)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

/// A form that was sent: its state and its page.
struct Sent {
    state: State,
    html: String,
}

fn world() -> World<'static> {
    let shipped = content::shipped();
    let now = typed::read_filing("2026-11-23T10:00").unwrap();
    World { catalogue: shipped.catalogue, calendar: &shipped.calendar, version: shipped.version, now }
}

/// Writes into the fields of the page at this address, and sends its form.
async fn sent(address: &str, fields: &[(&str, &str)]) -> Sent {
    let world = world();
    let mut state = world.settled(State::from_fragment(address, world.catalogue));
    for (field, text) in fields {
        let typed = Action::Type { field: (*field).to_owned(), text: (*text).to_owned() };
        state = world.settled(reduce(&state, typed, world.catalogue));
    }
    let state = world.settled(reduce(&state, Action::Submit, world.catalogue));
    let case = state.case(world.stand_in_channel(&state), world.meanwhile());
    let verdict = case.as_ref().map(|case| assess(world.catalogue, world.calendar, case));
    let words = Words { lang: state.lang, catalogue: world.catalogue, calendar: world.calendar };
    let view = View {
        state: &state,
        page: "",
        world,
        words,
        labels: labels(state.lang),
        case: case.as_ref(),
        verdict: verdict.as_ref(),
        act: Callback::noop(),
        whole: None,
        is_brief: false,
    };
    let html = applicant::main(&view);
    let html = yew::LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render().await;
    Sent { state, html }
}

impl Sent {
    /// The start tag of the element with this id.
    fn tag(&self, id: &str) -> &str {
        let place = self.html.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}: {}", self.html));
        let (before, after) = self.html.split_at(place);
        let (start, end) = (before.rfind('<').unwrap(), place + after.find('>').unwrap());
        self.html.get(start..end).unwrap()
    }

    /// The page tells of these errors, in this order, and of no other.
    fn tells(&self, labels: &Labels, errors: &[(&str, &str)]) {
        let html = &self.html;
        let summary = self.tag("errors");
        assert!(summary.contains("role=\"alert\"") && summary.contains("tabindex=\"-1\""), "{summary}");
        assert!(html.contains(labels.please_correct), "{html}");
        let mut links = Vec::new();
        for (field, said) in errors {
            links.push(format!("href=\"#{}\">{said}</a>", field_id(field)));
            self.tag(&field_id(field));
            assert!(html.contains(&format!("id=\"{}\">{said}</p>", error_id(field))), "{said} beside {field}: {html}");
            // The hint is heard before what is wrong.
            let invalid = html.split('<').filter(|tag| tag.contains("aria-invalid=\"true\""));
            let described = invalid.filter_map(|tag| tag.split("aria-describedby=\"").nth(1)?.split('"').next());
            let described: Vec<_> = described.filter(|by| by.ends_with(&error_id(field))).collect();
            let hint = format!("hint-{field}");
            let expected = if html.contains(&format!("id=\"{hint}\"")) { format!("{hint} ") } else { String::new() };
            assert_eq!(described, [format!("{expected}{}", error_id(field))], "{html}");
        }
        let places: Vec<_> = links.iter().map(|link| html.find(link.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{links:?} in {html}");
        assert_eq!(html.matches("class=\"app-error\"").count(), errors.len(), "{html}");
        assert_eq!(html.matches("aria-invalid=\"true\"").count(), errors.len(), "{html}");
    }

    fn keeps(&self, field: &str, text: &str) {
        assert!(self.tag(&field_id(field)).contains(&format!("value=\"{text}\"")), "{text} is lost: {}", self.html);
    }
}

/// Every question and every choice of a way: the addresses after the language, the field and its kind.
fn pages() -> Vec<(String, String, FactKind)> {
    let catalogue = content::shipped().catalogue;
    let (mut pages, mut asked) = (Vec::new(), BTreeSet::new());
    for service in &catalogue.services {
        for edition in &service.editions {
            let told = format!("?edition={}", edition.id);
            pages.push((format!("/{}/channel{told}", service.id), "channel".to_owned(), FactKind::Word));
            for channel in &edition.channels {
                for fact in edition.questions.iter().chain(&channel.questions) {
                    if asked.insert(format!("{} {fact}", service.id)) {
                        let address = format!("/{}/{fact}{told}&channel={}", service.id, channel.id.slug());
                        pages.push((address, fact.to_string(), catalogue.vocabulary.fact(fact).unwrap().kind));
                    }
                }
            }
        }
    }
    pages
}

/// What may be wrong with a date, and what is said of it.
fn wrong_dates(labels: &Labels) -> [(&'static str, &'static str); 5] {
    [
        ("", labels.write_date),
        ("tomorrow", labels.write_date),
        ("3.11.26", labels.write_year),
        ("3 November", labels.write_year),
        ("31.2.2026", labels.no_such_day),
    ]
}

#[tokio::test(flavor = "current_thread")]
async fn every_question_that_is_not_answered_says_so_beside_its_field() {
    let look = async {
        let mut met = BTreeSet::new();
        for lang in Lang::ALL {
            let labels = labels(lang);
            for (page, field, kind) in pages() {
                let address = format!("#/applicant/{}{page}", lang.code());
                met.insert(format!("{kind:?}"));
                match kind {
                    FactKind::Boolean | FactKind::Word => {
                        let sent = sent(&address, &[]).await;
                        sent.tells(labels, &[(&field, labels.choose_one)]);
                        let group = sent.html.split('<').find(|tag| tag.starts_with("fieldset")).unwrap();
                        assert!(group.contains("role=\"radiogroup\"") && group.contains("aria-invalid"), "{group}");
                    }
                    FactKind::Moment => sent(&address, &[]).await.tells(labels, &[(&field, labels.moment_hint)]),
                    FactKind::Date => {
                        for (text, said) in wrong_dates(labels) {
                            let sent = sent(&address, &[(&field, text)]).await;
                            sent.tells(labels, &[(&field, said)]);
                            sent.keeps(&field, text);
                        }
                    }
                }
            }
        }
        assert!(3 <= met.len(), "{met:?}");
    };
    tokio::task::LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn two_errors_of_one_page_are_told_in_the_order_of_its_fields() {
    let look = async {
        for lang in Lang::ALL {
            let labels = labels(lang);
            let told = "channel=provider_office&edition=order-19-2023&reason=academic_leave";
            let address = format!("#/applicant/{}/tve-incomplete-certificate/filing?{told}", lang.code());
            for (text, said) in wrong_dates(labels) {
                let sent = sent(&address, &[(FILING_DAY, text), (FILING_TIME, "25:00")]).await;
                sent.tells(labels, &[(FILING_DAY, said), (FILING_TIME, labels.write_time)]);
                sent.keeps(FILING_DAY, text);
                sent.keeps(FILING_TIME, "25:00");
            }
            let late = sent(&address, &[(FILING_DAY, "3 November 2026"), (FILING_TIME, "")]).await;
            late.tells(labels, &[(FILING_TIME, labels.write_time)]);
            late.keeps(FILING_DAY, "3 November 2026");
        }
    };
    tokio::task::LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_of_documents_has_nothing_to_correct() {
    let look = async {
        let told = "at=2026-11-23T10:00&channel=provider_office&edition=order-19-2023&reason=academic_leave";
        let sent = sent(&format!("#/applicant/kk/tve-incomplete-certificate/documents?{told}"), &[]).await;
        assert_ne!(sent.state.step, Some(Step::Documents), "nothing need be ticked");
        assert_eq!((sent.state.refused, sent.html.contains("app-error")), (0, false));
    };
    tokio::task::LocalSet::new().run_until(look).await;
}
