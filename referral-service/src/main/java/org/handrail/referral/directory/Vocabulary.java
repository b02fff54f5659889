package org.handrail.referral.directory;

import java.util.List;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words that the directory has for needs and for areas. Other agencies read them of a client,
 * so nobody has words of their own for either; and of a need that is misspelt nobody could say that
 * there is no other service for it (C9).
 */
@Component
public class Vocabulary {
  private static final int MOST = 100;

  private final JdbcClient jdbc;

  Vocabulary(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes a need that a vocabulary of the directory has, by the code of its term in lower case.
   *
   * @throws Refusal when none has it, with those that there are; where no directory was imported
   *     yet, that is any
   */
  public void requireNeed(String need) {
    require(
        "/need",
        need,
        """
        select distinct lower(code) as word from directory_taxonomy_term
        where lower(code) ~ '^[a-z0-9][a-z0-9-]{0,63}$'
        """);
  }

  /**
   * Takes an area that the directory has: the name of an area that a service covers, a city, a
   * region or a postcode of an address, in lower case with hyphens, as in {@code amity-county}.
   *
   * @throws Refusal when it has none of that name, with those that there are
   */
  public void requireArea(String area) {
    require(
        "/area",
        area,
        """
        select distinct trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')) as word
        from (
          select body ->> 'name' from directory_row where kind = 'service_area'
          union select city from directory_address
          union select postal_code from directory_address
          union select body ->> 'region' from directory_row where kind = 'address'
        ) of_directory (name) where name ~ '[A-Za-z0-9]'
        """);
  }

  private void require(String pointer, String word, String words) {
    if (sought(words, "where word = :word", word).isEmpty()) {
      List<String> some = sought(words, "order by word limit " + MOST, word);
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error(
                  pointer,
                  "unknown",
                  some.isEmpty()
                      ? "The directory has none yet: import one first"
                      : "The directory has: " + String.join(", ", some)));
    }
  }

  private List<String> sought(String words, String how, String word) {
    return jdbc.sql("with words as (" + words + ") select word from words " + how)
        .param("word", word)
        .query((row, _) -> row.getString("word"))
        .list();
  }
}
