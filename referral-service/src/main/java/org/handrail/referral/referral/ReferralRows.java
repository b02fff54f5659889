package org.handrail.referral.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Referrals and their steps, as rows hold them. */
final class ReferralRows {
  private ReferralRows() {}

  static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency")),
        new AgencyId(row.getString("receiver_agency")),
        new Referral.Service(
            row.getObject("service_id", UUID.class),
            row.getString("service_name"),
            row.getString("organization_name")),
        Purpose.valueOf(row.getString("purpose")),
        Urgency.valueOf(row.getString("urgency")),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "delivered_at"),
        row.getObject("disclosure_id", UUID.class),
        Columns.texts(row, "categories"),
        request(row),
        List.of());
  }

  private static Referral.@Nullable Request request(ResultSet row) throws SQLException {
    UUID client = row.getObject("client_id", UUID.class);
    if (client == null) {
      return null;
    }
    return new Referral.Request(
        client,
        row.getObject("option_set_id", UUID.class),
        row.getString("need"),
        Columns.texts(row, "required"),
        Columns.texts(row, "optional"),
        Columns.texts(row, "withheld"),
        row.getString("reason"),
        new SubjectId(row.getString("drafted_by")),
        Columns.optionalInstant(row, "watched_since"),
        row.getObject("rerouted_from", UUID.class),
        row.getObject("rerouted_to", UUID.class));
  }

  static Referral.Entry entry(ResultSet row) throws SQLException {
    String business = row.getString("business_status");
    String reason = row.getString("reason");
    Taken taken =
        new Taken(
            Step.valueOf(row.getString("step")),
            Party.valueOf(row.getString("by_party")),
            new Standing(
                TaskStatus.valueOf(row.getString("status")),
                business == null ? null : BusinessStatus.valueOf(business)),
            reason == null ? null : Reason.valueOf(reason),
            row.getString("refusal"),
            Columns.optionalInstant(row, "intake_at"),
            row.getObject("proposed_service_id", UUID.class),
            Columns.instant(row, "taken_at"),
            row.getBoolean("seen_by_other"));
    return new Referral.Entry(
        row.getInt("seq"),
        taken,
        new SubjectId(row.getString("subject")),
        Crossings.crossing(row.getString("crossing")),
        row.getObject("disclosure_id", UUID.class));
  }
}
