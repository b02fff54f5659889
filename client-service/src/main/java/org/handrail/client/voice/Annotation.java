package org.handrail.client.voice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.handrail.platform.act.ActView;

/**
 * What a client says to something that is kept about them (V9). It stands beside it and changes
 * nothing of it.
 */
record Annotation(UUID id, About about, String words, ActView act) {

  /**
   * What it is about, in whichever service that lives.
   *
   * @param kind of {@link WhatIsHeld}, or of what other services hold, such as {@code goal}
   */
  record About(
      @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*") @Size(max = 40) String kind,
      @NotNull UUID id) {}
}
