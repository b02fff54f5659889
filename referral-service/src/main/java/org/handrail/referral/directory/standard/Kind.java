package org.handrail.referral.directory.standard;

import static org.handrail.referral.directory.standard.FieldType.CODE;
import static org.handrail.referral.directory.standard.FieldType.COUNTRY;
import static org.handrail.referral.directory.standard.FieldType.CURRENCY;
import static org.handrail.referral.directory.standard.FieldType.DATE;
import static org.handrail.referral.directory.standard.FieldType.DAYS;
import static org.handrail.referral.directory.standard.FieldType.EMAIL;
import static org.handrail.referral.directory.standard.FieldType.INSTANT;
import static org.handrail.referral.directory.standard.FieldType.LANGUAGE_CODE;
import static org.handrail.referral.directory.standard.FieldType.NUMBER;
import static org.handrail.referral.directory.standard.FieldType.NUMBERS;
import static org.handrail.referral.directory.standard.FieldType.TABLE;
import static org.handrail.referral.directory.standard.FieldType.TEXT;
import static org.handrail.referral.directory.standard.FieldType.TIME;
import static org.handrail.referral.directory.standard.FieldType.URL;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of row in an HSDS 3.x file: its fields, and the rows that may be nested in it. */
@SuppressWarnings("ImmutableEnumChecker") // Filled once, below: kinds hold kinds.
public enum Kind {
  ORGANIZATION,
  SERVICE,
  LOCATION,
  SERVICE_AT_LOCATION,
  ADDRESS,
  PHONE,
  SCHEDULE,
  LANGUAGE,
  ATTRIBUTE,
  TAXONOMY_TERM,
  TAXONOMY,
  CONTACT,
  PROGRAM,
  FUNDING,
  ORGANIZATION_IDENTIFIER,
  SERVICE_AREA,
  COST_OPTION,
  REQUIRED_DOCUMENT,
  ACCESSIBILITY,
  SERVICE_CAPACITY,
  UNIT,
  LINK,
  META_TABLE_DESCRIPTION,
  METADATA;

  private final Map<String, FieldType> fields = new LinkedHashMap<>();
  private final Map<String, Kind> nested = new LinkedHashMap<>();
  private final Set<String> single = new HashSet<>();
  private Set<String> required = Set.of();

  static {
    ORGANIZATION
        .has(TEXT, "name alternate_name description tax_status tax_id legal_status")
        .has(TEXT, "parent_organization_id")
        .has(URL, "website logo uri")
        .has(EMAIL, "email")
        .has(NUMBER, "year_incorporated")
        .holds("funding", FUNDING)
        .holds("contacts", CONTACT)
        .holds("phones", PHONE)
        .holds("locations", LOCATION)
        .holds("programs", PROGRAM)
        .holds("organization_identifiers", ORGANIZATION_IDENTIFIER)
        .holds("additional_websites", LINK)
        .holds("services", SERVICE);
    SERVICE
        .has(TEXT, "organization_id program_id name alternate_name description")
        .has(TEXT, "interpretation_services application_process fees_description wait_time fees")
        .has(TEXT, "accreditations eligibility_description licenses alert")
        .has(URL, "url")
        .has(EMAIL, "email assurer_email")
        .has(CODE, "status")
        .has(NUMBER, "minimum_age maximum_age")
        .has(DATE, "assured_date")
        .has(INSTANT, "last_modified")
        .holdsOne("organization", ORGANIZATION)
        .holdsOne("program", PROGRAM)
        .holds("phones", PHONE)
        .holds("schedules", SCHEDULE)
        .holds("service_areas", SERVICE_AREA)
        .holds("service_at_locations", SERVICE_AT_LOCATION)
        .holds("languages", LANGUAGE)
        .holds("funding", FUNDING)
        .holds("cost_options", COST_OPTION)
        .holds("required_documents", REQUIRED_DOCUMENT)
        .holds("contacts", CONTACT)
        .holds("capacities", SERVICE_CAPACITY)
        .holds("additional_urls", LINK);
    LOCATION
        .has(TEXT, "organization_id name alternate_name description transportation")
        .has(TEXT, "external_identifier external_identifier_type")
        .has(URL, "url")
        .has(CODE, "location_type")
        .has(NUMBER, "latitude longitude")
        .holds("languages", LANGUAGE)
        .holds("addresses", ADDRESS)
        .holds("contacts", CONTACT)
        .holds("accessibility", ACCESSIBILITY)
        .holds("phones", PHONE)
        .holds("schedules", SCHEDULE);
    SERVICE_AT_LOCATION
        .has(TEXT, "service_id location_id description")
        .holds("service_areas", SERVICE_AREA)
        .holds("contacts", CONTACT)
        .holds("phones", PHONE)
        .holds("schedules", SCHEDULE)
        .holdsOne("service", SERVICE)
        .holdsOne("location", LOCATION);
    ADDRESS
        .has(TEXT, "location_id attention address_1 address_2 city region state_province")
        .has(TEXT, "postal_code")
        .has(COUNTRY, "country")
        .has(CODE, "address_type");
    PHONE
        .has(TEXT, "location_id service_id organization_id contact_id service_at_location_id")
        .has(TEXT, "number description")
        .has(CODE, "type")
        .has(NUMBER, "extension")
        .holds("languages", LANGUAGE);
    SCHEDULE
        .has(TEXT, "service_id location_id service_at_location_id description attending_type notes")
        .has(DAYS, "byday")
        .has(NUMBERS, "byweekno bymonthday byyearday")
        .has(URL, "schedule_link")
        .has(CODE, "freq wkst")
        .has(NUMBER, "timezone count interval")
        .has(DATE, "valid_from valid_to dtstart until")
        .has(TIME, "opens_at closes_at");
    LANGUAGE.has(TEXT, "service_id location_id phone_id name note").has(LANGUAGE_CODE, "code");
    ATTRIBUTE
        .has(TEXT, "link_id link_type taxonomy_term_id value label")
        .has(TABLE, "link_entity")
        .holdsOne("taxonomy_term", TAXONOMY_TERM);
    TAXONOMY_TERM
        .has(TEXT, "code name description parent_id taxonomy taxonomy_id")
        .has(LANGUAGE_CODE, "language")
        .has(URL, "term_uri")
        .holdsOne("taxonomy_detail", TAXONOMY);
    TAXONOMY.has(TEXT, "name description version").has(URL, "uri");
    CONTACT
        .has(TEXT, "organization_id service_id service_at_location_id location_id")
        .has(TEXT, "name title department")
        .has(EMAIL, "email")
        .holds("phones", PHONE);
    PROGRAM.has(TEXT, "organization_id name alternate_name description");
    FUNDING.has(TEXT, "organization_id service_id source");
    ORGANIZATION_IDENTIFIER.has(
        TEXT, "organization_id identifier_scheme identifier_type identifier");
    SERVICE_AREA
        .has(TEXT, "service_id service_at_location_id name description extent")
        .has(CODE, "extent_type")
        .has(URL, "uri");
    COST_OPTION
        .has(TEXT, "service_id option amount_description")
        .has(CURRENCY, "currency")
        .has(NUMBER, "amount")
        .has(DATE, "valid_from valid_to");
    REQUIRED_DOCUMENT.has(TEXT, "service_id document").has(URL, "uri");
    ACCESSIBILITY.has(TEXT, "location_id description details").has(URL, "url");
    SERVICE_CAPACITY
        .has(TEXT, "service_id unit_id description")
        .has(NUMBER, "available maximum")
        .has(INSTANT, "updated")
        .holdsOne("unit", UNIT);
    UNIT.has(TEXT, "name scheme identifier").has(URL, "uri");
    LINK.has(TEXT, "link_id label").has(TABLE, "link_entity").has(URL, "url");
    METADATA
        .has(TEXT, "resource_id last_action_type field_name previous_value replacement_value")
        .has(TEXT, "updated_by")
        .has(TABLE, "resource_type")
        .has(DATE, "last_action_date");
    META_TABLE_DESCRIPTION.has(TEXT, "name character_set").has(LANGUAGE_CODE, "language");
    ORGANIZATION.needs("name description");
    SERVICE.needs("name status");
    LOCATION.needs("location_type");
    ADDRESS.needs("address_1 city state_province postal_code country address_type");
    PHONE.needs("number");
    TAXONOMY.needs("name description");
    TAXONOMY_TERM.needs("name description");
    PROGRAM.needs("name description");
    SERVICE_CAPACITY.needs("unit available updated");
    UNIT.needs("name");
    ORGANIZATION_IDENTIFIER.needs("identifier_type identifier");
    METADATA.needs(
        "last_action_date last_action_type field_name previous_value replacement_value updated_by");
    for (Kind kind : values()) {
      if (kind != METADATA) {
        kind.holds("metadata", METADATA);
      }
      if (kind != METADATA && kind != ATTRIBUTE && kind != TAXONOMY_TERM && kind != TAXONOMY) {
        kind.holds("attributes", ATTRIBUTE);
      }
    }
  }

