package org.handrail.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.bind.annotation.RequestMethod.GET;

import org.handrail.platform.fixtures.Handlers;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;

class UnknownParametersTest {
  private final UnknownParameters unknown = new UnknownParameters();

  static class Wanted {}

  static class Controller {
    void list() {}

    void search(@ModelAttribute Wanted wanted) {}
  }

  @Test
  void whatBindsParametersMustNameThem() {
    assertThatThrownBy(() -> check("search"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use a record");
  }

  @Test
  void aNameThatCannotBeDecodedIsNoneOfOurs() {
    var request = new MockHttpServletRequest("GET", "/");
    request.setQueryString("%zz=1");
    var handler = check("list");
    assertThatThrownBy(() -> unknown.preHandle(request, new MockHttpServletResponse(), handler))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(Problems.UNKNOWN_PARAMETER));
  }

  private HandlerMethod check(String method) {
    var handler = Handlers.of(new Controller(), method);
    unknown.check(Handlers.mapped(GET), handler);
    return handler;
  }
}
