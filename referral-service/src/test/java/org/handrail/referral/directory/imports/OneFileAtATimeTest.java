package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OneFileAtATimeTest {
  private final OneFileAtATime files = new OneFileAtATime(Duration.ZERO);

  @Test
  void theSecondFileHasItsTurnWhenTheFirstIsDone() throws InterruptedException {
    var first = file();
    assertThat(comes(first)).isTrue();
    var second = file();
    assertThatThrownBy(() -> comes(second))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(OneFileAtATime.UNDER_WAY));
    assertThat(comes(new MockHttpServletRequest("GET", "/"))).as("reading of one").isTrue();
    goes(second);
    assertThatThrownBy(() -> comes(file())).as("whoever had no turn gives none").isNotNull();
    goes(first);
    assertThat(comes(file())).isTrue();
  }

  private static MockHttpServletRequest file() {
    return new MockHttpServletRequest("POST", "/");
  }

  private boolean comes(MockHttpServletRequest request) throws InterruptedException {
    return files.preHandle(request, new MockHttpServletResponse(), this);
  }

  private void goes(MockHttpServletRequest request) {
    files.afterCompletion(request, new MockHttpServletResponse(), this, null);
  }
}
