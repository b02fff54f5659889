package org.handrail.client.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/** Consents as a person may see them, and what they would permit. */
@Component
class LookingUpConsents {
  private final Consents consents;
  private final ClientsWills wills;
  private final Assigned assigned;
  private final Judge judge;
  private final Parties parties;
  private final WritingPaper writing;
  private final WhoSignedFor whoSignedFor;
  private final Transactions transactions;
  private final Clock clock;

  LookingUpConsents(
      Consents consents,
      ClientsWills wills,
      Assigned assigned,
      Parties parties,
      WritingPaper writing,
      WhoSignedFor whoSignedFor,
      Transactions transactions,
      Clock clock) {
    this.consents = consents;
    this.wills = wills;
    this.assigned = assigned;
    this.judge = new Judge(parties);
    this.parties = parties;
    this.writing = writing;
    this.whoSignedFor = whoSignedFor;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Where the last day of a consent is a day. */
  ZoneId zone(Person person) {
    return transactions.reading(() -> writing.zone(person.agency()));
  }

  ConsentView one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var stored = find(person, new ConsentId(id));
          var takenBack = consents.takenBack(person.agency(), stored.consent().client());
          return view(person, stored, takenBack, writing.zone(person.agency()));
        });
  }

  ConsentPaper paper(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var stored = find(person, new ConsentId(id));
          return consents
              .signedPaper(person.agency(), stored.consent().id())
              .orElseGet(() -> writing.of(person.agency(), stored));
        });
  }

  private StoredConsent find(Person person, ConsentId id) {
    var client = consents.clientOf(person.agency(), id).orElseGet(ClientId::ofNobody);
    assigned.requireToSeeDisclosures(person, client);
    return consents.find(person.agency(), client, id).orElseThrow(NotFound::new);
  }

  List<ConsentView> ofClient(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          var takenBack = consents.takenBack(person.agency(), client);
          var zone = writing.zone(person.agency());
          return consents.ofClient(person.agency(), client).stream()
              .map(stored -> view(person, stored, takenBack, zone))
              .toList();
        });
  }

  private ConsentView view(Person person, StoredConsent stored, TakenBack takenBack, ZoneId zone) {
    var now = clock.instant();
    var consent = stored.consent();
    return ConsentView.of(
        stored,
        consent.statusAt(now, takenBack),
        takenBack.barred(consent, parties, now),
        lacking(person, consent, now),
        zone);
  }

  private Set<Deficiency> lacking(Person person, Consent consent, Instant now) {
    var lacking = EnumSet.noneOf(Deficiency.class);
    if (consent instanceof Consent.Draft draft) {
      lacking.addAll(
          Deficiencies.before(draft.form(), new PartyId(person.agency().value()), parties, now));
      if (whoSignedFor.isOfAnother(person.agency(), draft)) {
        lacking.add(Deficiency.PATIENT_NAME_DIFFERS);
      }
    }
    return lacking;
  }

  PreviewView preview(Person person, ConsentsApi.Question question) {
    return transactions.reading(
        () -> {
          var asked = question.asked(person);
          assigned.require(person, asked.client());
          var now = clock.instant();
          var will = wills.of(person.agency(), asked.client());
          return question.consentId() == null
              ? PreviewView.of(asked, judge.judge(asked, will, now))
              : ifSigned(person, asked, will, new ConsentId(question.consentId()), now);
        });
  }

  // What cannot be signed as it is would let nothing out.
  private PreviewView ifSigned(
      Person person, ReleaseRequest asked, ClientsWill will, ConsentId id, Instant now) {
    var stored = consents.find(person.agency(), asked.client(), id);
    if (stored.isEmpty() || !(stored.get().consent() instanceof Consent.Draft draft)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/consentId", "unknown", "The client has no draft of that id."));
    }
    return PreviewView.of(
            asked,
            lacking(person, draft, now).isEmpty()
                ? judge.judge(asked, will.ifSigned(draft, stored.get().replaces(), now), now)
                : new Judgement.Deny(DenialCode.CONSENT_DEFICIENT))
        .onceSigned();
  }
}
