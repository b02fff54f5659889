package org.handrail.client.consent;

import java.util.Set;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;

/** To whom a consent lets information go, 42 CFR 2.31(a)(4). */
public sealed interface Recipients {
  /** By name. */
  record Named(Set<PartyId> parties) implements Recipients {
    public Named {
      parties = Set.copyOf(parties);
    }
  }

  /**
   * By a class and no name ("my treating providers, health plans …"): allowed only for all of
   * treatment, payment and operations.
   */
  record OfClass(String phrase) implements Recipients {}

  /** Through an intermediary, to members of it. */
  record Through(PartyId intermediary, Participants participants) implements Recipients {}

  /** Which members of an intermediary, 42 CFR 2.31(a)(4)(ii). */
  sealed interface Participants {
    /** (A) by name. */
    record Members(Set<PartyId> parties) implements Participants {
      public Members {
        parties = Set.copyOf(parties);
      }
    }

    /** (B) those who treat the client at the time of the release. */
    record TreatingProviders() implements Participants {}

    /** Any other designation. None is lawful; it is kept so that the refusal can say so. */
    record OtherClass(String phrase) implements Participants {}
  }

  /** How the words of a consent reach a party. */
  enum Reach {
    NOT_AT_ALL,
    BY_NAME,
    IF_TREATING
  }

  default Reach reach(PartyId recipient, Parties parties) {
    return switch (this) {
      case Named named -> named.parties().contains(recipient) ? Reach.BY_NAME : Reach.NOT_AT_ALL;
      case OfClass _ ->
          parties.byId(recipient).isBoundByHipaaOrPart2() ? Reach.IF_TREATING : Reach.NOT_AT_ALL;
      case Through(var hub, var participants) ->
          parties.membersOf(hub).contains(recipient)
              ? reach(participants, recipient)
              : Reach.NOT_AT_ALL;
    };
  }

  private static Reach reach(Participants participants, PartyId recipient) {
    return switch (participants) {
      case Participants.Members(var named) ->
          named.contains(recipient) ? Reach.BY_NAME : Reach.NOT_AT_ALL;
      case Participants.TreatingProviders _ -> Reach.IF_TREATING;
      case Participants.OtherClass _ -> Reach.NOT_AT_ALL;
    };
  }

  /** The parties that the consent calls by name. */
  default Set<PartyId> named() {
    return switch (this) {
      case Named(var parties) -> parties;
      case Through(_, Participants.Members(var parties)) -> parties;
      case Through _, OfClass _ -> Set.of();
    };
  }

  /** Whether the form is blank here. */
  default boolean nobodyStated() {
    return switch (this) {
      case Named(var parties) -> parties.isEmpty();
      case OfClass(var phrase) -> Words.areMissing(phrase);
      case Through(_, Participants.Members(var parties)) -> parties.isEmpty();
      case Through(_, Participants.OtherClass(var phrase)) -> Words.areMissing(phrase);
      case Through(_, Participants.TreatingProviders _) -> false;
    };
  }
}
