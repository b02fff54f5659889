package org.handrail.referral.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs to go to a service by themselves; only what the directory says of it, and
 * nothing of who carries it.
 *
 * @param place where it is, as people say it
 * @param phones with what each is for, where the directory says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactSheet(
    UUID serviceId,
    String name,
    String organization,
    @Nullable String place,
    List<String> phones,
    @Nullable String howToApply,
    @Nullable String fees,
    @Nullable String url) {

  /** One line for each thing, to be printed or read out. */
  public String asText() {
    return Stream.concat(
            Stream.concat(Stream.of(name, organization, place), phones.stream()),
            Stream.of(howToApply, fees, url))
        .filter(line -> line != null && !line.isBlank())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
