package org.handrail.client.ownrecord;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.client.paper.Line;
import org.handrail.client.paper.PaperTime;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a copy in words.
 *
 * @param rows what the copy calls the row of an id
 * @param whoIs what the copy calls a person of an id
 */
record InWords(
    PaperWords words,
    PaperTime time,
    Parties parties,
    Map<String, String> rows,
    UnaryOperator<String> whoIs) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CODE =
      Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]+|[a-z0-9]+[A-Z][A-Za-z]+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern LOCAL = Pattern.compile(DAY + "T[0-9:.]+");
  private static final Pattern INSTANT = Pattern.compile(LOCAL + "(Z|[+-]\\d\\d:\\d\\d)");

  // What somebody said stays to the letter.
  private static final Set<String> SAID =
      Set.of(
          "actWords",
          "body",
          "clientsWords",
          "correction",
          "description",
          "document",
          "endWords",
          "event",
          "expiresEvent",
          "learned",
          "learnedByClient",
          "learnedBySpecialist",
          "legalName",
          "nameToUse",
          "nature",
          "note",
          "ownActWords",
          "patientName",
          "requester",
          "source",
          "terms",
          "whatWeDid",
          "whyNoConsent",
          "words");
  private static final Set<String> PARTIES =
      Set.of(
          "discloser",
          "disclosers",
          "intermediary",
          "provider",
          "recipient",
          "recipientParties",
          "via");
  // Rows of other places, whose numbers say nothing to anybody.
  private static final Set<String> REFERS =
      Set.of("corrects", "follows", "inReplyTo", "merged", "replaces", "rewrittenAs", "surviving");
  private static final List<String> ACT =
      List.of("actKind", "actAt", "actRecordedBy", "actRecordedAt");

  List<Line> row(Map<String, Object> row) {
    var lines = new ArrayList<Line>();
    withThePayersInOne(withTheActInOne(row))
        .forEach((name, value) -> lines.addAll(lines(2, name, value)));
    return lines;
  }

  private Map<String, Object> withTheActInOne(Map<String, Object> row) {
    if (!ACT.stream().allMatch(name -> row.get(name) != null)) {
      return row;
    }
    var shorter = new LinkedHashMap<>(row);
    shorter.keySet().removeAll(ACT);
    shorter.put(
        "act",
        words
            .phrases()
            .actRecorded()
            .replace("{kind}", said("actKind", row.get("actKind")).orElseThrow())
            .replace("{at}", said("actAt", row.get("actAt")).orElseThrow())
            .replace("{by}", said("actRecordedBy", row.get("actRecordedBy")).orElseThrow())
            .replace("{recorded}", said("actRecordedAt", row.get("actRecordedAt")).orElseThrow()));
    return shorter;
  }

  /** Who paid which part, as one line. */
  private Map<String, Object> withThePayersInOne(Map<?, ?> row) {
    var shorter = new LinkedHashMap<String, Object>();
    row.forEach(
        (name, value) -> {
          if (value instanceof List<?> sources
              && name.equals("fundingSources")
              && row.get("fundingPercents") instanceof List<?> percents) {
            shorter.put("paidBy", shares(sources, percents));
          } else if (value != null && !name.equals("fundingPercents")) {
            shorter.put(String.valueOf(name), value);
          }
        });
    return shorter;
  }

  private List<String> shares(List<?> sources, List<?> percents) {
    var shares = new ArrayList<String>();
    for (int i = 0; i < sources.size(); i++) {
      shares.add(words.code(String.valueOf(sources.get(i))) + " " + percents.get(i) + " %");
    }
    return shares;
  }

  private List<Line> lines(int depth, String name, Object value) {
    if (value instanceof Map<?, ?> some) {
      var inner =
          withThePayersInOne(some).entrySet().stream()
              .flatMap(entry -> lines(depth + 1, entry.getKey(), entry.getValue()).stream())
              .toList();
      return inner.isEmpty() ? inner : headed(depth, name, inner);
    }
    if (value instanceof List<?> some && some.stream().anyMatch(Map.class::isInstance)) {
      var inner = some.stream().flatMap(one -> lines(depth + 1, name, one).stream()).toList();
      return headed(depth, name, inner);
    }
    return said(name, value).map(text -> spoken(depth, name, text)).orElse(List.of());
  }

  private List<Line> headed(int depth, String name, List<Line> inner) {
    var lines = new ArrayList<Line>();
    lines.add(Line.under(depth, words.field(name) + ":"));
    lines.addAll(inner);
    return lines;
  }

  private List<Line> spoken(int depth, String name, String text) {
    var label = words.field(name) + ":";
    if (text.lines().count() < 2) {
      return List.of(Line.under(depth, label + " " + text.strip()));
    }
    return headed(
        depth, name, text.lines().map(line -> Line.under(depth + 1, line.strip())).toList());
  }

  /** Nothing where nothing was said, and where it is a number of the computer's. */
  private Optional<String> said(String name, @Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case Boolean so -> Optional.of(so ? words.phrases().isSo() : words.phrases().isNotSo());
      case Number _ when name.equals("version") -> Optional.empty();
      case Collection<?> some ->
          Optional.of(
                  some.stream()
                      .filter(Objects::nonNull)
                      .flatMap(one -> said(name, one).stream())
                      .collect(Collectors.joining(", ")))
              .filter(text -> !text.isEmpty());
      case String text when name.equals("id") || HASH.matcher(text).matches() -> Optional.empty();
      case String text when ID.matcher(text).matches() -> named(name, text);
      case String text when !SAID.contains(name) -> Optional.of(inWords(name, text));
      case Object other -> Optional.of(String.valueOf(other));
    };
  }

  private Optional<String> named(String name, String id) {
    var row = rows.get(id);
    if (row != null) {
      return Optional.of(row);
    }
    return name.endsWith("Id") || REFERS.contains(name)
        ? Optional.empty()
        : Optional.of(whoIs.apply(id));
  }

  private String inWords(String name, String text) {
    if (CODE.matcher(text).matches()) {
      return PARTIES.contains(name) && parties.knows(new PartyId(text))
          ? parties.nameOf(new PartyId(text))
          : name.equals("kind") ? words.kind(text) : words.code(text);
    }
    try {
      return timeOf(text);
    } catch (DateTimeParseException _) {
      // Somebody's own words may look like a day.
      return text;
    }
  }

  private String timeOf(String text) {
    if (INSTANT.matcher(text).matches()) {
      return time.of(OffsetDateTime.parse(text).toInstant());
    }
    if (LOCAL.matcher(text).matches()) {
      return time.of(LocalDateTime.parse(text));
    }
    return DAY.matcher(text).matches() ? time.of(LocalDate.parse(text)) : text;
  }
}
