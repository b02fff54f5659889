package org.handrail.client.consent.minor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The table of state laws, and which agency is under which. */
@ConfigurationProperties("handrail.minors")
public final class Minors {
  private final Map<String, String> agencies;
  private final List<StateLaw> laws;

  Minors(@DefaultValue Map<String, String> agencies, @DefaultValue List<StateLaw> laws) {
    this.agencies = Map.copyOf(agencies);
    this.laws = List.copyOf(laws);
  }

  /**
   * Who signs a consent of somebody born on that day. Of somebody who keeps their date of birth to
   * themselves nobody can say that they are a minor.
   */
  public WhoSigns whoSigns(AgencyId agency, @Nullable LocalDate born, Instant signedAt) {
    // Where the day begins last: nobody is taken to be older than they are.
    return born == null
        ? WhoSigns.ADULT
        : law(agency).whoSigns(born, signedAt.atOffset(ZoneOffset.ofHours(-12)).toLocalDate());
  }

  private StateLaw law(AgencyId agency) {
    var state = agencies.get(agency.value());
    return laws.stream()
        .filter(law -> law.state().equals(state))
        .findFirst()
        .orElse(StateLaw.UNKNOWN);
  }
}
