package org.handrail.referral.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times under which the days of one row are stored: whoever goes on Monday still does. */
final class StoredTimes {
  private record Stored(int ordinal, @Nullable Integer weekMinute, boolean gone) {}

  private final List<Stored> stored = new ArrayList<>();

  void add(int ordinal, @Nullable Integer weekMinute, boolean gone) {
    stored.add(new Stored(ordinal, weekMinute, gone));
  }

  /**
   * Under which ordinals a later file's times go: each under that of the same time; a new one moves
   * what that file has no more, or gets one that none ever had.
   *
   * @param weekMinutes none: by appointment, which is one
   */
  List<Integer> ordinals(List<Integer> weekMinutes) {
    if (weekMinutes.isEmpty()) {
      return List.of(stored.isEmpty() ? 0 : stored.getFirst().ordinal());
    }
    Map<Integer, Integer> same = new HashMap<>();
    for (Stored each : stored) {
      if (each.weekMinute() != null && weekMinutes.contains(each.weekMinute())) {
        same.putIfAbsent(each.weekMinute(), each.ordinal());
      }
    }
    Set<Integer> taken = new HashSet<>(same.values());
    Iterator<Integer> moved =
        stored.stream()
            .filter(each -> !each.gone() && !taken.contains(each.ordinal()))
            .map(Stored::ordinal)
            .toList()
            .iterator();
    int next = stored.stream().mapToInt(Stored::ordinal).max().orElse(-1) + 1;
    List<Integer> ordinals = new ArrayList<>();
    for (Integer weekMinute : weekMinutes) {
      Integer known = same.remove(weekMinute);
      ordinals.add(
          known != null ? known : moved.hasNext() ? moved.next() : Integer.valueOf(next++));
    }
    return ordinals;
  }
}
