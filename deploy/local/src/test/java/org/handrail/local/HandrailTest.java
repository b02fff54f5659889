package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandrailTest {

  @Test
  void eachCommandSaysItsVersion() {
    for (var command : List.of("", "up", "down", "status", "token", "verify-ledger", "bench up")) {
      assertThat(said((command + " -V").strip().split(" ", -1)))
          .as(command)
          .isEqualToIgnoringNewLines("handrail " + Installation.VERSION);
    }
  }

  @Test
  void whoNamesAPartForgetsNothing() {
    var err = new StringWriter();
    var code =
        Handrail.on(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err)))
            .execute("up", "--fresh", "plan-service");

    assertThat(code).isNotZero();
    assertThat(err.toString())
        .contains("--fresh forgets the data of all parts; leave out plan-service");
  }

  private static String said(String... arguments) {
    var out = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()));
    assertThat(Handrail.on(terminal).execute(arguments)).isZero();
    return out.toString();
  }
}
