package org.handrail.referral.directory.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.assurance.Assurance;
import org.handrail.referral.directory.copy.ChangedRows;
import org.handrail.referral.directory.search.SearchRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file into the directory: what is good is stored, what is not is reported row by row. */
@Component
class ImportingDirectory {
  static final ProblemType SOURCE_NOT_YOURS =
      ProblemType.of("source-not-yours", 422, "An agency imports under its own name");

  /** So many rows change how the others are found best. */
  private static final int MANY = 1_000;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Imports imports;
  private final Assurance assurance;
  private final SearchRows searchRows;
  private final Clock clock;

  ImportingDirectory(
      JdbcClient jdbc,
      JsonMapper json,
      Imports imports,
      Assurance assurance,
      SearchRows searchRows,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.imports = imports;
    this.assurance = assurance;
    this.searchRows = searchRows;
    this.clock = clock;
  }

  /** Within the caller's transaction: a file comes in whole or not at all. */
  UUID take(Person by, String source, Function<Instant, HsdsReading.Result> file) {
    boolean forAll = by.roles().contains(Role.COALITION_ADMIN);
    if (!forAll && !source.equals(by.agency().value())) {
      throw Refusal.of(SOURCE_NOT_YOURS);
    }
    HsdsReading.Result result = file.apply(clock.instant());
    ChangedRows.takeTurn(jdbc);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var findings = new ArrayList<>(result.findings());
    ConfidentialPlaces.Hidden hidden =
        new ConfidentialPlaces(jdbc, now)
            .hide(
                result, source, new Sayer(by.subject().value(), now, forAll, by.agency().value()));
    findings.addAll(hidden.findings());
    findings.addAll(
        new AgencyClaims(jdbc, source, forAll ? null : by.agency().value()).apply(result.rows()));
    findings.addAll(new StoringRows(jdbc, json, source, now).store(result.rows()));
    boolean many = result.stored() >= MANY;
    if (many) {
      StoringRows.count(jdbc);
    }
    var changed = new ChangedRows(jdbc, now);
    changed.spread();
    assurance.count(source);
    searchRows.make(source);
    hidden.sources().stream().filter(other -> !other.equals(source)).forEach(searchRows::make);
    if (many) {
      searchRows.count();
    }
    UUID id =
        imports.record(
            new Imports.Import(
                UUID.randomUUID(), source, now, result.read(), result.stored(), findings),
            by);
    changed.publish(clock);
    return id;
  }
}
