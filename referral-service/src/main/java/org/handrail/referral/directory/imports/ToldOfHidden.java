package org.handrail.referral.directory.imports;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;

/**
 * What may be told of a place that nobody may find, field by field: in which area it is, when it is
 * open, by which number it is reached, and nothing that somebody wrote in their own words. What is
 * not listed is hidden, and so is every kind of row that is not.
 */
final class ToldOfHidden {
  private static final Map<Kind, Set<String>> FIELDS = fields();

  private ToldOfHidden() {}

  /** Whether it may be told; that it is confidential always may. */
  static boolean told(Kind kind, String field, Object value) {
    return fields(kind).contains(field)
        || (value instanceof String text && ConfidentialCode.is(text));
  }

  static Set<String> fields(Kind kind) {
    return FIELDS.getOrDefault(kind, Set.of());
  }

  /** The columns of a kind's own table that may not be told. */
  static List<String> hiddenColumns(Kind kind) {
    return StoringRows.columns(kind).stream()
        .filter(column -> !fields(kind).contains(column))
        .toList();
  }

  private static Map<Kind, Set<String>> fields() {
    var fields = new EnumMap<Kind, Set<String>>(Kind.class);
    tell(fields, Kind.LOCATION, "organization_id location_type confidential");
    tell(fields, Kind.SERVICE_AT_LOCATION, "service_id location_id");
    tell(fields, Kind.ADDRESS, "location_id city region state_province country address_type");
    tell(
        fields,
        Kind.PHONE,
        "location_id service_id organization_id contact_id service_at_location_id number extension"
            + " type");
    tell(
        fields,
        Kind.SCHEDULE,
        "service_id location_id service_at_location_id freq byday byweekno bymonthday byyearday"
            + " wkst timezone count interval valid_from valid_to dtstart until opens_at closes_at");
    tell(fields, Kind.LANGUAGE, "service_id location_id phone_id code");
    tell(fields, Kind.ATTRIBUTE, "link_id link_entity taxonomy_term_id");
    tell(fields, Kind.TAXONOMY_TERM, "parent_id taxonomy_id language");
    tell(fields, Kind.CONTACT, "organization_id service_id service_at_location_id location_id");
    tell(fields, Kind.SERVICE_AREA, "service_id service_at_location_id");
    tell(fields, Kind.ACCESSIBILITY, "location_id");
    tell(fields, Kind.METADATA, "resource_id resource_type last_action_date");
    return fields;
  }

  private static void tell(Map<Kind, Set<String>> fields, Kind kind, String names) {
    fields.put(kind, new HashSet<>(List.of(names.split(" ", -1))));
  }
}
