package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The notice that accompanies every release, 42 CFR 2.32. Either of the regulation's own texts is
 * enough.
 *
 * @param version which edition of the texts, as the ledger keeps it (P2-NOT-3)
 * @param text the long one; none for whom the short one already tells as much as they may know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(String version, @Nullable String text, String shortText) {
  /** As published at 89 FR 12472. */
  static final Notice CURRENT =
      new Notice(
          "2.32-2024",
          """
          This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). \
          These rules prohibit you from using or disclosing this record, or testimony that describes the information \
          contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, \
          State, or local authority, against the patient, unless authorized by the consent of the patient, except as \
          provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, \
          the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of \
          the following applies: (i) Further use or disclosure is expressly permitted by the written consent of the \
          individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. \
          (ii) You are a covered entity or business associate and have received the record for treatment, payment, or \
          health care operations, or (iii) You have received the record from a covered entity or business associate as \
          permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or other \
          information is NOT sufficient to meet the required elements of written consent to further use or redisclose \
          the record (see 42 CFR 2.31).\
          """,
          "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");

  /** The least that the law demands (P2-CON-7). */
  static final Notice SHORT = new Notice("2.32-2024-short", null, CURRENT.shortText());

  public Notice {
    if (version.isBlank() || (text != null && text.isBlank()) || shortText.isBlank()) {
      throw new IllegalArgumentException("a notice has a version and a text");
    }
  }
}
