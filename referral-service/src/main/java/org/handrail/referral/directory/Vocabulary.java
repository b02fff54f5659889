package org.handrail.referral.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
  private static final String UNKNOWN = "unknown";
  // In lower case with hyphens, as the name of an area becomes a word.
  private static final String WORD =
      "trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g'))";

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
   * Takes the code of any term of the directory, in lower case, for a parameter of that name.
   *
   * @throws Refusal when there is none, with those that there are
   */
  public void requireCode(String parameter, String code) {
    require(
        "select distinct lower(code) as word from directory_taxonomy_term where code is not null",
        code,
        known ->
            Problem.of(Problems.INVALID)
                .parameter(parameter, UNKNOWN, "The code of a term. " + known));
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
        select distinct %s as word from (
          select body ->> 'name' from directory_row where kind = 'service_area'
          union select city from directory_address
          union select postal_code from directory_address
          union select body ->> 'region' from directory_row where kind = 'address'
        ) of_directory (name) where name ~ '[A-Za-z0-9]'
        """
            .formatted(WORD));
  }

  /**
   * The word for where these services all are: the area that they cover, or else the region or the
   * city of their address; none where they have no word, or more than one, in common.
   */
  public Optional<String> areaOf(Collection<UUID> services) {
    List<String> common =
        jdbc.sql(
                """
                with named (service, rank, name) as (
                  select s.id, 1, a.body ->> 'name' from directory_service s
                  join directory_owner w on w.source = s.source and w.owner_kind = 'service'
                    and w.owner_external_id = s.external_id and w.kind = 'service_area'
                  join directory_row a on a.source = w.source and a.kind = w.kind
                    and a.external_id = w.external_id
                  where s.id = any(:services)
                  union select sl.service_id, case when r.body ->> 'region' is null then 3 else 2 end,
                    coalesce(r.body ->> 'region', d.city)
                  from directory_service_at_location sl
                  join directory_location l on l.id = sl.location_id
                  join directory_owner w on w.source = l.source and w.owner_kind = 'location'
                    and w.owner_external_id = l.external_id and w.kind = 'address'
                  join directory_address d on d.source = w.source and d.external_id = w.external_id
                  left join directory_row r on r.source = w.source and r.kind = w.kind
                    and r.external_id = w.external_id
                  where sl.service_id = any(:services)),
                words as (select service, rank, %s as word from named where name ~ '[A-Za-z0-9]')
                select w.word from words w
                where w.rank = (select min(o.rank) from words o where o.service = w.service)
                  and w.word ~ '^[a-z0-9][a-z0-9-]{0,63}$'
                group by w.word having count(distinct w.service) = :howMany
                """
                    .formatted(WORD))
            .param("services", services.toArray(UUID[]::new))
            .param("howMany", Set.copyOf(services).size())
            .query((row, _) -> row.getString("word"))
            .list();
    return common.size() == 1 ? Optional.of(common.getFirst()) : Optional.empty();
  }

  private void require(String pointer, String word, String words) {
    require(words, word, known -> Problem.of(Problems.INVALID).error(pointer, UNKNOWN, known));
  }

  private void require(String words, String word, Function<String, Problem> refused) {
    if (sought(words, "where word = :word", word).isEmpty()) {
      List<String> some =
          sought(words, "where length(word) <= 64 order by word limit " + MOST, word);
      throw Refusal.of(
          refused.apply(
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
