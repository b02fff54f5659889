package org.handrail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the service can ask somebody to look at, as its own classes say it: the kind of the subject
 * is a constant wherever an asking is made.
 */
final class AskedOf {
  private static final Set<String> ASKINGS =
      Set.of(
          "org/handrail/platform/attention/Attention$Matter",
          "org/handrail/platform/attention/AskingWhenDue");
  private static final String NOT_CONSTANT = "(no constant)";

  private final Map<String, String> kinds = new TreeMap<>();
  private String last = NOT_CONSTANT;

  private AskedOf() {}

  /** Each kind, and a method that asks for it. */
  static Map<String, String> kinds() {
    var found = new AskedOf();
    for (var type : classes()) {
      type.methods().forEach(method -> found.read(type, method));
    }
    return found.kinds;
  }

  private static List<ClassModel> classes() {
    try {
      var home =
          Path.of(
              ClientServiceApplication.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      try (var files = Files.walk(home)) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .map(AskedOf::parse)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(ClassModel type, MethodModel method) {
    last = NOT_CONSTANT;
    method
        .code()
        .ifPresent(
            code ->
                code.forEach(
                    element ->
                        read(
                            element,
                            type.thisClass().asInternalName()
                                + "."
                                + method.methodName().stringValue())));
  }

  private void read(CodeElement element, String where) {
    switch (element) {
      case NewObjectInstruction made when ASKINGS.contains(made.className().asInternalName()) ->
          last = NOT_CONSTANT;
      case ConstantInstruction constant when constant.constantValue() instanceof String text ->
          last = text;
      case InvokeInstruction call
          when ASKINGS.contains(call.owner().asInternalName())
              && call.name().equalsString("<init>") ->
          kinds.put(last, where);
      default -> {}
    }
  }
}
