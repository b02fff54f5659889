package org.handrail.referral.directory.search;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.MatchResult;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Languages;
import org.handrail.referral.directory.Seeker;
import org.jspecify.annotations.Nullable;

/**
 * A search as it is asked for.
 *
 * @param q words; {@code words} is its older name
 * @param near latitude and longitude in degrees, as in {@code 41.45,-82.71}
 * @param within kilometres around it, up to 500; 50 unless said
 * @param eligible what is said of the person, as in {@code age:34,veterans,moud:methadone}
 * @param language a code as in {@code es}; of {@code es-MX} the region is not asked for
 * @param payment as in {@code medicaid}, {@code free}, {@code sliding-scale}
 * @param accessible {@code wheelchair}, {@code hearing} or {@code other}
 * @param need what it is for, by the code of a term
 * @param narr level of a recovery residence, 1 to 4; a level is no rating
 * @param from where the person comes from: {@code jail}, {@code treatment}, {@code shelter}
 */
record SearchParameters(
    @Size(max = 200) @Nullable String q,
    @Size(max = 200) @Nullable String words,
    @Size(max = 40) @Nullable String near,
    @Pattern(regexp = "\\d{1,3}(\\.\\d{1,3})?") @DecimalMin("0.1") @DecimalMax("500")
        @Nullable String within,
    @Size(max = 200) @Nullable String eligible,
    @Size(max = 20) @Nullable String language,
    @Size(max = 40) @Nullable String payment,
    @Size(max = 40) @Nullable String accessible,
    @Size(max = 100) @Nullable String need,
    @Size(max = 1) @Nullable String narr,
    @Size(max = 40) @Nullable String from) {
  private static final java.util.regex.Pattern WORD =
      java.util.regex.Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MOST_WORDS = 10;
  private static final String UNKNOWN = "unknown";
  private static final double USUAL_KM = 50;

  Search search() {
    Spot spot =
        near == null
            ? null
            : Spot.of(near).orElseThrow(() -> invalid("near", "latitude,longitude in degrees"));
    Seeker seeker =
        Seeker.of(eligible == null ? List.of() : List.of(eligible.split(",", -1)))
            .orElseThrow(
                () -> invalid("eligible", "As in age:34,women,moud:methadone, with one age"));
    if (within != null && near == null) {
      throw invalid("within", "contradictory", "Kilometres around a place: it goes with near");
    }
    var facets = new ArrayList<String>();
    given(need).ifPresent(code -> facets.add("need:" + code));
    given(language).ifPresent(code -> facets.add("language:" + language(code)));
    oneOf("payment", payment, "A way to pay", Facets.values("payment")).ifPresent(facets::add);
    oneOf("accessible", accessible, "For whom one can get in", Access.KINDS).ifPresent(facets::add);
    oneOf("narr", narr, "A level of NARR", Facets.values("narr")).ifPresent(facets::add);
    oneOf("from", from, "Where the person comes from", Facets.values("from"))
        .ifPresent(facets::add);
    return new Search(
        tokens(), spot, within == null ? USUAL_KM : Double.parseDouble(within), facets, seeker);
  }

  private List<String> tokens() {
    boolean older = q == null;
    String text = older ? words : q;
    if (text == null) {
      return List.of();
    }
    List<String> tokens =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .limit(MOST_WORDS)
            .toList();
    if (tokens.isEmpty()) {
      // Everything would be the answer to another question.
      throw invalid(older ? "words" : "q", "At least one word or number");
    }
    return tokens;
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(text -> text.strip().toLowerCase(Locale.ROOT));
  }

  private static String language(String text) {
    String code = Languages.code(text);
    if (code == null) {
      throw invalid("language", UNKNOWN, "A code of ISO 639, as in es");
    }
    return code;
  }

  /** The facet that it stands for; what nobody can be is refused, and not searched for in vain. */
  private static Optional<String> oneOf(
      String name, @Nullable String value, String kind, SortedSet<String> values) {
    return given(value)
        .map(
            text -> {
              if (!values.contains(text)) {
                throw invalid(name, UNKNOWN, kind + ", one of: " + String.join(", ", values));
              }
              return name + ":" + text;
            });
  }

  private static Refusal invalid(String parameter, String detail) {
    return invalid(parameter, "wrong-format", detail);
  }

  private static Refusal invalid(String parameter, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).parameter(parameter, code, detail));
  }
}
