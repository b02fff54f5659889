package org.handrail.local;

import java.util.ArrayList;
import java.util.List;

/**
 * On processes, as {@code ./handrail up} starts them; their logs stay in {@code .handrail-test}.
 */
final class ProcessCoalition implements TestCoalition {

  private final Installation at = TestInstallation.free();
  private final Coalition coalition = new Coalition(at);
  private final List<Lifeline> lifelines = new ArrayList<>();

  private ProcessCoalition() {}

  static ProcessCoalition started() {
    var test = new ProcessCoalition();
    test.coalition.forget();
    test.coalition.up(List.of("kafka"), Progress.silent());
    test.coalition.processes().values().stream().map(Lifeline::to).forEach(test.lifelines::add);
    return test;
  }

  @Override
  public Installation at() {
    return at;
  }

  @Override
  public Secrets secrets() {
    return FirstState.secrets(at);
  }

  @Override
  public void close() {
    coalition.down(Progress.silent());
    lifelines.forEach(Lifeline::close);
  }
}
