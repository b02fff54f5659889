package org.handrail.client.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The client, or one who may for them, signs a draft: it becomes active, or hears of everything
 * that is missing.
 */
@Component
class SigningConsent {
  static final ProblemType CONSENT_DEFICIENT =
      ProblemType.of("consent-deficient", 422, "The consent lacks elements of 42 CFR 2.31");

  private final WhoSignedFor whoSignedFor;
  private final Parties parties;
  private final WritingPaper writing;
  private final ComingIntoForce force;

  SigningConsent(
      WhoSignedFor whoSignedFor, Parties parties, WritingPaper writing, ComingIntoForce force) {
    this.whoSignedFor = whoSignedFor;
    this.parties = parties;
    this.writing = writing;
    this.force = force;
  }

  UUID sign(ReachingConsent.Reached reached, long seen, ConsentsApi.NewSignature signature) {
    Versions.require(seen, reached.stored().version());
    var draft = reached.draft();
    var paper = writing.of(reached.by().agency(), reached.stored());
    requireRead(paper, signature.documentHash());
    var act = signature.act();
    var offered =
        new Signature.Offered(
            signature.bySigner(), act.kind(), at(act, reached), signature.wasInitialled());
    var found = times(act.kind(), offered.at(), reached);
    // How old the client was on a day that cannot be is no question.
    var ofAge = found.isEmpty() ? offered : offered.undated();
    found.addAll(whoSignedFor.deficiencies(reached.by().agency(), draft, ofAge, reached.now()));
    var keeper = new PartyId(reached.by().agency().value());
    switch (draft.sign(offered, keeper, parties, reached.now())) {
      case Consent.Signing.Deficient(var deficiencies) -> found.addAll(deficiencies);
      case Consent.Signing.Active(var consent) when found.isEmpty() -> {
        force.take(
            reached,
            consent,
            paper,
            RecordedAct.of(
                act.kind(),
                consent.signature().at(),
                act.words(),
                reached.recorder(),
                reached.now()));
        return consent.id().value();
      }
      case Consent.Signing.Active _ -> {}
    }
    throw deficient(found);
  }

  // A place may be called otherwise by now, and the template be a newer one: the draft knows
  // nothing
  // of either.
  private static void requireRead(ConsentPaper paper, @Nullable String read) {
    if (read != null && !read.equals(paper.hash().hex())) {
      throw Refusal.of(Versions.VERSION_CONFLICT);
    }
  }

  // By a slow clock what was drawn up a moment ago was signed before: it was not, and what was
  // taken back before it was drawn up is not meant.
  private static @Nullable Instant at(
      ConsentsApi.ActOfSigning act, ReachingConsent.Reached reached) {
    var said = act.at();
    if (said == null) {
      return null;
    }
    var at = ActTimes.byOurClock(said, reached.now());
    var drafted = reached.stored().draftedAt();
    return act.kind() != ActKind.SIGNED_PAPER
            && at.isBefore(drafted)
            && !ActTimes.isBefore(at, drafted)
        ? drafted
        : at;
  }

  // A paper may have been signed long before somebody types it; on a screen nobody signs what is
  // not there.
  private static Set<Deficiency> times(
      ActKind kind, @Nullable Instant at, ReachingConsent.Reached reached) {
    var found = EnumSet.noneOf(Deficiency.class);
    if (at != null && ActTimes.isTooLongAgo(at, reached.now())) {
      found.add(Deficiency.SIGNED_TOO_LONG_AGO);
    } else if (at != null
        && kind != ActKind.SIGNED_PAPER
        && ActTimes.isBefore(at, reached.stored().draftedAt())) {
      found.add(Deficiency.SIGNED_BEFORE_DRAFT);
    }
    return found;
  }

  private static Refusal deficient(Set<Deficiency> found) {
    return Refusal.of(
        Problem.of(CONSENT_DEFICIENT).errors(found.stream().map(Deficiency::fault).toList()));
  }
}
