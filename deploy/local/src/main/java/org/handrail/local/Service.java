package org.handrail.local;

import java.nio.file.Files;
import java.util.Map;

/** One of our own services, in a virtual machine of its own. */
final class Service {

  private Service() {}

  static ServerProcess start(Installation at, String module, Map<String, String> environment) {
    var jar = at.jar(module);
    if (!Files.exists(jar)) {
      throw new Trouble(
          "%s is not built: there is no %s".formatted(module, at.repository().relativize(jar)));
    }
    var command =
        Java.command(
                "-Xms24m",
                "-Xmx160m",
                "-XX:MaxMetaspaceSize=192m",
                "--enable-native-access=ALL-UNNAMED")
            .jar(jar);
    return ServerProcess.start(
        new ServerProcess.Launch(command, environment, at.home(), at.log(module)));
  }
}
