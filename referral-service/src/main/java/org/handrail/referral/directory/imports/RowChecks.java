package org.handrail.referral.directory.imports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.Coordinates;
import org.handrail.referral.directory.PhoneNumber;
import org.handrail.referral.directory.PostalCode;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** What a row of each kind must hold together to be of use, and what of it can be mended. */
final class RowChecks {
  private final Findings findings;

  RowChecks(Findings findings) {
    this.findings = findings;
  }

  /** Mends what can be mended; reports and refuses the row where nothing useful is left. */
  boolean acceptable(Kind kind, Map<String, Object> row, String pointer, String id) {
    return switch (kind) {
      case ORGANIZATION -> named(kind, row, pointer, id);
      case SERVICE -> named(kind, row, pointer, id) && service(row, pointer, id);
      case LOCATION -> location(row, pointer, id);
      case PHONE -> phone(row, pointer, id);
      case SCHEDULE -> schedule(row, pointer, id);
      case ADDRESS -> address(row, pointer, id);
      case SERVICE_AREA -> area(row, pointer, id);
      case COST_OPTION -> inOrder(kind, row, "valid_from", "valid_to", pointer, id);
      case SERVICE_CAPACITY -> capacity(row, pointer, id);
      case TAXONOMY_TERM -> term(row, pointer, id);
      default -> true;
    };
  }

  /** Why a reference of this row leads nowhere; null when all lead somewhere. */
  @Nullable String dangling(HsdsRow row, Set<RowKey> known) {
    return switch (row.key.kind()) {
      case SERVICE_AT_LOCATION -> missing(row, Kind.LOCATION, "location_id", known);
      case ATTRIBUTE -> missing(row, Kind.TAXONOMY_TERM, "taxonomy_term_id", known);
      case SERVICE_CAPACITY -> missing(row, Kind.UNIT, "unit_id", known);
      case SERVICE -> organization(row, known);
      default -> null;
    };
  }

  private static @Nullable String missing(HsdsRow row, Kind kind, String field, Set<RowKey> known) {
    String id = row.text(field);
    if (id == null) {
      return field + " is missing";
    }
    return known.contains(new RowKey(kind, id)) ? null : "no " + kind.code() + " has this " + field;
  }

  private static @Nullable String organization(HsdsRow row, Set<RowKey> known) {
    String named = row.text("organization_id");
    if (row.owners.stream().noneMatch(owner -> owner.kind() == Kind.ORGANIZATION)) {
      return "no organization here runs it";
    }
    RowKey key = named == null ? null : new RowKey(Kind.ORGANIZATION, named);
    return key == null || (row.owners.contains(key) && known.contains(key))
        ? null
        : "organization_id is not the organization in which it stands";
  }

  private boolean named(Kind kind, Map<String, Object> row, String pointer, String id) {
    if (row.containsKey("name")) {
      return true;
    }
    Object other = row.get("alternate_name");
    if (other != null) {
      row.put("name", other);
      findings.note(pointer, kind, id, "name-missing", "the alternate name was taken");
      return true;
    }
    findings.reject(pointer, kind, id, "name-missing", "nobody could find it");
    return false;
  }

  private boolean term(Map<String, Object> row, String pointer, String id) {
    if (row.get("code") instanceof String code && code.length() > RowKey.LONGEST_ID) {
      findings.reject(
          pointer,
          Kind.TAXONOMY_TERM,
          id,
          "code-too-long",
          "at most %d characters".formatted(RowKey.LONGEST_ID));
      return false;
    }
    return row.containsKey("code") || named(Kind.TAXONOMY_TERM, row, pointer, id);
  }

  private boolean service(Map<String, Object> row, String pointer, String id) {
    if (!row.containsKey("status")) {
      row.put("status", "inactive");
      findings.note(
          pointer + "/status", Kind.SERVICE, id, "status-missing", "not offered until it is known");
    }
    if (row.get("minimum_age") instanceof Double from
        && row.get("maximum_age") instanceof Double to
        && from > to) {
      row.remove("minimum_age");
      row.remove("maximum_age");
      findings.note(pointer, Kind.SERVICE, id, "ages-contradict", "both ages were left out");
    }
    return true;
  }

