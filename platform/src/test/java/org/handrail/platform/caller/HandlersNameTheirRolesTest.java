package org.handrail.platform.caller;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.springframework.web.bind.annotation.RequestMethod.GET;

import org.handrail.platform.fixtures.Handlers;
import org.junit.jupiter.api.Test;

class HandlersNameTheirRolesTest {

  static class Controller {
    void silent() {}

    @AllowedTo(PEER_SPECIALIST)
    void allowed() {}

    @OpenToEverybody("it is public")
    void open() {}
  }

  @Test
  void refusesAHandlerThatSaysNotWhoMayCallIt() {
    assertThatThrownBy(() -> check("silent"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@AllowedTo");
  }

  @Test
  void takesOneThatDoes() {
    assertThatCode(() -> check("allowed")).doesNotThrowAnyException();
    assertThatCode(() -> check("open")).doesNotThrowAnyException();
  }

  private static void check(String method) {
    new HandlersNameTheirRoles().check(Handlers.mapped(GET), Handlers.of(new Controller(), method));
  }
}
