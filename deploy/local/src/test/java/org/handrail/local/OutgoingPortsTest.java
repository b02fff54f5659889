package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingPortsTest {
  private static Installation from(int firstPort) {
    return new Installation(Path.of("."), Path.of("."), firstPort);
  }

  @Test
  void warnsOfPortsThatOutgoingConnectionsTake(@TempDir Path folder) throws IOException {
    var outgoing = OutgoingPorts.read(Files.writeString(folder.resolve("range"), "32768\t60999\n"));

    assertThat(outgoing.warning(from(40_000)))
        .hasValueSatisfying(
            warning ->
                assertThat(warning).contains("HANDRAIL_PORT is 40000", "from 32768 to 60999"));
    assertThat(outgoing.warning(from(32_753))).as("its last port is among them").isPresent();
    assertThat(outgoing.warning(from(32_752))).isEmpty();
    assertThat(outgoing.warning(from(61_000))).isEmpty();
    assertThat(outgoing.warning(from(8080))).isEmpty();
  }

  @Test
  void takesThemAsThisMachineSaysThem() {
    var outgoing = OutgoingPorts.ofThisMachine();

    assertThat(outgoing.first()).isBetween(1024, 65_535);
    assertThat(outgoing.last()).isBetween(outgoing.first(), 65_535);
  }
}
