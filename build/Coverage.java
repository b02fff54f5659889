import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes {@code docs/domain-coverage.md}: which test proves which rule of {@code docs/domain.md}.
 * Run by {@code build/coverage}. With {@code --check} it writes nothing and fails if the page is
 * out of date. It always fails when a test claims a rule that the domain page does not list, or
 * when a rule listed in {@code docs/domain-required.txt} has no test.
 */
class Coverage {

  static final Path DOMAIN = Path.of("docs/domain.md");
  static final Path REQUIRED = Path.of("docs/domain-required.txt");
  static final Path PAGE = Path.of("docs/domain-coverage.md");
  static final Pattern RULE =
      Pattern.compile(
          "^\\|\\s*`([A-Z][A-Z0-9-]*\\d)`\\s*\\|.*\\|\\s*([a-z-]+)\\s*\\|$", Pattern.MULTILINE);
  static final Pattern CLAIM = Pattern.compile("@Proves\\(\\s*(\\{[^}]*}|\"[^\"]*\")\\s*\\)");
  static final Pattern TEST = Pattern.compile("(?:\\bvoid|\\bclass|\\bStream<\\w+>)\\s+(\\w+)");
  static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  static final Pattern WEB_CLAIM =
      Pattern.compile("\\b(?:it|test|describe)\\(\\s*['\"`]([^'\"`]*)");
  static final Pattern WEB_ID =
      Pattern.compile("\\b(?:P2|PRS|CERT|BILL|REP|ANA|MSG|DIR)-(?:[A-Z]+-)?\\d+\\b");

  public static void main(String[] args) throws IOException {
    var rules = new LinkedHashMap<String, Rule>();
    var listed = RULE.matcher(Files.readString(DOMAIN));
    while (listed.find()) {
      rules.put(listed.group(1), new Rule(listed.group(2), new TreeSet<>()));
    }
    var wrong = new ArrayList<String>();
    claims()
        .forEach(
            (id, tests) -> {
              var known = rules.get(id);
              if (known == null) {
                wrong.add(
                    id
                        + " is claimed by "
                        + String.join(", ", tests)
                        + " but docs/domain.md has no row for it");
              } else {
                known.tests().addAll(tests);
              }
            });
    for (var id : Files.readAllLines(REQUIRED)) {
      var rule = rules.get(id.strip());
      if (!id.isBlank() && !id.startsWith("#") && (rule == null || rule.tests().isEmpty())) {
        wrong.add(id + " must have a test that proves it (docs/domain-required.txt)");
      }
    }
    var page = page(rules);
    if (List.of(args).contains("--check")) {
      if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
        wrong.add("docs/domain-coverage.md is out of date: run build/coverage and commit it");
      }
    } else {
      Files.writeString(PAGE, page);
    }
    wrong.forEach(System.err::println);
    if (!wrong.isEmpty()) {
      System.exit(1);
    }
  }

  /**
   * A rule of the domain page.
   *
   * @param owner the service that keeps it
   */
  record Rule(String owner, TreeSet<String> tests) {}

  /** Rule id → tests that claim it, as {@code module: Class.method}. */
  static Map<String, TreeSet<String>> claims() throws IOException {
    var claims = new TreeMap<String, TreeSet<String>>();
    try (var files = Files.walk(Path.of("."))) {
      var sources = files.filter(Coverage::isTestSource).sorted().toList();
      for (var source : sources) {
        var text = Files.readString(source);
        if (source.toString().endsWith(".java")) {
          javaClaims(source, text, claims);
        } else {
          webClaims(source, text, claims);
        }
      }
    }
    return claims;
  }

  static boolean isTestSource(Path path) {
    var name = path.toString().replace('\\', '/');
    return !name.contains("/target/")
        && !name.contains("/node_modules/")
        && (name.contains("/src/test/java/") && name.endsWith(".java")
            || name.matches(".*\\.test\\.tsx?"));
  }

  static void javaClaims(Path source, String text, Map<String, TreeSet<String>> claims) {
    var claim = CLAIM.matcher(text);
    while (claim.find()) {
      if (isInComment(text, claim.start())) {
        continue;
      }
      var test = TEST.matcher(text);
      if (!test.find(claim.end())) {
        continue;
      }
      var className = source.getFileName().toString().replace(".java", "");
      var where = test.group(1).equals(className) ? className : className + "." + test.group(1);
      var id = QUOTED.matcher(claim.group(1));
      while (id.find()) {
        claims
            .computeIfAbsent(id.group(1), unused -> new TreeSet<>())
            .add(module(source) + ": " + where);
      }
    }
  }

  static boolean isInComment(String text, int at) {
    var line = text.substring(text.lastIndexOf('\n', at) + 1, at).strip();
    return line.startsWith("*") || line.startsWith("//") || line.startsWith("/*");
  }

  static void webClaims(Path source, String text, Map<String, TreeSet<String>> claims) {
    var test = WEB_CLAIM.matcher(text);
    while (test.find()) {
      var id = WEB_ID.matcher(test.group(1));
      while (id.find()) {
        claims
            .computeIfAbsent(id.group(), unused -> new TreeSet<>())
            .add(module(source) + ": " + source.getFileName());
      }
    }
  }

  static String module(Path source) {
    return source.normalize().toString().replace('\\', '/').split("/src/")[0];
  }

  static String page(Map<String, Rule> rules) {
    var proven = rules.values().stream().filter(rule -> !rule.tests().isEmpty()).count();
    var rows =
        rules.entrySet().stream()
            .map(rule -> "| `" + rule.getKey() + "` | " + tests(rule.getValue()) + " |")
            .collect(joining("\n"));
    return """
    # Which test proves which rule

    Generated by `build/coverage` from the tests' `@Proves`; not written by hand. Rules: [domain.md](domain.md). %d of %d rules have a test that would \
    fail without the behaviour; the others are not built yet, or only in part, and say which service owns them.

    | rule | proved by |
    |---|---|
    %s
    """
        .formatted(proven, rules.size(), rows);
  }

  static String tests(Rule rule) {
    return rule.tests().isEmpty()
        ? "– (of " + rule.owner() + ", where no test claims it yet)"
        : rule.tests().stream().map(test -> "`" + test + "`").collect(joining("<br>"));
  }
}
