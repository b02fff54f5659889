package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whoever types what docs/journeys says sees what it says. */
class WalkThroughsIT {

  private static final Coalition COALITION = Coalition.running();
  private static final Path PAGES = COALITION.repository().resolve("docs/journeys");
  private static final String MARK = "=== step ";
  private static final int PATIENCE_MINUTES = 5;

  @TestFactory
  Stream<DynamicTest> eachPageGoesAsItSays(@TempDir Path scripts) throws IOException {
    try (var files = Files.list(PAGES)) {
      var pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      assertThat(pages).hasSizeGreaterThan(1);
      return pages.stream()
          .map(
              page ->
                  DynamicTest.dynamicTest(
                      page.getFileName().toString(), () -> goes(page, scripts)));
    }
  }

  private static void goes(Path page, Path scripts) throws Exception {
    var name = page.getFileName().toString();
    var journey = WalkThrough.of(name, Files.readAllLines(page));
    var script = scripts.resolve(name + ".sh");
    Files.writeString(script, journey.script(MARK));
    var said = bySteps(typed(script, scripts.resolve(name + ".said")));
    for (int step = 0; step < journey.steps().size(); step++) {
      var told = journey.steps().get(step);
      var output = said.getOrDefault(Integer.toString(step), List.of());
      assertThat(told.missing(output))
          .as("%s:%d said%n%s%ninstead of", name, told.line(), String.join("\n", output))
          .isEmpty();
    }
    assertThat(said).as("%s came to its end: %s", name, said).containsKey("end");
  }

  /** Whatever a real shell printed, errors included. */
  private static List<String> typed(Path script, Path said) throws Exception {
    var builder =
        new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
            .directory(COALITION.repository().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(COALITION.environment());
    var shell = builder.start();
    if (!shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      shell.destroyForcibly().waitFor();
    }
    return Files.readAllLines(said, UTF_8);
  }

  private static Map<String, List<String>> bySteps(List<String> lines) {
    var steps = new TreeMap<String, List<String>>();
    var step = new ArrayList<String>();
    for (var line : lines) {
      if (line.startsWith(MARK)) {
        step = new ArrayList<>();
        steps.put(line.substring(MARK.length()), step);
      } else {
        step.add(line);
      }
    }
    return steps;
  }
}
