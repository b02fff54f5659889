package org.handrail.referral.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a file of a feed: what is good is taken, what is not is remarked row by row. */
final class ReadingFeed {
  static final ProblemType NOT_MEETINGS =
      ProblemType.of("not-meetings", 422, "This is not a list of meetings");

  /** In one file: what came of each is told, and all of it is in memory meanwhile. */
  static final int MOST_ROWS = 50_000;

  private final ReadingRow reading;
  private final List<ListedMeeting> meetings = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, String> taken = new HashMap<>();
  private final Map<ListedMeeting.Likeness, String> likes = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private int unpublished;

  private ReadingFeed(ReadingRow reading) {
    this.reading = reading;
  }

  private static final Remark NOTHING_IN_IT =
      new Remark(
          "",
          null,
          "no-rows",
          "no meeting in it: what earlier files had stays; a list that has ended sends its rows as"
              + " unpublished",
          false);

  /**
   * What came of a file.
   *
   * @param read rows in the file; {@code read} is the meetings' number and that of the rejected
   * @param named the ids of what its list still has, though some of it could not be read; not of
   *     what it does not show, nor of what it has under another id
   * @param unpublished rows of which the list says that it does not show them
   */
  record Result(
      int read,
      List<ListedMeeting> meetings,
      List<Remark> remarks,
      Set<String> named,
      int unpublished) {

    /** A file with nothing good in it says nothing of what there is no longer. */
    boolean tellsWhatIsGone() {
      return !meetings.isEmpty() || unpublished > 0;
    }
  }

  static Result of(JsonNode file, Feed feed, TypeCodes codes, LocalDate today) {
    boolean bare = file.isArray();
    JsonNode rows = bare ? file : file.path("meetings");
    if (!rows.isArray()) {
      throw Refusal.of(
          Problem.of(NOT_MEETINGS)
              .error("", "not-an-array", "expected an array of meetings, or one in \"meetings\""));
    }
    if (rows.size() > MOST_ROWS) {
      throw Refusal.of(
          Problem.of(NOT_MEETINGS)
              .error("", "too-many-rows", "at most %d in one file".formatted(MOST_ROWS)));
    }
    var feedReading = new ReadingFeed(new ReadingRow(feed, codes, today));
    int at = 0;
    for (JsonNode row : rows.values()) {
      feedReading.take(row, (bare ? "/" : "/meetings/") + at++);
    }
    if (rows.isEmpty()) {
      feedReading.remarks.add(NOTHING_IN_IT);
    }
    return new Result(
        rows.size(),
        List.copyOf(feedReading.meetings),
        List.copyOf(feedReading.remarks),
        Set.copyOf(feedReading.named),
        feedReading.unpublished);
  }

  private void take(JsonNode node, String pointer) {
    var ofRow = new Remark.OfRow(pointer);
    try {
      if (!node.isObject()) {
        throw new Unusable("", "not-an-object", "a meeting is an object");
      }
      RowText row = new RowText(node, Dialect.of(node), ofRow);
      String id = id(row);
      ofRow.named(id);
      requirePublished(row);
      String earlier = taken.get(id);
      if (earlier != null) {
        throw row.unusable("slug", "duplicate-id", "the id of " + earlier);
      }
      named.add(id);
      ListedMeeting meeting = reading.read(row, id);
      String like = likes.putIfAbsent(meeting.likeness(), pointer);
      if (like != null) {
        named.remove(id);
        throw new Unusable(
            "", "duplicate-meeting", "the same name, times, place and way to join as " + like);
      }
      taken.put(id, pointer);
      meetings.add(meeting);
      remarks.addAll(ofRow.noted());
    } catch (Unusable e) {
      remarks.addAll(ofRow.rejected(e));
    }
  }

  private void requirePublished(RowText row) throws Unusable {
    if (row.isUnpublished()) {
      unpublished++;
      throw row.unusable("published", "not-published", "its own list does not show it");
    }
  }

  private static String id(RowText row) throws Unusable {
    String slug = row.raw("slug");
    String id = usable(slug);
    if (id == null && row.dialect() == Dialect.MEETING_GUIDE) {
      id = usable(row.raw("id"));
    }
    if (id != null) {
      return id;
    }
    if (slug == null) {
      throw row.unusable("slug", "id-missing", "it could not be found again in a later file");
    }
    throw row.unusable("slug", "id-unusable", "at most 300 characters, all of them visible");
  }

  private static @Nullable String usable(@Nullable String id) {
    return id != null && id.matches("\\P{C}{1,300}") ? id : null;
  }
}
