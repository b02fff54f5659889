package org.handrail.referral.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what somebody looks for, and finds it page by page. */
@Component
class SearchingMeetings {
  private static final double USUALLY_WITHIN = 25;
  private static final Duration USUALLY_AHEAD = Duration.ofDays(7);
  private static final Duration FURTHEST_AHEAD = Duration.ofDays(31);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final NextMeetings next;
  private final Meetings meetings;
  private final TypeCodes codes;
  private final Transactions transactions;
  private final Clock clock;

  SearchingMeetings(
      NextMeetings next,
      Meetings meetings,
      TypeCodes codes,
      Transactions transactions,
      Clock clock) {
    this.next = next;
    this.meetings = meetings;
    this.codes = codes;
    this.transactions = transactions;
    this.clock = clock;
  }

  Wanted wanted(
      @Nullable String near,
      @Nullable Double within,
      @Nullable Instant from,
      @Nullable Instant to,
      List<Fellowship> fellowships,
      @Nullable String type,
      @Nullable Boolean online,
      @Nullable String language,
      boolean newcomer) {
    Instant first = from == null ? clock.instant() : from;
    if (first.isBefore(EARLIEST)) {
      throw invalid("from", "year-out-of-range", "Of no year of ours");
    }
    Instant end = to == null ? first.plus(USUALLY_AHEAD) : to;
    if (!end.isAfter(first) || end.isAfter(first.plus(FURTHEST_AHEAD))) {
      throw invalid("to", "wrong-value", "Within 31 days after from");
    }
    if (within != null && near == null) {
      throw invalid("within", "contradictory", "Kilometres around a place: it goes with near");
    }
    return new Wanted(
        near == null ? null : near(near, within == null ? USUALLY_WITHIN : within),
        first,
        end,
        fellowships,
        type == null ? null : type(fellowships, type),
        online,
        language == null ? null : language(language),
        clock.instant().minus(Meeting.HIDDEN_AFTER),
        newcomer);
  }

  MeetingController.Page page(Wanted wanted, @Nullable String cursor, int limit) {
    NextMeetings.Next after = cursor == null ? null : after(cursor);
    return transactions.reading(
        () -> {
          var page =
              Slice.of(limit, most -> next.find(wanted, after, most), SearchingMeetings::cursor);
          return new MeetingController.Page(views(page.items()), page.next());
        });
  }

  private List<OccurrenceView> views(List<NextMeetings.Next> shown) {
    Instant now = clock.instant();
    Map<UUID, Meeting> by =
        meetings.find(shown.stream().map(NextMeetings.Next::meetingId).distinct().toList()).stream()
            .collect(Collectors.toMap(Meeting::id, Function.identity()));
    return shown.stream()
        .map(
            it -> OccurrenceView.of(Objects.requireNonNull(by.get(it.meetingId())), it, codes, now))
        .toList();
  }

  /** As the fellowship writes it, or as one of its feeds does that has codes of its own. */
  private String type(List<Fellowship> fellowships, String type) {
    if (fellowships.size() != 1) {
      throw invalid("type", "contradictory", "A code of one fellowship: name that one");
    }
    Fellowship fellowship = fellowships.getFirst();
    return codes
        .find(fellowship, type)
        .map(TypeCode::code)
        .orElseGet(
            () -> {
              if (!transactions.reading(() -> meetings.haveType(fellowship, type))) {
                throw invalid("type", "unknown", "A type of meetings, one of: " + all(fellowship));
              }
              return type;
            });
  }

  private String all(Fellowship fellowship) {
    return codes.of(fellowship).stream().map(TypeCode::code).collect(Collectors.joining(", "));
  }

  private static String language(String code) {
    String language = Languages.code(code);
    if (language == null) {
      throw invalid("language", "unknown", "A code of ISO 639, as in es");
    }
    return language;
  }

  private static Wanted.Near near(String text, double within) {
    String[] parts = text.split(",", -1);
    String degrees = "-?\\d{1,3}(\\.\\d{1,15})?";
    if (parts.length == 2 && parts[0].matches(degrees) && parts[1].matches(degrees)) {
      double latitude = Double.parseDouble(parts[0]);
      double longitude = Double.parseDouble(parts[1]);
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
        return new Wanted.Near(latitude, longitude, within);
      }
    }
    throw invalid("near", "wrong-format", "latitude,longitude in degrees");
  }

  private static String cursor(NextMeetings.Next last) {
    String place =
        "%s %d %s"
            .formatted(
                last.welcoming() ? "w" : "-", last.starts().getEpochSecond(), last.meetingId());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static NextMeetings.Next after(String cursor) {
    try {
      String[] place =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (place.length == 3 && place[0].matches("[w-]") && place[1].matches("\\d{1,11}")) {
        return new NextMeetings.Next(
            UUID.fromString(place[2]),
            Instant.ofEpochSecond(Long.parseLong(place[1])),
            null,
            place[0].equals("w"));
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.of(Problems.notOfAnEarlierPage());
    }
    throw Refusal.of(Problems.notOfAnEarlierPage());
  }

  private static Refusal invalid(String parameter, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).parameter(parameter, code, detail));
  }
}
