package org.handrail.platform.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.bind.annotation.RequestMethod.GET;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.handrail.platform.fixtures.Handlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

class TimesInAddressesTest {

  record Narrowed(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {}

  record Known(Instant since) {}

  static class Controller {
    void known(
        @RequestParam Instant from, @ModelAttribute Known known, @PathVariable LocalDate on) {}

    void offset(@RequestParam OffsetDateTime from) {}

    void month(@PathVariable YearMonth month) {}

    void format(@RequestParam @DateTimeFormat LocalDate on) {}

    void component(@ModelAttribute Narrowed narrowed) {}
  }

  @ParameterizedTest
  @ValueSource(strings = {"offset", "month", "format", "component"})
  void noHandlerReadsATimeInAWayOfItsOwn(String handler) {
    assertThatThrownBy(() -> check(handler))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(handler);
  }

  @Test
  void timesThatAreReadAsInBodiesAreTaken() {
    assertThatCode(() -> check("known")).doesNotThrowAnyException();
  }

  private static void check(String handler) {
    new TimesInAddresses().check(Handlers.mapped(GET), Handlers.of(new Controller(), handler));
  }
}
