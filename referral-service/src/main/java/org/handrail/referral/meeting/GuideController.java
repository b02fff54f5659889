package org.handrail.referral.meeting;

import jakarta.validation.constraints.Pattern;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a first meeting is like. Who read what is kept nowhere. */
@RestController
@RequestMapping("/api/meetings/guides")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class GuideController {
  private final Guides guides;

  GuideController(Guides guides) {
    this.guides = guides;
  }

  /**
   * A guide for a fellowship.
   *
   * @param own false where the fellowship has none of its own and this is the one for any
   */
  record GuideView(Fellowship fellowship, String language, boolean own, Guide guide) {}

  @GetMapping("/{fellowship}")
  GuideView show(
      @PathVariable Fellowship fellowship,
      @RequestParam(defaultValue = "en") @Pattern(regexp = "en|es") String language) {
    return new GuideView(
        fellowship,
        language,
        guides.own(fellowship, language) != null,
        guides.of(fellowship, language));
  }
}
