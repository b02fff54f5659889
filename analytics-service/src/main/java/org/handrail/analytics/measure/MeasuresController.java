package org.handrail.analytics.measure;

import java.util.List;
import org.handrail.analytics.deidentification.WhatWasReleased;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/measures")
@AllowedTo({Role.ANALYST, Role.COALITION_ADMIN})
class MeasuresController {

  static final ProblemType NOT_READY =
      ProblemType.of("measures-not-ready", 503, "The measures are not ready yet; try again");

  private final WhatWasReleased released;

  MeasuresController(WhatWasReleased released) {
    this.released = released;
  }

  /** All measures there are, on one fixed grid. */
  record Measures(List<Cell> items) {}

  @GetMapping
  Measures measures() {
    return new Measures(YearlyMeasures.of(released.all().orElseThrow(() -> Refusal.of(NOT_READY))));
  }
}
