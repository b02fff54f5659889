package org.handrail.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

class OutagesTest {

  @ParameterizedTest
  @CsvSource({
    "53300, true", // too many connections
    "57P01, true", // it is being shut down
    "40P01, true", // a deadlock
    "55P03, true", // somebody else holds it for longer
    "54000, false", // an index row is too long
    "54001, false", // a statement is too complex
    "23505, false" // a key that there is
  })
  void whatIsTooMuchForTheDatabaseIsNoOutage(String state, boolean outage) {
    var refused = new SQLException("refused", state);
    DataAccessException failure =
        Objects.requireNonNullElseGet(
            new SQLStateSQLExceptionTranslator().translate("writing", null, refused),
            () -> new UncategorizedSQLException("writing", null, refused));

    assertThat(Outages.caused(failure)).isEqualTo(outage);
  }
}
