package org.handrail.client.consent;

import java.util.List;

/**
 * Everything that a client said or signed about the sharing of their record, and who treats them.
 */
public record ClientsWill(
    List<Consent> consents,
    List<Restriction> restrictions,
    List<TreatingRelationship> treatingRelationships) {
  public ClientsWill {
    consents = List.copyOf(consents);
    restrictions = List.copyOf(restrictions);
    treatingRelationships = List.copyOf(treatingRelationships);
  }
}
