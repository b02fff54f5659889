package org.handrail.platform.submission;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import org.handrail.platform.fixtures.Handlers;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

class PostsAreSubmissionsTest {

  static class Controller {
    void plain() {}

    void submitted(Submission submission) {}

    @RepeatsAreHarmless("it changes nothing")
    void harmless() {}
  }

  @Test
  void refusesAPostWithoutASubmission() {
    assertThatThrownBy(() -> check(POST, "plain"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Submission");
  }

  @Test
  void takesSubmissionsAndWhatMayBeRepeated() {
    assertThatCode(() -> check(POST, "submitted")).doesNotThrowAnyException();
    assertThatCode(() -> check(POST, "harmless")).doesNotThrowAnyException();
    assertThatCode(() -> check(GET, "plain")).doesNotThrowAnyException();
  }

  private static void check(RequestMethod how, String method) {
    new PostsAreSubmissions().check(Handlers.mapped(how), Handlers.of(new Controller(), method));
  }
}
