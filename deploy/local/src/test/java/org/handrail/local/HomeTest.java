package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir private Path somewhere;

  @Test
  void isItsOwnersAlone() throws IOException {
    var home = somewhere.resolve("a/new/place");
    Home.claim(home);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    Files.writeString(home.resolve("data"), "ours");
    Home.claim(home);
  }

  @Test
  void isNeverADirectoryThatHoldsWhatIsNotOurs() throws IOException {
    var theirs = Files.writeString(somewhere.resolve("thesis.txt"), "theirs");
    assertThatThrownBy(() -> Home.claim(somewhere))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("HANDRAIL_HOME");
    assertThat(theirs).exists();
  }

  @Test
  void anEmptyNameOfAHomeIsNone() {
    var here = Path.of("/repository");
    assertThat(Installation.of(here, Map.of("HANDRAIL_HOME", " ")).home())
        .isEqualTo(Path.of("/repository/.handrail"));
  }

  @Test
  void remembersThePortThatItsCoalitionWasLastStartedWith() {
    var environment = Map.of("HANDRAIL_HOME", somewhere.toString());
    assertThat(Installation.of(somewhere, environment).firstPort()).isEqualTo(8080);
    Home.keepPort(new Installation(somewhere, somewhere, 18480));
    assertThat(Installation.of(somewhere, environment).firstPort()).isEqualTo(18480);
    assertThat(
            Installation.of(
                    somewhere,
                    Map.of("HANDRAIL_HOME", somewhere.toString(), "HANDRAIL_PORT", "9080"))
                .firstPort())
        .isEqualTo(9080);
  }
}
