package org.handrail.referral.meeting;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a file names what it says of a meeting. */
@SuppressWarnings("ImmutableEnumChecker") // Maps of entries do not change.
enum Dialect {
  /** code4recovery's Meeting Guide format: Sunday is 0. */
  MEETING_GUIDE(0, Map.of()),
  /** The Basic Meeting List Toolbox's search results: Sunday is 1. */
  BMLT(
      1,
      Map.ofEntries(
          Map.entry("latitude", "latitude"),
          Map.entry("longitude", "longitude"),
          Map.entry("slug", "id_bigint"),
          Map.entry("name", "meeting_name"),
          Map.entry("day", "weekday_tinyint"),
          Map.entry("time", "start_time"),
          Map.entry("end_time", "duration_time"),
          Map.entry("timezone", "time_zone"),
          Map.entry("types", "formats"),
          Map.entry("notes", "comments"),
          Map.entry("location", "location_text"),
          Map.entry("location_notes", "location_info"),
          Map.entry("address", "location_street"),
          Map.entry("city", "location_municipality"),
          Map.entry("state", "location_province"),
          Map.entry("postal_code", "location_postal_code_1"),
          Map.entry("region", "location_sub_province"),
          Map.entry("conference_url", "virtual_meeting_link"),
          Map.entry("conference_url_notes", "virtual_meeting_additional_info"),
          Map.entry("conference_phone", "phone_meeting_number"),
          Map.entry("language", "lang_enum"),
          Map.entry("venue", "venue_type"),
          Map.entry("published", "published")));

  private final int sunday;
  private final Map<String, String> names;

  Dialect(int sunday, Map<String, String> names) {
    this.sunday = sunday;
    this.names = names;
  }

  /** The one that a row speaks: each names the day in its own way, so that none is mistaken. */
  static Dialect of(JsonNode row) {
    return row.has("weekday_tinyint") || row.has("id_bigint") ? BMLT : MEETING_GUIDE;
  }

  /** Which number is Sunday. */
  int sunday() {
    return sunday;
  }

  /** What this dialect calls a field of the Meeting Guide format; its own fields go by theirs. */
  Optional<String> name(String field) {
    return this == BMLT ? Optional.ofNullable(names.get(field)) : Optional.of(field);
  }
}
