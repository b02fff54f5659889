package org.handrail.referral.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service takes somebody, as far as the directory knows. What it does not say is unknown,
 * never a no: the service is asked.
 *
 * @param match no if one reason is, yes if all are
 */
public record Eligibility(Fit match, List<Reason> reasons) {
  /**
   * Why.
   *
   * @param about as the searcher said it: {@code age}, {@code women}, {@code moud:methadone}
   * @param code stable: {@code within-ages}, {@code too-young} …
   */
  record Reason(String about, Fit match, String code) {}

  public static Eligibility of(Seeker seeker, WhomItTakes takes) {
    Set<String> facets = takes.facets();
    List<Reason> reasons = new ArrayList<>();
    if (seeker.age() != null) {
      reasons.add(age(seeker.age(), facets, takes.minimumAge(), takes.maximumAge()));
    }
    seeker.groups().stream().sorted().forEach(group -> reasons.add(group(group, facets)));
    seeker.medications().stream().sorted().forEach(each -> reasons.add(medication(each, facets)));
    return new Eligibility(together(reasons), List.copyOf(reasons));
  }

  private static Reason age(
      int age, Set<String> facets, @Nullable Double minimum, @Nullable Double maximum) {
    if (minimum != null && age < minimum) {
      return new Reason("age", Fit.NO, "too-young");
    }
    if (maximum != null && age > maximum) {
      return new Reason("age", Fit.NO, "too-old");
    }
    if (minimum != null || maximum != null) {
      return new Reason("age", Fit.YES, "within-ages");
    }
    boolean adults = facets.contains("for:adults");
    boolean youth = facets.contains("for:youth");
    if (adults == youth) {
      return adults
          ? new Reason("age", Fit.YES, "within-ages")
          : new Reason("age", Fit.UNKNOWN, "ages-not-said");
    }
    if (adults == (age >= 18)) {
      return new Reason("age", Fit.YES, "within-ages");
    }
    return new Reason("age", Fit.NO, adults ? "too-young" : "too-old");
  }

  private static Reason group(String group, Set<String> facets) {
    if (facets.contains("for:" + group)) {
      return new Reason(group, Fit.YES, "for-this-group");
    }
    boolean others =
        (group.equals("women") && facets.contains("for:men"))
            || (group.equals("men") && facets.contains("for:women"));
    return others
        ? new Reason(group, Fit.NO, "for-others-only")
        : new Reason(group, Fit.UNKNOWN, "not-said");
  }

  private static Reason medication(String medication, Set<String> facets) {
    String about = "moud:" + medication;
    if (facets.contains(about)) {
      return new Reason(about, Fit.YES, "accepted");
    }
    return facets.contains("moud:none")
        ? new Reason(about, Fit.NO, "no-medication-accepted")
        : new Reason(about, Fit.UNKNOWN, "not-said");
  }

  private static Fit together(List<Reason> reasons) {
    if (reasons.stream().anyMatch(reason -> reason.match() == Fit.NO)) {
      return Fit.NO;
    }
    return reasons.stream().allMatch(reason -> reason.match() == Fit.YES) ? Fit.YES : Fit.UNKNOWN;
  }
}
