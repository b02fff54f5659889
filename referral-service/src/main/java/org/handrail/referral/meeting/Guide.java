package org.handrail.referral.meeting;

import java.util.List;

/**
 * What a first meeting of a fellowship is like: one version in one language, in plain words. It
 * praises none and asks for nothing.
 *
 * @param whatHappens in the order in which it happens
 * @param roles who does what there
 * @param customs what people do, and what one may simply watch
 * @param youNeedNot what nobody has to do
 * @param openAndClosed who may come to which meeting
 * @param etiquette how people treat each other
 * @param words of the fellowship's own, with what they mean
 */
record Guide(
    String version,
    String title,
    String about,
    List<String> whatHappens,
    List<Word> roles,
    List<String> customs,
    List<String> youNeedNot,
    List<String> openAndClosed,
    List<String> etiquette,
    List<Word> words) {

  /** A word and what it means. */
  record Word(String word, String means) {}
}
