package org.handrail.client.encounter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who pays for peers' time, one version of the list ({@code encounter/funding.yaml}). */
@ConfigurationProperties("handrail.funding")
public record FundingSources(String version, @DefaultValue List<Source> sources) {

  /**
   * One that pays.
   *
   * @param kind federal, state, local, charity, grant or private
   */
  public record Source(String code, String kind) {}

  boolean knows(String code) {
    return sources.stream().anyMatch(source -> source.code().equals(code));
  }
}
