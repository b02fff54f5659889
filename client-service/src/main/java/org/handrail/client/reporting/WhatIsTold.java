package org.handrail.client.reporting;

import static java.util.stream.Collectors.toSet;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.Category;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a funder is told of a client: what was reported, and in which month they were born. */
@Component
class WhatIsTold {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

  private final ReportedParts reported;
  private final Clients clients;
  private final JsonMapper json;

  WhatIsTold(ReportedParts reported, Clients clients, JsonMapper json) {
    this.reported = reported;
    this.clients = clients;
    this.json = json;
  }

  Map<Category, Object> of(AgencyId agency, ParticipantReport report) {
    var told = new HashMap<Category, Object>();
    told.put(Category.TREATMENT_RECORD, report);
    birth(agency, new ClientId(report.participant()))
        .ifPresent(birth -> told.put(Category.DEMOGRAPHICS, birth));
    return told;
  }

  /**
   * Whether any of what was told would be told otherwise now, or no more. No time is asked for it:
   * what was written down before it was told may have come to stand only after that.
   *
   * @param told by category, as it was released
   */
  boolean isOutdated(AgencyId agency, String grant, ClientId client, Map<String, Object> told) {
    return told(told, Category.TREATMENT_RECORD, ParticipantReport.class)
            .filter(report -> !stands(agency, grant, client, report))
            .isPresent()
        || told(told, Category.DEMOGRAPHICS, ParticipantReport.Birth.class)
            .filter(birth -> !birth(agency, client).equals(Optional.of(birth)))
            .isPresent();
  }

  private boolean stands(AgencyId agency, String grant, ClientId client, ParticipantReport report) {
    var now =
        reported.latest(agency, grant, client).stream()
            .map(ParticipantReport.Part::ofOpenTime)
            .collect(toSet());
    return report.parts().stream().map(ParticipantReport.Part::ofOpenTime).allMatch(now::contains);
  }

  private Optional<ParticipantReport.Birth> birth(AgencyId agency, ClientId client) {
    return clients
        .find(agency, client)
        .flatMap(found -> Optional.ofNullable(found.account().dateOfBirth()))
        .map(born -> new ParticipantReport.Birth(MONTH.format(born)));
  }

  private <T> Optional<T> told(Map<String, Object> told, Category category, Class<T> as) {
    return Optional.ofNullable(told.get(category.code()))
        .map(content -> json.convertValue(content, as));
  }
}
