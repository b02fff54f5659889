package org.handrail.referral.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.Languages;
import tools.jackson.databind.JsonNode;

/** Reads what kind of meeting a row's is, in the codes of its fellowship. */
final class TypesOfRow {
  private final Set<String> codes = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Set<TypeCode.Meaning> meanings = EnumSet.noneOf(TypeCode.Meaning.class);
  private boolean languagesOfFeed;

  static TypesOfRow of(RowText row, Feed feed, TypeCodes known) {
    TypesOfRow types = new TypesOfRow();
    List<String> unknown = new ArrayList<>();
    for (String code : written(row)) {
      Optional<TypeCode> type = known.find(feed.fellowship(), code);
      types.codes.add(type.map(TypeCode::code).orElse(code));
      type.ifPresentOrElse(types::take, () -> unknown.add(code));
    }
    if (!unknown.isEmpty()) {
      row.note(
          "types",
          "type-unknown",
          "kept: %s; not a code of this fellowship".formatted(String.join(" ", unknown)));
    }
    if (types.means(TypeCode.Meaning.OPEN) && types.means(TypeCode.Meaning.CLOSED)) {
      row.note("types", "types-contradict", "open and closed; taken as closed");
    }
    types.spoken(row, feed);
    return types;
  }

  List<String> codes() {
    return List.copyOf(codes);
  }

  List<String> languages() {
    return List.copyOf(languages);
  }

  /** Whether the row names none itself. */
  boolean areLanguagesOfFeed() {
    return languagesOfFeed;
  }

  boolean means(TypeCode.Meaning meaning) {
    return meanings.contains(meaning);
  }

  private void take(TypeCode type) {
    if (type.means() != null) {
      meanings.add(type.means());
    }
    if (type.language() != null) {
      languages.add(type.language());
    }
  }

  private void spoken(RowText row, Feed feed) {
    String written = row.dialect() == Dialect.BMLT ? row.raw("language") : null;
    String language = written == null ? null : Languages.code(written);
    if (language != null) {
      languages.add(language);
    } else if (written != null) {
      row.note("language", "language-unknown", "not a code of ISO 639; it was left out");
    }
    languagesOfFeed = languages.isEmpty();
    if (languagesOfFeed && feed.language() != null) {
      languages.add(feed.language());
    }
  }

  private static List<String> written(RowText row) {
    JsonNode node = row.node("types");
    List<String> all = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode each : node.values()) {
        all.add(each.isContainer() ? "" : each.asString(""));
      }
    } else if (node.isString()) {
      all.addAll(Arrays.asList(node.stringValue().split(",", -1)));
    } else if (!node.isNull() && !node.isMissingNode()) {
      row.note("types", "wrong-type", "expected codes; the field was left out");
    }
    List<String> written = all.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
    // Anything that is no code is somebody's text, and may say anything.
    List<String> usable = written.stream().filter(t -> t.matches("[\\w+ /-]{1,40}")).toList();
    if (usable.size() < written.size()) {
      row.note("types", "type-unreadable", "no code; it was left out");
    }
    return usable;
  }
}
