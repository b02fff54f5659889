package org.handrail.referral.directory.imports;

import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import did not take over as it stood in the file.
 *
 * @param pointer JSON Pointer to the row or field
 * @param rowId the id that the file gives the row
 * @param code stable, kebab-case
 * @param rejected whether the whole row was left out; otherwise the rest of it was stored
 */
record Finding(
    String pointer,
    Kind kind,
    @Nullable String rowId,
    String code,
    String detail,
    boolean rejected) {}
