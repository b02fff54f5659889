package org.handrail.client.specialist;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the agency keeps its roster. */
@RestController
@RequestMapping("/api/specialists/settings")
@AllowedTo({SUPERVISOR, AGENCY_ADMIN})
class RosterSettingsApi {
  private final KeepingRoster keeping;
  private final RosterSettings settings;
  private final Transactions transactions;

  RosterSettingsApi(KeepingRoster keeping, RosterSettings settings, Transactions transactions) {
    this.keeping = keeping;
    this.settings = settings;
    this.transactions = transactions;
  }

  /**
   * @param supervisionMinutes how long somebody is supervised in a month, at least
   * @param zone such as {@code America/New_York}
   */
  record Setting(
      @NotNull RosterSetting.Mode roster,
      @NotNull @Min(1) @Max(200) Integer caseloadCap,
      @NotNull @Min(0) @Max(6000) Integer supervisionMinutes,
      @NotNull @Size(max = 60) String zone) {}

  @GetMapping
  ResponseEntity<Setting> get(Person person) {
    var setting = transactions.reading(() -> settings.of(person.agency()));
    return ResponseEntity.ok()
        .eTag(ETags.of(setting.version()))
        .body(
            new Setting(
                setting.roster(),
                setting.caseloadCap(),
                Math.toIntExact(setting.supervision().toMinutes()),
                setting.zone().getId()));
  }

  @PutMapping
  @AllowedTo(AGENCY_ADMIN)
  ResponseEntity<Setting> set(
      Person person, @RequestBody @Valid Setting setting, @IfMatch long version) {
    var zone = zone(setting.zone());
    transactions.run(
        () ->
            keeping.set(
                person.agency(),
                version,
                setting.roster(),
                setting.caseloadCap(),
                Duration.ofMinutes(setting.supervisionMinutes()),
                zone));
    return get(person);
  }

  // An offset is none: the database counts those the other way round, and they know no summer.
  private static ZoneId zone(String id) {
    if (!id.equals("UTC") && !(id.contains("/") && ZoneId.getAvailableZoneIds().contains(id))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/zone", "unknown", "There is no such time zone: say America/New_York."));
    }
    return ZoneId.of(id);
  }
}