  private boolean location(Map<String, Object> row, String pointer, String id) {
    Double latitude = (Double) row.get("latitude");
    Double longitude = (Double) row.get("longitude");
    if (latitude == null && longitude == null) {
      return true;
    }
    if (latitude != null && longitude != null) {
      Coordinates place = Coordinates.of(latitude, longitude);
      String finding = place.finding();
      row.computeIfPresent("latitude", (_, _) -> place.latitude());
      row.computeIfPresent("longitude", (_, _) -> place.longitude());
      if (finding != null) {
        note(pointer, id, finding, place.said());
      }
      return true;
    }
    row.remove("latitude");
    row.remove("longitude");
    note(pointer, id, "coordinates-unusable", "one alone is no place; it was left out");
    return true;
  }

  private boolean phone(Map<String, Object> row, String pointer, String id) {
    String raw = (String) row.get("number");
    Optional<PhoneNumber> number = raw == null ? Optional.empty() : PhoneNumber.of(raw);
    if (number.isEmpty()) {
      findings.reject(
          pointer, Kind.PHONE, id, "phone-unreadable", "not a number that can be dialled");
      return false;
    }
    row.put("number", number.get().number());
    String extension = number.get().extension();
    if (extension != null) {
      Object other = row.putIfAbsent("extension", Double.valueOf(extension));
      boolean lost = other != null && !other.equals(Double.valueOf(extension));
      findings.note(
          pointer,
          Kind.PHONE,
          id,
          lost ? "phone-extension-contradicts" : "phone-extension-moved",
          lost ? "another stood within the number; it was left out" : "it stood within the number");
    }
    return true;
  }

  private boolean schedule(Map<String, Object> row, String pointer, String id) {
    if (row.get("byday") instanceof String days
        && Recurrence.countsInMonth(days)
        && !"monthly".equals(row.get("freq"))) {
      left(
          Kind.SCHEDULE,
          row,
          "byday",
          pointer,
          id,
          "recurrence-contradicts",
          "only a month has a second of a day");
    }
    if (row.containsKey("until") && row.containsKey("count")) {
      findings.note(
          pointer + "/count",
          Kind.SCHEDULE,
          id,
          "recurrence-contradicts",
          "it goes on until a day or so many times (RFC 5545, 3.3.10); both were kept");
    }
    return inOrder(Kind.SCHEDULE, row, "valid_from", "valid_to", pointer, id)
        && inOrder(Kind.SCHEDULE, row, "dtstart", "until", pointer, id);
  }

  private boolean address(Map<String, Object> row, String pointer, String id) {
    if (row.get("postal_code") instanceof String code
        && !PostalCode.canBe(code, (String) row.get("country"))) {
      left(
          Kind.ADDRESS,
          row,
          "postal_code",
          pointer,
          id,
          "postal-code-unreadable",
          "not a postal code of that country");
    }
    if ("US".equals(row.get("country"))
        && row.get("state_province") instanceof String state
        && !PostalCode.canBeState(state)) {
      left(
          Kind.ADDRESS,
          row,
          "state_province",
          pointer,
          id,
          "state-unknown",
          "no state has this code");
    }
    return true;
  }

  private boolean area(Map<String, Object> row, String pointer, String id) {
    String type = (String) row.get("extent_type");
    if (row.get("extent") instanceof String extent && !Extent.canBe(extent, type)) {
      left(
          Kind.SERVICE_AREA,
          row,
          "extent",
          pointer,
          id,
          "extent-unreadable",
          "not an outline of that type");
    }
    return true;
  }

  private boolean capacity(Map<String, Object> row, String pointer, String id) {
    if (!row.containsKey("available") || !row.containsKey("updated")) {
      findings.reject(
          pointer, Kind.SERVICE_CAPACITY, id, "capacity-incomplete", "how many, and as of when");
      return false;
    }
    if (row.get("available") instanceof Double free
        && row.get("maximum") instanceof Double most
        && free > most) {
      findings.reject(
          pointer,
          Kind.SERVICE_CAPACITY,
          id,
          "capacity-contradicts",
          "more are free than there are");
      return false;
    }
    return true;
  }

  private boolean inOrder(
      Kind kind, Map<String, Object> row, String first, String last, String pointer, String id) {
    String from = (String) row.get(first);
    String to = (String) row.get(last);
    if (from != null && to != null && from.compareTo(to) > 0) {
      findings.reject(pointer, kind, id, "schedule-contradicts", "it ends before it begins");
      return false;
    }
    return true;
  }

  private void left(
      Kind kind,
      Map<String, Object> row,
      String field,
      String pointer,
      String id,
      String code,
      String detail) {
    row.remove(field);
    findings.note(pointer + "/" + field, kind, id, code, detail + "; the field was left out");
  }

  private void note(String pointer, String id, String code, String detail) {
    findings.note(pointer, Kind.LOCATION, id, code, detail);
  }
}
