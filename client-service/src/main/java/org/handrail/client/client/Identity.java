package org.handrail.client.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's papers say of them.
 *
 * @param legalName none where nobody said
 * @param dateOfBirth none where nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identity(@Nullable String legalName, @Nullable LocalDate dateOfBirth) {
  static final String LEGAL_NAME = "legal-name";
  static final String DATE_OF_BIRTH = "date-of-birth";

  public static Identity of(Client.Account account) {
    return new Identity(account.legalName(), account.dateOfBirth());
  }

  /** With what was said now; what was left out stays as it was. */
  Identity saying(Identity now) {
    return new Identity(
        now.legalName == null ? legalName : now.legalName.strip(),
        now.dateOfBirth == null ? dateOfBirth : now.dateOfBirth);
  }

  /** The names of what differs. */
  List<String> changesTo(Identity after) {
    var fields = new ArrayList<String>();
    if (!Objects.equals(legalName, after.legalName)) {
      fields.add(LEGAL_NAME);
    }
    if (!Objects.equals(dateOfBirth, after.dateOfBirth)) {
      fields.add(DATE_OF_BIRTH);
    }
    return fields;
  }

  /** Whether another record can be found to be of the same person. */
  boolean isWhole() {
    return legalName != null && dateOfBirth != null;
  }
}
