package org.handrail.client.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fields that are not a peer's to fill (PRS-SCOPE-1), one version of the list ({@code
 * practice/out-of-scope.yaml}). Peers do not diagnose, prescribe, recommend or monitor medication.
 */
@ConfigurationProperties("handrail.practice")
public record ScopeOfPractice(String version, @DefaultValue List<Beyond> outOfScope) {
  public static final ProblemType OUT_OF_SCOPE =
      ProblemType.of("out-of-scope", 422, "This is not a peer specialist's to record");

  /** Fields of one kind. */
  record Beyond(String kind, @DefaultValue List<String> names, @DefaultValue List<String> begins) {
    private boolean has(String key) {
      return names.stream().anyMatch(name -> key(name).equals(key))
          || begins.stream().anyMatch(beginning -> key.startsWith(key(beginning)));
    }
  }

  /** Of which kind a field is that is no peer's; none for any other. */
  Optional<String> kind(String field) {
    var key = key(field);
    return outOfScope.stream().filter(beyond -> beyond.has(key)).map(Beyond::kind).findFirst();
  }

  /** What somebody is answered who sends such a field. */
  public static Refusal refusal(String pointer, String kind) {
    return Refusal.of(
        Problem.of(OUT_OF_SCOPE)
            .error(
                pointer,
                kind,
                "A provider documents this. What the client says of it can stand in their own"
                    + " words."));
  }

  private static String key(String field) {
    return field.replaceAll("[-_\\s]", "").toLowerCase(Locale.ROOT);
  }
}
