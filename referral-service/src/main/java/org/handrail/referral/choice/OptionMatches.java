package org.handrail.referral.choice;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.handrail.referral.directory.Fit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients were told of why options were put before them. */
@Repository
class OptionMatches {
  private final JdbcClient jdbc;

  OptionMatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, UUID optionSet, OptionMatch match) {
    jdbc.sql(
            """
            insert into option_match (option_set_id, agency, service_id, criterion, fit)
            values (:set, :agency, :service, :criterion, :fit)
            """)
        .param("set", optionSet)
        .param("agency", agency.value())
        .param("service", match.serviceId())
        .param("criterion", Codes.of(match.criterion()))
        .param("fit", Codes.of(match.fit()))
        .update();
  }

  /** Option by option, in the order in which they were told. */
  List<OptionMatch> of(UUID optionSet) {
    return jdbc.sql(
            """
            select m.service_id, m.criterion, m.fit from option_match m
            join option_set_service s
              on s.option_set_id = m.option_set_id and s.service_id = m.service_id
            where m.option_set_id = :set order by s.position, m.criterion
            """)
        .param("set", optionSet)
        .query(
            (row, _) ->
                new OptionMatch(
                    row.getObject("service_id", UUID.class),
                    Codes.to(OptionMatch.Criterion.class, row.getString("criterion")),
                    Codes.to(Fit.class, row.getString("fit"))))
        .list();
  }
}
