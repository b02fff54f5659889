package org.handrail.referral.directory.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL looks at a table that grew within a minute or so; until then it would read all rows of
 * a kind to find each, as it would rightly do among few.
 */
@ReferralServiceIT
class LargeImportIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  LargeImportIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @Test
  void isCountedAtOnce() {
    String phones =
        IntStream.range(0, 1_200)
            .mapToObj("{\"id\": \"%d\", \"number\": \"+14195550100\"}"::formatted)
            .collect(joining(","));

    coalition
        .olive()
        .post("/api/directory/imports?source=large-" + UUID.randomUUID())
        .body("[{\"id\": \"o\", \"name\": \"Many\", \"phones\": [%s]}]".formatted(phones))
        .send()
        .isCreated();

    assertThat(number("select reltuples::int from pg_class where relname = 'directory_row'"))
        .isEqualTo(number("select count(*) from directory_row"))
        .isGreaterThan(1_200);
  }

  private int number(String query) {
    return jdbc.sql(query).query(Integer.class).single();
  }
}
