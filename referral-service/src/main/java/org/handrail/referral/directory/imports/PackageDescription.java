package org.handrail.referral.directory.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.handrail.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a data package says of its files: which of them holds which table. */
final class PackageDescription {
  static final String NAME = "datapackage.json";

  private static final int LONGEST = 1 << 20;

  private PackageDescription() {}

  /** The tables' names by those of the files, in lower case and without folders. */
  static Map<String, String> tables(Map<String, byte[]> files) {
    Map<String, String> tables = new HashMap<>();
    byte[] description = files.get(NAME);
    if (description != null) {
      for (JsonNode resource : read(description).path("resources")) {
        if (resource.has("data")) {
          throw notCsv(NAME);
        }
        String file = file(resource.path("path"));
        if (!file.isEmpty()) {
          if (!files.containsKey(file)) {
            throw Archive.refused(
                file, "table-missing", "a table that the package describes is not in it");
          }
          tables.put(file, resource.path("name").asString(file));
        }
      }
    }
    return tables;
  }

  static Refusal notCsv(String file) {
    return Archive.refused(
        file,
        "table-not-csv",
        "a table stands in the package, and not in a file that ends in .csv");
  }

  private static JsonNode read(byte[] description) {
    String text = description.length > LONGEST ? "{" : text(description).strip();
    if (!text.startsWith("{")) {
      // A link to a file elsewhere, as in the examples of the standard, describes nothing.
      return JsonMapper.shared().createObjectNode();
    }
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw Archive.refused(
          NAME, "description-unreadable", "%s is no JSON or longer than 1 MiB".formatted(NAME));
    }
  }

  private static String text(byte[] description) {
    TextFile file = TextFile.of(description);
    return file.read(file.unread()).text();
  }

  private static String file(JsonNode path) {
    if (path.size() > 1) {
      throw Archive.refused(
          NAME, "table-in-parts", "a table stands in several files; one is expected");
    }
    String whole = (path.isArray() ? path.path(0) : path).asString("");
    return whole.substring(whole.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
