package org.handrail.referral.meeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of feeds: our own, and those of the world where they are at hand. */
final class FeedFiles {
  static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  static final JsonMapper JSON = JsonMapper.shared();

  private FeedFiles() {}

  static Feed feed(Fellowship fellowship, @Nullable String language) {
    return new Feed(
        new UUID(0, 1),
        "port-amity",
        "Port Amity",
        fellowship,
        ZoneId.of("America/New_York"),
        language,
        null,
        null,
        null,
        new AgencyId("coalition"),
        null,
        0);
  }

  static ReadingFeed.Result read(JsonNode file, Fellowship fellowship) {
    return ReadingFeed.of(file, feed(fellowship, null), new TypeCodes(), TODAY);
  }

  static byte[] own(String name) {
    try (InputStream file = FeedFiles.class.getResourceAsStream("/meeting/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the test out, and says so, where the folder is not there. */
  static byte[] real(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (here.getParent() != null && !Files.isDirectory(here.resolve("shared/data"))) {
      here = Objects.requireNonNull(here.getParent());
    }
    Path file = here.resolve("shared/data").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "left out: no real files in ../shared/data");
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
