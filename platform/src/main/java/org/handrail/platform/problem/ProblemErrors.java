package org.handrail.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.platform.caller.OpenToEverybody;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before or after any handler. */
@Controller
@OpenToEverybody("an error tells its status and nothing else")
class ProblemErrors implements ErrorController {

  private final ProblemWriter problems;

  ProblemErrors(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  @RepeatsAreHarmless("it changes nothing")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var type = status instanceof Integer code ? Statuses.type(code) : Problems.NOT_FOUND;
    problems.write(response, Problem.of(type));
  }
}
