package org.handrail.client.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a body that certifies specialists asks for, version by version (R21).
 *
 * @param jurisdiction where it counts: a country or a part of one (ISO 3166), or {@code
 *     international}
 * @param requires another scheme whose certification must hold first
 */
record Scheme(
    String id,
    String name,
    String jurisdiction,
    @Nullable String requires,
    @DefaultValue List<SchemeVersion> versions) {
  Scheme {
    versions = List.copyOf(versions);
  }
}
