package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class VocabularyIT {
  private final Coalition coalition;
  private final Vocabulary vocabulary;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  VocabularyIT(
      Coalition coalition, Vocabulary vocabulary, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.vocabulary = vocabulary;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** So that nothing of what it did stays. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void beforeADirectoryWasImportedNoNeedAndNoAreaIsKnown() {
    assertThatThrownBy(() -> transactions.run(this::withoutADirectory)).isInstanceOf(Undone.class);

    transactions.run(
        () -> {
          vocabulary.requireNeed("food");
          vocabulary.requireArea("amity-county");
        });
  }

  private void withoutADirectory() {
    for (String table :
        List.of(
            "directory_service_term",
            "directory_taxonomy_term",
            "directory_row",
            "directory_address")) {
      jdbc.sql("delete from " + table).update();
    }
    assertFirstImport(() -> vocabulary.requireNeed("food"), "/need");
    assertFirstImport(() -> vocabulary.requireArea("amity-county"), "/area");
    throw new Undone();
  }

  private static void assertFirstImport(Runnable required, String pointer) {
    Refusal refused = catchThrowableOfType(Refusal.class, required::run);
    assertThat(refused.problem().errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).isEqualTo(pointer);
              assertThat(error.code()).isEqualTo("unknown");
              assertThat(error.detail()).isEqualTo("The directory has none yet: import one first");
            });
  }
}
