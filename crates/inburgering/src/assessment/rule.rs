//! The rule by which a request is assessed, clause by clause, in the order of the text.
//!
//! Each clause adds the refusals that follow from it, in the order of the catalogue, and none stops the others: a refusal
//! names every reason.

use chrono::NaiveDate;

use super::{Assessment, AssessmentError, AssessmentOptions, AssessmentOutcome, Awaited, InheritedProtocol, Occasion};
use crate::history::RequestRecord;
use crate::municipality::Region;
use crate::{
    Brussels, Deadline, EarlierRequest, History, LegalBasis, Municipality, MunicipalityError, Notice, Protocol,
    ProtocolKind, ProtocolStage, Purposes, Refusal, Register, Request, RequestState, Standing, WorkingDays,
};

/// The term if the protocol was signed at receipt: "about ten working days".
const TERM_SIGNED: WorkingDays = WorkingDays(10);
/// The term if the standard protocol had still to be signed: "about 20 working days".
const TERM_STANDARD: WorkingDays = WorkingDays(20);

/// The municipalities that a city agency of their own serves in the agency's place.
const CITY_AGENCIES: [u32; 2] = [11002, 44021];

/// A request that is assessed on a day, with all that the rule may read.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) request: &'a Request,
    pub(super) on: NaiveDate,
    pub(super) occasion: Occasion,
    pub(super) options: &'a AssessmentOptions,
    pub(super) register: &'a Register,
    pub(super) history: &'a History,
}

/// What the clause of the protocol found.
struct ProtocolClause<'a> {
    /// The protocol relied on, or the one that is waited for.
    protocol: Option<&'a Protocol>,
    /// The kind of the protocol that the list rests on; none if there is to be no list.
    kind: Option<ProtocolKind>,
    /// What is still waited for.
    awaited: Option<Awaited>,
}

impl<'a> ProtocolClause<'a> {
    const NOTHING: Self = Self { protocol: None, kind: None, awaited: None };

    const fn relies_on(protocol: &'a Protocol, awaited: Option<Awaited>) -> Self {
        Self { protocol: Some(protocol), kind: Some(protocol.kind()), awaited }
    }
}

impl<'a> Question<'a> {
    pub(super) fn answer(self) -> Result<Assessment, AssessmentError> {
        let Self { request, on, .. } = self;
        if on < request.received_on() {
            let (id, received_on) = (request.id().clone(), request.received_on());
            return Err(AssessmentError::BeforeReceipt { id, received_on, on });
        }
        let (mut refusals, mut notices) = (Vec::new(), Vec::new());

        // "A municipality that ended in between: its request goes to the successor if the legal person goes on,
        // otherwise it is refused."
        let legal_person = request.municipality().legal_person_on(on)?;
        let municipality = legal_person.unwrap_or(request.municipality());
        if municipality != request.municipality() {
            notices.push(Notice::CarriedOver { from: request.municipality(), to: municipality });
        }

        self.who_may_ask(municipality, &mut refusals, &mut notices);
        if legal_person.is_none() {
            let successor = request.municipality().current(on)?;
            refusals.push(Refusal::MunicipalityEnded { municipality, successor });
        }

        // Data is disclosed on a legal basis, of which there was none before 2019-07-29.
        let legal_basis = LegalBasis::on(on);
        if legal_basis.is_none() {
            refusals.push(Refusal::NoLegalBasis { on });
        }

        // NOTE: who has ended has neither a protocol nor a year any more, so these clauses say nothing of it.
        let clause = match legal_person {
            Some(municipality) => {
                let clause = self.protocol(municipality, &mut refusals, &mut notices)?;
                self.once_a_year(municipality, &mut refusals)?;
                clause
            }
            None => ProtocolClause::NOTHING,
        };

        let mut deadline = None;
        let outcome = if refusals.is_empty() {
            deadline = self.deadline(&clause)?;
            if deadline.is_none() {
                notices.push(Notice::NoTermStated);
            }
            clause.awaited.map_or(AssessmentOutcome::Granted, AssessmentOutcome::Waiting)
        } else {
            AssessmentOutcome::Refused(refusals)
        };
        // "The page still cites article 20; both facts are given to the user."
        if outcome == AssessmentOutcome::Granted && legal_basis != Some(LegalBasis::CITED_BY_PAGE) {
            notices.push(Notice::PageCitesArticle20);
        }

        Ok(Assessment {
            request: request.clone(),
            on,
            occasion: self.occasion,
            options: self.options.clone(),
            municipality,
            outcome,
            notices,
            deadline,
            protocol: clause.protocol.cloned(),
        })
    }

