package org.handrail.platform.act;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;

/** The columns {@code act_…} in which each table that needs one keeps a recorded act. */
public final class ActColumns {

  private ActColumns() {}

  /** Named parameters {@code actKind}, {@code actAt} …; all null without an act. */
  public static Map<String, @Nullable Object> parameters(@Nullable RecordedAct act) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("actKind", act == null ? null : Codes.of(act.kind()));
    parameters.put("actAt", act == null ? null : utc(act.at()));
    parameters.put("actWords", act == null ? null : act.words());
    parameters.put("actRecordedBy", act == null ? null : act.recordedBy().value());
    parameters.put("actRecordedAt", act == null ? null : utc(act.recordedAt()));
    return parameters;
  }

  /** The act of a row, if it has one. */
  public static @Nullable RecordedAct read(ResultSet row) throws SQLException {
    return read(row, "act");
  }

  /** As the other, of a further act of the row, whose columns begin with {@code prefix_}. */
  public static @Nullable RecordedAct read(ResultSet row, String prefix) throws SQLException {
    var kind = row.getString(prefix + "_kind");
    return kind == null
        ? null
        : new RecordedAct(
            Codes.to(ActKind.class, kind),
            instant(row, prefix + "_at"),
            row.getString(prefix + "_words"),
            new SubjectId(row.getString(prefix + "_recorded_by")),
            instant(row, prefix + "_recorded_at"));
  }
}
