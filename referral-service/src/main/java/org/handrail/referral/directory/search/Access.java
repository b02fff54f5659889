package org.handrail.referral.directory.search;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * For whom a row of {@code accessibility} says that one can get in. HSDS has one text for it, which
 * tells what helps ("ramp at the side") and, with many sources, also what is not there ("not
 * wheelchair accessible"). Whoever comes in vain stands before stairs: what a row denies once it
 * does not say, and nothing is made of a doubt.
 */
final class Access {
  /** What can be searched for. */
  static final SortedSet<String> KINDS = new TreeSet<>(Set.of("wheelchair", "hearing", "other"));

  /** The kinds that the row {@code a} says; to be used with {@link #WORDS}. */
  static final String OF_ROW =
      """
      select k.kind
      from (values ('wheelchair', :wheelchair), ('hearing', :hearing), ('other', :other))
        as k(kind, words)
      cross join regexp_split_to_table(
        regexp_replace(
          replace(
            lower(concat(
              a.body ->> 'description',
              case when a.body ->> 'details' ~* :denialOfAll then ': ' else '. ' end,
              a.body ->> 'details')),
            '_', ' '),
          :noSteps, 'step-free', 'g'),
        :end) as said(sentence)
      where said.sentence ~ k.words
      group by k.kind
      having bool_or(said.sentence !~ :denied)
        and (k.kind = 'other' or bool_and(said.sentence !~ :denied))\
      """;

  private static final String NO =
      "(no|not|non|none|never|n|without|lacks?|lacking|cannot|unable|unavailable|inaccessible|false"
          + "|planned|sin|ninguna?|nunca|inaccesible)";
  private static final String WHEELCHAIR =
      "\\m(wheelchairs?|ramps?|ramped|step-free|stepless|sillas? de ruedas|rampas?)\\M"
          + "|\\m(handicap(ped)?|ada)[- ](accessible|access|compliant)\\M";
  private static final String HEARING =
      "\\m(hearing|deaf|sign language|asl|loops?|t-coil|tty|caption(s|ed|ing)|sord[oa]s?)\\M";

  static final Map<String, Object> WORDS =
      Map.of(
          "wheelchair",
          WHEELCHAIR,
          "hearing",
          HEARING,
          "other",
          "^(?!.*(%s|%s)).*[[:alnum:]]".formatted(WHEELCHAIR, HEARING),
          "denied",
          "\\m" + NO + "\\M|n['\u2019]t\\M",
          "denialOfAll",
          "^\\s*" + NO + "\\M",
          "noSteps",
          "\\m(no|without|sin) (any )?(steps?|stairs?|escalon(es)?|escaleras?)\\M",
          "end",
          "[.;!?\\n]|\\m(but|pero)\\M");

  private Access() {}
}
