package org.handrail.referral.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals: one's own, or all for who reviews them. */
@Repository
class Proposals {
  private static final String OWN =
      "(:reviewer or (agency = :agency and proposed_by = :subject))\n";

  private final JdbcClient jdbc;
  private final Clock clock;

  Proposals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How a proposal is decided. */
  record Decision(ProposalState state, @Nullable WhyDeclined reason, @Nullable UUID duplicateOf) {}

  UUID add(Person by, String organization, String need, String area, Contact contact) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into resource_proposal (id, agency, proposed_by, proposed_at, organization, need, area, phone, email, url)
            values (:id, :agency, :by, :at, :organization, :need, :area, :phone, :email, :url)
            """)
        .param("id", id)
        .param("agency", by.agency().value())
        .param("by", by.subject().value())
        .param("at", Columns.utc(clock.instant()))
        .param("organization", organization)
        .param("need", need)
        .param("area", area)
        .param("phone", contact.phone())
        .param("email", contact.email())
        .param("url", contact.url())
        .update();
    keep(id);
    return id;
  }

  void decide(UUID id, Decision decision) {
    WhyDeclined reason = decision.reason();
    jdbc.sql(
            """
            update resource_proposal set state = :state, reason = :reason, duplicate_of = :duplicate, version = version + 1
            where id = :id and state = 'proposed'
            """)
        .param("id", id)
        .param("state", Codes.of(decision.state()))
        .param("reason", reason == null ? null : Codes.of(reason))
        .param("duplicate", decision.duplicateOf())
        .update();
    keep(id);
  }

  /** It stands in the directory now, as that service. */
  void list(UUID id, UUID serviceId) {
    jdbc.sql(
            """
            update resource_proposal set state = 'listed', listed_as = :service, version = version + 1
            where id = :id and state = 'accepted'
            """)
        .param("id", id)
        .param("service", serviceId)
        .update();
    keep(id);
  }

  /** What was decided last does not hold. */
  void reopen(UUID id, ProposalState as) {
    jdbc.sql(
            """
            update resource_proposal set state = :state, reason = null, duplicate_of = null,
              listed_as = null, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("state", Codes.of(as))
        .update();
    keep(id);
  }

  private void keep(UUID id) {
    jdbc.sql(
            """
            insert into resource_proposal_step (proposal_id, version, agency, state, reason, at)
            select id, version, agency, state, reason, :at from resource_proposal where id = :id
            """)
        .param("id", id)
        .param("at", Columns.utc(clock.instant()))
        .update();
  }

  /** Who proposed it, to be told what became of it: for nobody's eyes. */
  record Proposer(AgencyId agency, SubjectId subject) {}

  Proposer proposer(UUID id) {
    return jdbc.sql("select agency, proposed_by from resource_proposal where id = :id")
        .param("id", id)
        .query(
            (row, _) ->
                new Proposer(
                    new AgencyId(row.getString("agency")),
                    new SubjectId(row.getString("proposed_by"))))
        .single();
  }

  Optional<Proposal> find(Person person, UUID id) {
    return one(person, id, "");
  }

  /** Nobody else decides on it until the transaction ends. */
  Optional<Proposal> lock(Person person, UUID id) {
    return one(person, id, " for update");
  }

  /** As {@link #lock}, but only for who proposed it. */
  Optional<Proposal> lockOwn(Person person, UUID id) {
    return one(person, id, "and proposed_by = :subject for update");
  }

  /** The latest first. */
  List<Proposal> page(
      Person person, @Nullable ProposalState state, @Nullable Proposal after, int limit) {
    String where = "where " + OWN;
    if (state != null) {
      where += "and state = :state\n";
    }
    if (after != null) {
      where += "and (proposed_at, id) < (:afterAt, :afterId)\n";
    }
    return asked(
            person,
            "select * from resource_proposal "
                + where
                + "order by proposed_at desc, id desc limit :limit")
        .param("state", state == null ? null : Codes.of(state))
        .param("afterAt", after == null ? null : Columns.utc(after.proposedAt()))
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(this::proposal)
        .list();
  }

  private Optional<Proposal> one(Person person, UUID id, String how) {
    return asked(person, "select * from resource_proposal where id = :id and " + OWN + how)
        .param("id", id)
        .query(this::proposal)
        .optional();
  }

  private JdbcClient.StatementSpec asked(Person person, String sql) {
    return jdbc.sql(sql)
        .param("reviewer", person.is(Role.COALITION_ADMIN))
        .param("agency", person.agency().value())
        .param("subject", person.subject().value());
  }

  private Proposal proposal(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Proposal(
        id,
        row.getString("organization"),
        row.getString("need"),
        row.getString("area"),
        new Contact(row.getString("phone"), row.getString("email"), row.getString("url")),
        Columns.instant(row, "proposed_at"),
        Codes.to(ProposalState.class, row.getString("state")),
        reason(row),
        row.getObject("duplicate_of", UUID.class),
        row.getObject("listed_as", UUID.class),
        history(id),
        row.getLong("version"));
  }

  private List<Proposal.ProposalStep> history(UUID id) {
    return jdbc.sql(
            "select state, reason, at from resource_proposal_step where proposal_id = :id order by"
                + " version")
        .param("id", id)
        .query(
            (row, number) ->
                new Proposal.ProposalStep(
                    Codes.to(ProposalState.class, row.getString("state")),
                    reason(row),
                    Columns.instant(row, "at")))
        .list();
  }

  private static @Nullable WhyDeclined reason(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : Codes.to(WhyDeclined.class, reason);
  }
}
