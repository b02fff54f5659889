package org.handrail.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command line for the Java that runs us, tuned for many small virtual machines on one machine.
 */
final class Java {

  private final List<String> command = new ArrayList<>();

  private Java(String... options) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // One machine runs them all: start-up and memory count, not peak throughput.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k"));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of(options));
  }

  static Java command(String... options) {
    return new Java(options);
  }

  Java options(String... more) {
    command.addAll(List.of(more));
    return this;
  }

  Java properties(Map<String, String> properties) {
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    return this;
  }

  List<String> main(String classPath, String mainClass, String... arguments) {
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  List<String> jar(Path jar) {
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
