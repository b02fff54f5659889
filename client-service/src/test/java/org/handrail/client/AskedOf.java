package org.handrail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.caller.Role;
import org.jspecify.annotations.Nullable;

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

  private static final String ROLE = "org/handrail/platform/caller/Role";

  private final List<Asking> askings = new ArrayList<>();
  private final Map<String, Set<Role>> roles = new HashMap<>();
  private String last = NOT_CONSTANT;
  private String lastButOne = NOT_CONSTANT;
  private @Nullable Role lastRole;

  private AskedOf() {}

  /**
   * One of them.
   *
   * @param code what happened, where that is a constant
   * @param kind of the subject
   * @param where the class that asks
   * @param roles that it knows otherwise than to look whether somebody has them: whom it asks
   */
  record Asking(String code, String kind, String where, Set<Role> roles) {
    private Asking of(Set<Role> whom) {
      return new Asking(code, kind, where, whom);
    }
  }

  static List<Asking> all() {
    var found = new AskedOf();
    for (var type : classes()) {
      type.methods().forEach(method -> found.read(type, method));
    }
    return found.askings.stream()
        .map(asking -> asking.of(found.roles.getOrDefault(asking.where(), Set.of())))
        .toList();
  }

  static List<ClassModel> classes() {
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
    forget();
    // A class within another is a part of it.
    var where = type.thisClass().asInternalName().replaceFirst("\\$.*", "");
    method.code().ifPresent(code -> code.forEach(element -> read(element, where)));
    keepRole(where);
  }

  private void read(CodeElement element, String where) {
    switch (element) {
      case NewObjectInstruction made when ASKINGS.contains(made.className().asInternalName()) ->
          forget();
      case ConstantInstruction constant when constant.constantValue() instanceof String text -> {
        lastButOne = last;
        last = text;
      }
      case FieldInstruction field when field.owner().asInternalName().equals(ROLE) -> {
        keepRole(where);
        lastRole = Role.valueOf(field.name().stringValue());
      }
      case InvokeInstruction call -> read(call, where);
      default -> {}
    }
  }

  private void read(InvokeInstruction call, String where) {
    if (ASKINGS.contains(call.owner().asInternalName()) && call.name().equalsString("<init>")) {
      askings.add(new Asking(lastButOne, last, where, Set.of()));
    }
    if (call.name().equalsString("is")) {
      lastRole = null;
    }
    keepRole(where);
  }

  private void forget() {
    last = NOT_CONSTANT;
    lastButOne = NOT_CONSTANT;
  }

  private void keepRole(String where) {
    if (lastRole != null) {
      roles.computeIfAbsent(where, _ -> EnumSet.noneOf(Role.class)).add(lastRole);
      lastRole = null;
    }
  }
}
