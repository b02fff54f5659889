package org.handrail.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * A journey as docs/journeys tells it: what to type, and after each command what one sees.
 *
 * @param name of its file
 */
record WalkThrough(String name, List<Step> steps) {

  /**
   * A block of commands and the lines promised after it.
   *
   * @param line at which the commands begin, from 1
   * @param sees empty where nothing is promised
   */
  record Step(int line, List<String> commands, List<String> sees) {

    /** What was promised and did not come, in this order; empty when all did. */
    List<String> missing(List<String> output) {
      var rest = output.iterator();
      var missing = new ArrayList<String>();
      for (var promise : sees) {
        var came = false;
        while (!came && rest.hasNext()) {
          came = Promise.keeps(promise, rest.next());
        }
        if (!came) {
          missing.add(promise);
        }
      }
      return missing;
    }
  }

  static WalkThrough of(String name, List<String> markdown) {
    var steps = new ArrayList<Step>();
    for (int at = 0; at < markdown.size(); at++) {
      var fence = markdown.get(at);
      if (!fence.startsWith("```")) {
        continue;
      }
      var begin = at + 1;
      at = end(name, markdown, begin);
      var block = markdown.subList(begin, at);
      switch (fence) {
        case "```sh" -> steps.add(new Step(begin + 1, block, new ArrayList<>()));
        case "```text" -> promise(name, steps, begin).addAll(block);
        default -> throw new IllegalArgumentException(name + ":" + begin + " is of no known kind");
      }
    }
    return new WalkThrough(name, steps);
  }

  private static int end(String name, List<String> markdown, int begin) {
    for (int at = begin; at < markdown.size(); at++) {
      if (markdown.get(at).equals("```")) {
        return at;
      }
    }
    throw new IllegalArgumentException(name + ":" + begin + " does not end");
  }

  private static List<String> promise(String name, List<Step> steps, int line) {
    if (steps.isEmpty() || !steps.getLast().sees().isEmpty()) {
      throw new IllegalArgumentException(name + ":" + line + " promises something of no command");
    }
    return steps.getLast().sees();
  }

  /** All of it as one script that says on its own lines where each step begins. */
  String script(String mark) {
    var script = new StringBuilder();
    for (int step = 0; step < steps.size(); step++) {
      script.append("echo '").append(mark).append(step).append("'\n");
      steps.get(step).commands().forEach(command -> script.append(command).append('\n'));
    }
    return script.append("echo '").append(mark).append("end'\n").toString();
  }
}
