package org.handrail.client.consent.minor;

import java.time.LocalDate;
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

  /** Of somebody whose record that agency keeps, and who says that they were born on that day. */
  public Age age(AgencyId agency, @Nullable LocalDate born) {
    return new Age(born, law(agency));
  }

  private StateLaw law(AgencyId agency) {
    var state = agencies.get(agency.value());
    return laws.stream()
        .filter(law -> law.state().equals(state))
        .findFirst()
        .orElse(StateLaw.UNKNOWN);
  }
}
