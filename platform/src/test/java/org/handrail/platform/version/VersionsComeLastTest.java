package org.handrail.platform.version;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import org.handrail.platform.fixtures.Handlers;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;

class VersionsComeLastTest {

  static class Controller {
    void last(@RequestBody String body, @IfMatch long version) {}

    void first(@IfMatch long version, @RequestBody String body) {}
  }

  @Test
  void refusesOneThatIsReadBeforeTheBody() {
    assertThatThrownBy(() -> check("first"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("If-Match");
  }

  @Test
  void takesOneThatComesLast() {
    assertThatCode(() -> check("last")).doesNotThrowAnyException();
  }

  private static void check(String method) {
    new VersionsComeLast().check(Handlers.mapped(POST), Handlers.of(new Controller(), method));
  }
}
