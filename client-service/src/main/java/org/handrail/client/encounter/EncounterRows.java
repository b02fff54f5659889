package org.handrail.client.encounter;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.client.client.ClientId;
import org.handrail.client.withdrawal.Withdrawal;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;

/** How encounters stand in their tables. */
final class EncounterRows {
  static final String COLUMNS =
      """
      e.id, e.client_id, e.specialist, e.group_session_id, v.version, v.clients_words, v.kind, v.mode, v.place, v.started_at,
      v.ended_at, v.activities, v.activities_version, v.what_we_did, v.learned_by_client, v.learned_by_specialist, v.goal_id,
      v.language, v.interpreter, v.funding_sources, v.funding_percents, v.correction, v.recorded_at, s.signed_off_by,
      g.act_recorded_by, w.reason, w.withdrawn_by, w.withdrawn_at
      """;
  static final String VERSIONS =
      """
       from encounter e join encounter_version v on v.agency = e.agency and v.encounter_id = e.id
        left join encounter_sign_off s on s.agency = v.agency and s.encounter_id = v.encounter_id and s.version = v.version
        left join group_record_wish g on g.agency = e.agency and g.encounter_id = e.id
        left join withdrawal w on w.agency = e.agency and w.id = e.id
      """;

  private EncounterRows() {}

  static Map<String, @Nullable Object> parameters(Encounter encounter) {
    var account = encounter.account();
    var learned = account.learned();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", encounter.id());
    row.put("version", encounter.version());
    row.put("words", account.clientsWords());
    row.put("kind", Codes.of(account.kind()));
    row.put("mode", Codes.of(account.mode()));
    row.put("place", Codes.of(account.place()));
    row.put("startedAt", utc(account.startedAt()));
    row.put("endedAt", utc(account.endedAt()));
    row.put("activities", account.activities().toArray(String[]::new));
    row.put("activitiesVersion", encounter.activitiesVersion());
    row.put("whatWeDid", account.whatWeDid());
    row.put("byClient", learned == null ? null : learned.client());
    row.put("bySpecialist", learned == null ? null : learned.specialist());
    row.put("goal", account.goalId());
    row.put("language", account.language());
    row.put("interpreter", account.interpreter());
    row.put("sources", account.funding().stream().map(FundingShare::source).toArray(String[]::new));
    row.put(
        "percents", account.funding().stream().map(FundingShare::percent).toArray(Integer[]::new));
    row.put("correction", encounter.correction());
    row.put("at", utc(encounter.recordedAt()));
    return row;
  }

  static Encounter read(ResultSet row, int number) throws SQLException {
    return new Encounter(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        new SubjectId(row.getString("specialist")),
        optionalSubject(row, "act_recorded_by"),
        row.getObject("group_session_id", UUID.class),
        account(row),
        row.getString("activities_version"),
        row.getString("correction"),
        instant(row, "recorded_at"),
        optionalSubject(row, "signed_off_by"),
        withdrawal(row),
        row.getLong("version"));
  }

  private static @Nullable SubjectId optionalSubject(ResultSet row, String column)
      throws SQLException {
    var subject = row.getString(column);
    return subject == null ? null : new SubjectId(subject);
  }

  private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return reason == null
        ? null
        : new Withdrawal(
            row.getObject("id", UUID.class),
            Withdrawal.Kind.ENCOUNTER,
            Codes.to(Withdrawal.Reason.class, reason),
            row.getString("withdrawn_by"),
            instant(row, "withdrawn_at"));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("clients_words"),
        Codes.to(Kind.class, row.getString("kind")),
        Codes.to(Mode.class, row.getString("mode")),
        Codes.to(Place.class, row.getString("place")),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        texts(row, "activities"),
        row.getString("what_we_did"),
        learned(row.getString("learned_by_client"), row.getString("learned_by_specialist")),
        row.getObject("goal_id", UUID.class),
        row.getString("language"),
        row.getObject("interpreter", Boolean.class),
        funding(row));
  }

  private static Account.@Nullable Learned learned(
      @Nullable String client, @Nullable String specialist) {
    return client == null && specialist == null ? null : new Account.Learned(client, specialist);
  }

  private static List<FundingShare> funding(ResultSet row) throws SQLException {
    var sources = texts(row, "funding_sources");
    var percents = (Integer[]) row.getArray("funding_percents").getArray();
    return IntStream.range(0, sources.size())
        .mapToObj(i -> new FundingShare(sources.get(i), percents[i]))
        .toList();
  }
}
