package org.handrail.client.caseload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a client takes of a caseload, by how often they want contact. */
@ConfigurationProperties("handrail.caseload")
record LoadWeights(@DefaultValue Map<String, BigDecimal> weights) {
  /** Of somebody of whom nothing was said. */
  static final BigDecimal ORDINARY = BigDecimal.ONE;

  /** What can be chosen, the most frequent first. */
  List<String> cadences() {
    return weights.entrySet().stream()
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
