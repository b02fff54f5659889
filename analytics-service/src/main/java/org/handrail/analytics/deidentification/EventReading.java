package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes from an event what is needed here; everything else of it is never looked at. */
final class EventReading {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, What> HAPPENINGS =
      Map.of(
          "org.handrail.client.enrolled.v1", What.CLIENT_ENROLLED,
          "org.handrail.option.chosen.v1", What.OPTION_CHOSEN,
          "org.handrail.referral.sent.v1", What.REFERRAL_SENT,
          "org.handrail.referral.refused.v1", What.REFERRAL_REFUSED,
          "org.handrail.plan.activated.v1", What.PLAN_ACTIVATED,
          "org.handrail.milestone.marked.v1", What.MILESTONE_REACHED);

  /** The answers of the other agency that passed the door on their way back. */
  private static final String STATUS_RELEASED = "org.handrail.referral.status-released.v1";

  /** Cancelled, or never meant: of the latter there is nothing to tell. */
  private static final String ENDED = "org.handrail.referral.cancelled.v1";

  private static final String LINKED = "org.handrail.person.linked.v1";

  private EventReading() {}

  /**
   * What it tells, if it is one of those that tell something.
   *
   * @throws Unreadable when it is one of those and something is missing
   */
  static Optional<Told> read(Headers headers, byte @Nullable [] value) throws Unreadable {
    var type = header(headers, "ce_type");
    if (LINKED.equals(type)) {
      var data = data(value);
      return Optional.of(
          new Link(
              id(data.path("clientId").asString("")),
              id(data.path("personKey").asString("")),
              needed(headers, "ce_agency")));
    }
    if (STATUS_RELEASED.equals(type) || ENDED.equals(type)) {
      var data = data(value);
      var step = data.path(STATUS_RELEASED.equals(type) ? "step" : "status").asString("");
      var what = What.of("referral-" + step);
      return what.isEmpty() ? Optional.empty() : Optional.of(happening(headers, data, what.get()));
    }
    var what = type == null ? null : HAPPENINGS.get(type);
    return what == null ? Optional.empty() : Optional.of(happening(headers, data(value), what));
  }

  private static Happening happening(Headers headers, JsonNode data, What what) throws Unreadable {
    return new Happening(
        id(needed(headers, "ce_id")),
        id(data.path("clientId").asString("")),
        what,
        year(needed(headers, "ce_time")));
  }

  private static JsonNode data(byte @Nullable [] value) throws Unreadable {
    try {
      return JSON.readTree(value == null ? new byte[0] : value);
    } catch (JacksonException e) {
      throw new Unreadable("its data is not JSON");
    }
  }

  private static UUID id(String value) throws Unreadable {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("an id is missing or is not one");
    }
  }

  private static int year(String time) throws Unreadable {
    try {
      return Instant.parse(time).atZone(ZoneOffset.UTC).getYear();
    } catch (DateTimeException e) {
      throw new Unreadable("its time is not an instant");
    }
  }

  private static String needed(Headers headers, String name) throws Unreadable {
    var value = header(headers, name);
    if (value == null || value.isBlank()) {
      throw new Unreadable("it has no " + name);
    }
    return value;
  }

  private static @Nullable String header(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
