package org.handrail.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.bind.annotation.RequestMethod.GET;

import java.util.List;
import org.handrail.platform.fixtures.Handlers;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class UnknownParametersTest {
  private final UnknownParameters unknown = new UnknownParameters();

  static class Wanted {}

  record Paging(int page, @BindParam("per_page") int size) {}

  record Filter(List<String> tones, String word) {}

  static class Controller {
    void list() {}

    void search(@ModelAttribute Wanted wanted) {}

    void page(@ModelAttribute Paging paging) {}

    void filter(@ModelAttribute Filter filter, @RequestParam List<String> need) {}
  }

  @Test
  void whatBindsParametersMustNameThem() {
    assertThatThrownBy(() -> check("search"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use a record");
  }

  @Test
  void whatIsCalledOtherwiseInAddressesIsTakenByThatName() {
    assertThat(isTaken("page", "page=1&per_page=2")).isTrue();
    assertThatThrownBy(() -> isTaken("page", "size=2"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem().detail())
                    .isEqualTo("This address takes page, per_page"));
  }

  @Test
  void onlyWhatIsAListMayComeSeveralTimes() {
    assertThat(isTaken("filter", "tones=a&tones=b&need=c&need=d&word=e")).isTrue();
    assertThatThrownBy(() -> isTaken("filter", "word=a&word=b"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem())
                    .isEqualTo(
                        Problem.of(Problems.REPEATED_PARAMETER)
                            .with("parameters", List.of("word"))));
  }

  @Test
  void oneOfSeveralThatIsBlankIsRefusedToo() {
    assertThatThrownBy(() -> isTaken("filter", "tones=a&tones="))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem().errors())
                    .containsExactly(
                        Problem.Fault.ofParameter("tones", "missing", "A value is needed")));
  }

  @Test
  void whatAnAddressIsToldApartByIsTaken() {
    var handler = Handlers.of(new Controller(), "list");
    unknown.check(RequestMappingInfo.paths("/").params("format=lines").build(), handler);
    var request = new MockHttpServletRequest("GET", "/");
    request.setQueryString("format=lines");
    assertThat(unknown.preHandle(request, new MockHttpServletResponse(), handler)).isTrue();
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

  private boolean isTaken(String method, String query) {
    var request = new MockHttpServletRequest("GET", "/");
    request.setQueryString(query);
    return unknown.preHandle(request, new MockHttpServletResponse(), check(method));
  }

  private HandlerMethod check(String method) {
    var handler = Handlers.of(new Controller(), method);
    unknown.check(Handlers.mapped(GET), handler);
    return handler;
  }
}
