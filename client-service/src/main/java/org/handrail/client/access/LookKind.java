package org.handrail.client.access;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** What was looked at, by its address without the ids: {@code clients-annotations}. */
final class LookKind {
  private LookKind() {}

  static String of(String pattern) {
    return Arrays.stream(pattern.split("/"))
        .filter(part -> part.matches("[a-z]+(-[a-z]+)*") && !part.equals("api"))
        .collect(joining("-"));
  }
}
