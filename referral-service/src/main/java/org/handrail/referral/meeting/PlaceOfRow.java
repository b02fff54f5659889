package org.handrail.referral.meeting;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.referral.directory.Coordinates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads where a row's meeting is. */
final class PlaceOfRow {
  private final RowText row;

  PlaceOfRow(RowText row) {
    this.row = row;
  }

  Place place() {
    Double latitude = degrees("latitude");
    Double longitude = degrees("longitude");
    if (latitude == null || longitude == null) {
      row.note("latitude", "coordinates-missing", "not found by who looks near a place");
      latitude = longitude = null;
    } else {
      Coordinates place = Coordinates.of(latitude, longitude);
      String finding = place.finding();
      if (finding != null) {
        row.note("latitude", finding, place.said());
      }
      latitude = place.latitude();
      longitude = place.longitude();
    }
    String whole = row.text("formatted_address");
    return new Place(
        row.text("location"),
        whole != null ? whole : address(),
        row.text("city"),
        row.text("region"),
        row.text("location_notes"),
        latitude,
        longitude,
        "yes".equalsIgnoreCase(row.raw("approximate")) || "true".equals(row.raw("approximate")));
  }

  // A town or a country alone is no address.
  private @Nullable String address() {
    String street = row.text("address");
    return street == null
        ? null
        : Stream.of(street, row.text("city"), row.text("state"), row.text("postal_code"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }

  private @Nullable Double degrees(String field) {
    JsonNode node = row.node(field);
    if (node.isNumber()) {
      double number = node.asDouble(Double.NaN);
      return Double.isFinite(number) ? number : null;
    }
    String text = row.raw(field);
    if (text == null) {
      return null;
    }
    if (text.matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
      return Double.valueOf(text);
    }
    row.note(field, "number-unreadable", "not a number; it was left out");
    return null;
  }
}
