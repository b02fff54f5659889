package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feeds that meetings come from. */
@RestController
@RequestMapping("/api/meetings/feeds")
@AllowedTo({Role.COALITION_ADMIN, Role.AGENCY_ADMIN})
class FeedController {
  static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

  private final KeepingFeeds keeping;
  private final Feeds feeds;
  private final Transactions transactions;

  FeedController(KeepingFeeds keeping, Feeds feeds, Transactions transactions) {
    this.keeping = keeping;
    this.feeds = feeds;
    this.transactions = transactions;
  }

  /** A feed to take up. Name and fellowship stay as they are. */
  record NewFeed(
      @NotNull @Pattern(regexp = NAME) String name,
      @NotNull Fellowship fellowship,
      @NotNull @Valid FeedForm about) {}

  /**
   * What is known of a feed.
   *
   * @param zone IANA, of the meetings that name none
   * @param language ISO 639, of the meetings that name none
   * @param contact where its publisher can be told of a mistake: an office, not a person
   * @param attribution to be shown with each of its meetings
   */
  record FeedForm(
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 64) String zone,
      @Pattern(regexp = "[a-z]{2,3}") @Nullable String language,
      @Size(max = 300) @Nullable String contact,
      @Size(max = 300) @Nullable String licence,
      @Size(max = 500) @Nullable String attribution) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FeedView(
      UUID id,
      String name,
      Fellowship fellowship,
      FeedForm about,
      String keptBy,
      @Nullable Instant retiredAt,
      long version) {
    static FeedView of(Feed feed) {
      return new FeedView(
          feed.id(),
          feed.name(),
          feed.fellowship(),
          new FeedForm(
              feed.title(),
              feed.zone().getId(),
              feed.language(),
              feed.contact(),
              feed.licence(),
              feed.attribution()),
          feed.keptBy().value(),
          feed.retiredAt(),
          feed.version());
    }
  }

  /** A page of feeds by name; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<FeedView> items, @Nullable String next) {}

  @PostMapping
  ResponseEntity<FeedView> add(
      Person person, @RequestBody @Valid NewFeed feed, Submission submission) {
    UUID id = submission.create(() -> keeping.add(person, feed)).id();
    FeedView view = find(id);
    return ResponseEntity.created(URI.create("/api/meetings/feeds/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @PutMapping("/{id}")
  ResponseEntity<FeedView> change(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid FeedForm form,
      @IfMatch long version) {
    ZoneId zone = KeepingFeeds.zone(form, "/zone");
    transactions.run(
        () ->
            keeping.change(person, feeds.lock(id).orElseThrow(NotFound::new), form, zone, version));
    return show(id);
  }

  @PostMapping("/{id}/retirement")
  ResponseEntity<FeedView> retire(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    submission.change(
        () -> feeds.lock(id).orElseThrow(NotFound::new),
        feed -> keeping.retire(person, feed, version));
    return show(id);
  }

  @PostMapping("/{id}/reopening")
  ResponseEntity<FeedView> reopen(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    submission.change(
        () -> feeds.lock(id).orElseThrow(NotFound::new),
        feed -> keeping.reopen(person, feed, version));
    return show(id);
  }

  @GetMapping("/{id}")
  ResponseEntity<FeedView> show(@PathVariable UUID id) {
    FeedView view = find(id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Pattern(regexp = NAME) @Nullable String after) {
    var page =
        transactions.reading(() -> Slice.of(limit, most -> feeds.list(after, most), Feed::name));
    return new Page(page.as(FeedView::of).items(), page.next());
  }

  private FeedView find(UUID id) {
    return FeedView.of(transactions.reading(() -> feeds.find(id)).orElseThrow(NotFound::new));
  }
}
