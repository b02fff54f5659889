package org.handrail.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ports that this machine gives to connections that go out: who wants to listen on one of them
 * finds it taken now and then.
 */
record OutgoingPorts(int first, int last) {
  private static final Pattern RANGE = Pattern.compile("^(\\d{1,5})\\s+(\\d{1,5})\\s*$");
  private static final int AT_MOST = 64;
  private static final Path OF_LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** Where the machine does not say: as IANA has it (RFC 6335, 6). */
  private static final OutgoingPorts ELSEWHERE = new OutgoingPorts(49_152, 65_535);

  static OutgoingPorts ofThisMachine() {
    return Files.isReadable(OF_LINUX) ? read(OF_LINUX) : ELSEWHERE;
  }

  static OutgoingPorts read(Path range) {
    // At once: of what the kernel tells, there is nothing but the beginning.
    try (var file = Files.newInputStream(range)) {
      var said = RANGE.matcher(new String(file.readNBytes(AT_MOST), US_ASCII));
      return said.find()
          ? new OutgoingPorts(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)))
          : ELSEWHERE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to say of an installation that listens on some of them. */
  Optional<String> warning(Installation at) {
    return at.firstPort() <= last && at.lastPort() >= first
        ? Optional.of(
            "HANDRAIL_PORT is %d, among the ports from %d to %d that this machine gives to outgoing connections: one may be taken now and then; a lower number is safe"
                .formatted(at.firstPort(), first, last))
        : Optional.empty();
  }
}