  /** As HSDS names it: {@code service_at_location}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that code. */
  public static Optional<Kind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** The kind whose rows a table of that name holds, as in {@code services.csv}. */
  public static Optional<Kind> ofTable(String name) {
    String table = name.toLowerCase(Locale.ROOT).replaceFirst("\\.csv$", "");
    return table.equals("urls")
        ? Optional.of(LINK)
        : Arrays.stream(values()).filter(kind -> kind.names().contains(table)).findFirst();
  }

  private Set<String> names() {
    return new HashSet<>(
        List.of(code(), code() + "s", code() + "es", code().replaceFirst("y$", "ies")));
  }

  public Map<String, FieldType> fields() {
    return fields;
  }

  /** The rows that may stand inside, singly or in an array, by the name of the field. */
  public Map<String, Kind> nested() {
    return nested;
  }

  /** Whether that field holds one row, which the field that ends in {@code _id} names as well. */
  public boolean single(String field) {
    return single.contains(field);
  }

  /** Whether that field is text, so that it can be empty. */
  public boolean isText(String field) {
    FieldType type = fields.get(field);
    return type != null && type != NUMBER && type != INSTANT;
  }

  public boolean holdsMany(Kind other) {
    return nested.entrySet().stream()
        .anyMatch(e -> e.getValue() == other && !single.contains(e.getKey()));
  }

  /** What a consumer of HSDS may rely on; where a source left it out, it is given as empty. */
  public Set<String> required() {
    return required;
  }

  /** Whether others refer to it by its id, so that one cannot be made up. */
  public boolean core() {
    return this == ORGANIZATION || this == SERVICE || this == LOCATION;
  }

  /** Whether it means something without another row to which it belongs. */
  public boolean freeStanding() {
    return switch (this) {
      case ORGANIZATION, LOCATION, TAXONOMY, TAXONOMY_TERM, PROGRAM, UNIT, META_TABLE_DESCRIPTION ->
          true;
      default -> false;
    };
  }

  private Kind has(FieldType type, String names) {
    for (String name : names.split(" ", -1)) {
      fields.put(name, type);
    }
    return this;
  }

  private Kind holds(String field, Kind kind) {
    nested.put(field, kind);
    return this;
  }

  private Kind holdsOne(String field, Kind kind) {
    single.add(field);
    return holds(field, kind);
  }

  private void needs(String names) {
    required = Set.of(names.split(" ", -1));
  }
}
