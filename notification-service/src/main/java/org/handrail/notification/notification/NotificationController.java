package org.handrail.notification.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own notifications. */
@RestController
@RequestMapping("/api/notifications")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class NotificationController {

  private final OwnNotifications own;

  NotificationController(OwnNotifications own) {
    this.own = own;
  }

  /** A part of somebody's notifications, newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NotificationList(List<NotificationView> items, @Nullable UUID next) {}

  @GetMapping
  NotificationList list(
      Person person,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    var reader = Reader.of(person);
    var found =
        after == null
            ? own.newest(reader, unread, limit + 1)
            : own.before(reader, last(reader, after), unread, limit + 1);
    var items = found.stream().limit(limit).map(NotificationView::of).toList();
    return new NotificationList(items, found.size() > limit ? items.getLast().id() : null);
  }

  private Notification last(Reader reader, UUID after) {
    try {
      return own.find(reader, after);
    } catch (NotFound e) {
      throw Refusal.of(Problems.notOfAnEarlierPage());
    }
  }

  @PostMapping("/{id}/reading")
  @RepeatsAreHarmless("It stays read, at the time of the first.")
  NotificationView read(Person person, @PathVariable UUID id) {
    return NotificationView.of(own.read(Reader.of(person), id));
  }
}
