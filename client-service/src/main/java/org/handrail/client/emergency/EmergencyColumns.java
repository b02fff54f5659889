package org.handrail.client.emergency;

import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;

/** The columns in which a table keeps what 42 CFR 2.51(c) wants recorded. */
final class EmergencyColumns {
  private EmergencyColumns() {}

  /** Named parameters {@code profession}, {@code personnel} … */
  static Map<String, @Nullable Object> parameters(MedicalEmergency emergency) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("profession", Codes.of(emergency.profession()));
    parameters.put("personnel", emergency.personnel());
    parameters.put("facility", emergency.facility());
    parameters.put("discloser", emergency.discloser());
    parameters.put("happenedAt", utcOrNull(emergency.at()));
    parameters.put("nature", emergency.nature());
    parameters.put("why", emergency.whyNoConsent());
    return parameters;
  }

  static MedicalEmergency read(ResultSet row) throws SQLException {
    return new MedicalEmergency(
        Codes.to(MedicalEmergency.Profession.class, row.getString("profession")),
        row.getString("personnel"),
        row.getString("facility"),
        row.getString("discloser"),
        optionalInstant(row, "happened_at"),
        row.getString("nature"),
        row.getString("why_no_consent"));
  }
}
