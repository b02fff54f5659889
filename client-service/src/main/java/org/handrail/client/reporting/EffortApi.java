package org.handrail.client.reporting;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Each funder's share of peers' time, by whole quarters: other spans would tell differences. */
@RestController
@AllowedTo({SUPERVISOR, AGENCY_ADMIN})
class EffortApi {
  private final Effort effort;
  private final RosterSettings settings;
  private final Transactions transactions;

  EffortApi(Effort effort, RosterSettings settings, Transactions transactions) {
    this.effort = effort;
    this.settings = settings;
    this.transactions = transactions;
  }

  record Quarter(String quarter, List<Effort.Line> items) {}

  @GetMapping("/api/encounters/funding")
  Quarter of(Person person, @RequestParam @Pattern(regexp = "20[0-9]{2}-Q[1-4]") String quarter) {
    var year = Integer.parseInt(quarter.substring(0, 4));
    var month = (quarter.charAt(6) - '1') * 3 + 1;
    var start = LocalDate.of(year, month, 1);
    var agency = person.agency();
    return transactions.reading(
        () ->
            new Quarter(
                quarter,
                effort.between(
                    agency,
                    settings.beginOf(agency, start),
                    settings.beginOf(agency, start.plusMonths(3)))));
  }
}
