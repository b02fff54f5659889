package org.handrail.client.disclosure;

import java.util.List;
import java.util.Map;
import org.handrail.client.consent.Redisclosure;

/**
 * What a release hands over. There is none without its notice and the scope of the consent
 * (P2-NOT-1, P2-NOT-2): they are part of the same text, and the ledger keeps its hash.
 *
 * @param content by category
 * @param redisclosure what the receiver may pass on
 * @param labels HL7 confidentiality labels
 */
record ReleasedPackage(
    Map<String, Object> content,
    Notice notice,
    Scope scope,
    String redisclosure,
    List<String> labels) {

  ReleasedPackage {
    content = Map.copyOf(content);
    labels = List.copyOf(labels);
  }

  static ReleasedPackage of(Map<String, Object> content, Scope scope, Redisclosure redisclosure) {
    var labels =
        redisclosure == Redisclosure.HIPAA
            ? List.of("R", "SUD", "42CFRPart2")
            : List.of("R", "SUD", "42CFRPart2", "NORDSCLCD");
    return new ReleasedPackage(content, Notice.CURRENT, scope, redisclosure.code(), labels);
  }
}
