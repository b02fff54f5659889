package org.handrail.referral.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets people look for services by words and by need. */
@RestController
@RequestMapping("/api/directory/services")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class DirectoryController {
  private final JdbcDirectory directory;
  private final Transactions transactions;

  DirectoryController(JdbcDirectory directory, Transactions transactions) {
    this.directory = directory;
    this.transactions = transactions;
  }

  /** A page of services; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ServiceView> items, @Nullable String next) {}

  @GetMapping
  Page search(
      @RequestParam(required = false) @Size(max = 200) @Nullable String words,
      @RequestParam(required = false) @Size(max = 100) @Nullable String need,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 4000) @Nullable String after) {
    JdbcDirectory.Place place = after == null ? null : place(after);
    List<ServiceView> found =
        transactions.reading(() -> directory.search(given(words), given(need), place, limit + 1));
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    List<ServiceView> items = found.subList(0, limit);
    return new Page(items, cursor(items.getLast()));
  }

  @GetMapping("/{id}")
  ServiceView show(@PathVariable UUID id) {
    return transactions.reading(() -> directory.show(id).orElseThrow(NotFound::new));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String cursor(ServiceView last) {
    byte[] place = (last.id() + last.name()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
  }

  private static JdbcDirectory.Place place(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (place.indexOf('\0') < 0 && place.length() > 36) {
        return new JdbcDirectory.Place(
            place.substring(36), UUID.fromString(place.substring(0, 36)));
      }
      throw new IllegalArgumentException("too short");
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).detail("Parameter after is not of an earlier page"));
    }
  }
}