    /// "May ask for a list: a Flemish municipality. The 19 Brussels municipalities: not stated, so refused by default with
    /// their own reason, and allowed by a named option." The page; the option is a choice.
    fn who_may_ask(self, municipality: Municipality, refusals: &mut Vec<Refusal>, notices: &mut Vec<Notice>) {
        match (municipality.region(), self.options.brussels) {
            (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed) => {}
            (Region::Brussels, Brussels::Refused) => refusals.push(Refusal::BrusselsNotStated { municipality }),
            (Region::Wallonia, _) => refusals.push(Refusal::NotFlemish { municipality }),
        }
        // "Antwerpen and Gent are served by their own city agency in AgII's place": decree of 7 June 2013, art. 25.
        if CITY_AGENCIES.contains(&municipality.code().to_u32()) {
            notices.push(Notice::CityAgency { municipality });
        }
    }

    /// "Only with a validated protocol does a municipality get data." The page. Judged on the facts of the register: the
    /// door by which the request came matters only where there is nothing in force.
    fn protocol(
        self,
        municipality: Municipality,
        refusals: &mut Vec<Refusal>,
        notices: &mut Vec<Notice>,
    ) -> Result<ProtocolClause<'a>, MunicipalityError> {
        Ok(match self.register.standing(municipality, self.on)? {
            Standing::InForce { protocol, absorbed } => {
                if !absorbed.is_empty() {
                    notices.push(Notice::TerritoryGrown { protocol: protocol.id().clone(), absorbed });
                }
                self.in_force(protocol, refusals, notices);
                ProtocolClause::relies_on(protocol, None)
            }
            Standing::Pending { protocol, stage, ended, inherited, without } => {
                // An inherited protocol goes on until its own is in force, if the option accepts it.
                let accepted = match self.options.inherited {
                    InheritedProtocol::Refused => None,
                    InheritedProtocol::Accepted => self.covering(&inherited),
                };
                match (accepted, self.occasion, ended) {
                    (Some(accepted), ..) => self.on_inherited(accepted, without, refusals, notices),
                    (None, Occasion::Answer, _) => self.pending(protocol, stage, refusals, notices),
                    // Nothing is waited for at delivery: the protocol on which the request was granted is gone.
                    (None, Occasion::Delivery, Some(_)) => self.nothing_in_force(municipality, ended, refusals),
                    (None, Occasion::Delivery, None) => {
                        refusals.push(Refusal::ProtocolNotInForce { protocol: protocol.id().clone(), stage });
                        ProtocolClause::NOTHING
                    }
                }
            }
            Standing::Ended { protocol } => self.nothing_in_force(municipality, Some(protocol), refusals),
            Standing::None => self.nothing_in_force(municipality, None, refusals),
            Standing::Inherited { protocols, without } => match self.options.inherited {
                // Who asks for a protocol of its own makes no request on an inherited one.
                InheritedProtocol::Refused if self.protocol_asked().is_some() => {
                    self.nothing_in_force(municipality, None, refusals)
                }
                // "By default refused with a reason that says what to do."
                InheritedProtocol::Refused => {
                    let protocols = protocols.into_iter().map(|protocol| protocol.id().clone()).collect();
                    refusals.push(Refusal::ProtocolInherited { municipality, protocols, without });
                    ProtocolClause::NOTHING
                }
                InheritedProtocol::Accepted => match self.covering(&protocols).or_else(|| protocols.first().copied()) {
                    Some(protocol) => self.on_inherited(protocol, without, refusals, notices),
                    None => self.nothing_in_force(municipality, None, refusals),
                },
            },
        })
    }

    /// "A request on one is granted only under a named option": on one, so all its purposes lie within it.
    fn covering(self, inherited: &[&'a Protocol]) -> Option<&'a Protocol> {
        let asked = self.request.purposes();
        inherited.iter().copied().find(|protocol| asked.is_within(protocol.purposes()))
    }

    /// A predecessor's protocol in force, which the option accepts.
    fn on_inherited(
        self,
        protocol: &'a Protocol,
        without: Vec<Municipality>,
        refusals: &mut Vec<Refusal>,
        notices: &mut Vec<Notice>,
    ) -> ProtocolClause<'a> {
        let (id, concluded_by) = (protocol.id().clone(), protocol.municipality());
        notices.push(Notice::InheritedProtocol { protocol: id, concluded_by, without });
        self.in_force(protocol, refusals, notices);
        ProtocolClause::relies_on(protocol, None)
    }

    /// A protocol in force: the purposes lie within it; it is published on both websites, or that is reported.
    fn in_force(self, protocol: &Protocol, refusals: &mut Vec<Refusal>, notices: &mut Vec<Notice>) {
        self.purposes_within(protocol, refusals);
        let by = protocol.open_obligations(self.on);
        if !by.is_empty() {
            notices.push(Notice::NotPublished { protocol: protocol.id().clone(), by });
        }
        self.has_been_signed(protocol, notices);
    }

    /// A protocol on its way: the request waits for its signature, or for its validation.
    fn pending(
        self,
        protocol: &'a Protocol,
        stage: ProtocolStage,
        refusals: &mut Vec<Refusal>,
        notices: &mut Vec<Notice>,
    ) -> ProtocolClause<'a> {
        self.purposes_within(protocol, refusals);
        let awaited = if stage == ProtocolStage::Signed {
            self.has_been_signed(protocol, notices);
            Awaited::Validation
        } else {
            if self.request.door().protocol_asked().is_none() {
                notices.push(Notice::DoorNotSigned { protocol: protocol.id().clone() });
            }
            Awaited::Signature
        };
        ProtocolClause::relies_on(protocol, Some(awaited))
    }

    /// The kind of protocol that the request asks for; at delivery it is too late to ask for one.
    fn protocol_asked(self) -> Option<ProtocolKind> {
        match self.occasion {
            Occasion::Answer => self.request.door().protocol_asked(),
            Occasion::Delivery => None,
        }
    }

    /// No protocol in force or on its way: who asks for one as well waits for its signature.
    fn nothing_in_force(
        self,
        municipality: Municipality,
        ended: Option<&Protocol>,
        refusals: &mut Vec<Refusal>,
    ) -> ProtocolClause<'a> {
        let asked = self.protocol_asked();
        if asked.is_some() {
            return ProtocolClause { protocol: None, kind: asked, awaited: Some(Awaited::Signature) };
        }
        let ended = ended.and_then(|protocol| Some((protocol.id().clone(), protocol.ended_on()?)));
        refusals.push(match ended {
            Some((protocol, ended_on)) => Refusal::ProtocolEnded { protocol, ended_on },
            None => Refusal::NoProtocol { municipality },
        });
        ProtocolClause::NOTHING
    }

    /// "At least one purpose (one outside the protocol is a reason for refusal)."
    fn purposes_within(self, protocol: &Protocol, refusals: &mut Vec<Refusal>) {
        let allowed: Purposes = protocol.purposes();
        if let Some(outside) = self.request.purposes().without(allowed) {
            refusals.push(Refusal::PurposeOutsideProtocol { outside, protocol: protocol.id().clone(), allowed });
        }
    }

    /// A protocol that was signed by the day of receipt, though the request came by a door for those that have none.
    fn has_been_signed(self, protocol: &Protocol, notices: &mut Vec<Notice>) {
        let signed = protocol.signed_on().is_some_and(|signed_on| signed_on <= self.request.received_on());
        if signed && self.request.door().protocol_asked().is_some() {
            notices.push(Notice::DoorAlreadySigned { protocol: protocol.id().clone() });
        }
    }

    /// "At most one a year for each municipality." The page; what a year is, and which requests count, is a choice.
    fn once_a_year(self, municipality: Municipality, refusals: &mut Vec<Refusal>) -> Result<(), MunicipalityError> {
        let counting = self.counting(municipality)?;
        let year = self.options.year;
        let received_on = self.request.received_on();
        let mut earlier: Vec<EarlierRequest> = counting
            .iter()
            .map(|record| record.request())
            .filter(|other| year.blocks(received_on, other.received_on()))
            .map(|other| EarlierRequest { received_on: other.received_on(), id: other.id().clone() })
            .collect();
        if !earlier.is_empty() {
            earlier.sort();
            let receipts: Vec<_> = counting.iter().map(|record| record.request().received_on()).collect();
            let free_from = year.first_free(received_on, &receipts);
            refusals.push(Refusal::AlreadyRequested { earlier, free_from });
        }
        Ok(())
    }

    /// The other requests that take a year of the municipality's: "granted, waiting and delivered requests count, refused
    /// and withdrawn ones do not; a successor inherits what its predecessors asked". At delivery: "year still free of
    /// another delivery".
    fn counting(self, municipality: Municipality) -> Result<Vec<&'a RequestRecord>, MunicipalityError> {
        let mut counting = Vec::new();
        for record in self.history.records().filter(|record| record.request().id() != self.request.id()) {
            let asked_by = record.request().municipality();
            // A request that is received later is not known on the day.
            let Some(state) = record.state_on(self.on) else { continue };
            // The open request of a municipality that ended is refused, and "does not count for the year".
            let counts = state == RequestState::Delivered
                || self.occasion == Occasion::Answer && state.is_open() && asked_by.legal_person_on(self.on)?.is_some();
            if counts && asked_by.current(self.on)? == municipality {
                counting.push(record);
            }
        }
        Ok(counting)
    }

    /// "About 10 working days if the protocol was signed on the day of receipt; about 20 otherwise, if the standard
    /// protocol is used; none is stated for a custom protocol still to be signed." The page. "It runs from the day of
    /// receipt": a choice.
    fn deadline(self, clause: &ProtocolClause<'_>) -> Result<Option<Deadline>, AssessmentError> {
        let received_on = self.request.received_on();
        let signed_on = clause.protocol.and_then(Protocol::signed_on);
        let term = match clause.kind {
            _ if signed_on.is_some_and(|signed_on| signed_on <= received_on) => TERM_SIGNED,
            Some(ProtocolKind::Standard) => TERM_STANDARD,
            Some(ProtocolKind::Custom) | None => return Ok(None),
        };
        Ok(Some(self.options.calendar.deadline(received_on, term)?))
    }
}
