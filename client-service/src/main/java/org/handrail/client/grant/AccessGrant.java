package org.handrail.client.grant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor, a researcher or a public health authority may read, until when.
 *
 * @param destroyBy by when every copy is destroyed
 */
record AccessGrant(
    UUID id,
    UUID requestId,
    Kind kind,
    String agreement,
    @Nullable String approval,
    String purpose,
    Instant grantedAt,
    SubjectId grantedBy,
    Instant expiresAt,
    LocalDate destroyBy) {

  /** No grant is longer; another one needs another request. */
  static final Duration LONGEST = Duration.ofDays(90);

  private static final int KEPT_AT_MOST = 10;

  /** Who reads, and what: only an audit reads rows, all others read counts. */
  enum Kind {
    AUDIT("42 CFR 2.53"),
    RESEARCH("42 CFR 2.52"),
    PUBLIC_HEALTH("42 CFR 2.54");

    private final String citation;

    Kind(String citation) {
      this.citation = citation;
    }

    String citation() {
      return citation;
    }

    boolean readsRows() {
      return this == AUDIT;
    }
  }

  /** What is offered for a grant. */
  record Offered(
      @Nullable String agreement,
      @Nullable String approval,
      @Nullable String purpose,
      @Nullable Boolean noRedisclosure,
      @Nullable Instant expiresAt,
      @Nullable LocalDate destroyBy) {

    /**
     * Everything that the law wants and that is not there.
     *
     * @param agencys zone, whose day is that by which copies are destroyed
     */
    Set<Lacking> lacking(Kind kind, Instant now, ZoneId agencys) {
      var lacking = EnumSet.noneOf(Lacking.class);
      when(blank(agreement), Lacking.AGREEMENT, lacking);
      when(kind == Kind.RESEARCH && blank(approval), Lacking.APPROVAL, lacking);
      when(blank(purpose), Lacking.PURPOSE, lacking);
      when(!Boolean.TRUE.equals(noRedisclosure), Lacking.NO_REDISCLOSURE, lacking);
      when(
          expiresAt == null || !expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)),
          Lacking.EXPIRY,
          lacking);
      when(
          destroyBy == null
              || destroyBy.isAfter(LocalDate.ofInstant(now, agencys).plusYears(KEPT_AT_MOST))
              || (expiresAt != null && destroyBy.isBefore(LocalDate.ofInstant(expiresAt, agencys))),
          Lacking.DESTROY_BY,
          lacking);
      return lacking;
    }

    private static void when(boolean isLacking, Lacking what, Set<Lacking> lacking) {
      if (isLacking) {
        lacking.add(what);
      }
    }

    private static boolean blank(@Nullable String text) {
      return text == null || text.isBlank();
    }
  }

  /** What a grant may lack. */
  enum Lacking {
    AGREEMENT("/agreement", "There is no written agreement."),
    APPROVAL("/approval", "Research needs the approval of its IRB or the clients' authorization."),
    PURPOSE("/purpose", "Nobody says what for."),
    NO_REDISCLOSURE("/noRedisclosure", "It must be agreed that nothing is passed on."),
    EXPIRY("/expiresAt", "It must end within 90 days."),
    DESTROY_BY(
        "/destroyBy",
        "Copies must be destroyed by a day that is not before its end, within ten years.");

    private final String pointer;
    private final String detail;

    Lacking(String pointer, String detail) {
      this.pointer = pointer;
      this.detail = detail;
    }

    String pointer() {
      return pointer;
    }

    String detail() {
      return detail;
    }
  }

  boolean isInForceAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
