package org.handrail.referral.directory.search;

import java.util.Map;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.Languages;
import org.handrail.referral.directory.copy.ChangedRows;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes what a search reads from what the directory says. */
@Component
public class SearchRows implements SmartInitializingSingleton {
  private final JdbcClient jdbc;
  private final Transactions transactions;

  SearchRows(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Services that came in before there was such a search, before anybody is answered. */
  @Override
  public void afterSingletonsInstantiated() {
    transactions.run(
        () -> {
          ChangedRows.takeTurn(jdbc);
          make(
              """
              s.status = 'active'
                and not exists (select 1 from directory_found f where f.service_id = s.id)
              """,
              Map.of());
        });
  }

  /** All of a source again. */
  public void make(String source) {
    jdbc.sql(
            """
            delete from directory_found f using directory_service s
            where s.id = f.service_id and s.source = :source
            """)
        .param("source", source)
        .update();
    make("s.status = 'active' and s.source = :source", Map.of("source", source));
  }

  /** After many have come or gone. */
  public void count() {
    jdbc.sql("analyze directory_found").update();
  }

  private void make(String which, Map<String, Object> parameters) {
    String[][] known = Facets.columns();
    String[][] languages = Languages.columns();
    jdbc.sql(
            """
            insert into directory_found (service_id, place, name, spelling, words, named, facets,
              minimum_age, maximum_age, certified_until, hidden_on, spot)
            select s.id, coalesce(p.place, 0), s.name, lower(s.name || ' ' || o.name), s.words,
              to_tsvector('english', s.name),
              array(
                select 'need:' || st.code from directory_service_term st
                where st.service_id = s.id and st.code is not null
                union
                select k.facet from directory_service_term st
                join directory_taxonomy_term t on t.id = st.term_id
                join unnest(:taxonomies::text[], :codes::text[], :facets::text[])
                  as k(taxonomy, code, facet)
                  on k.taxonomy = lower(t.taxonomy) and k.code = st.code
                where st.service_id = s.id
                union
                select 'language:' || coalesce(k.code, lower(g.code)) from directory_owner w
                join directory_language g on g.source = w.source and g.external_id = w.external_id
                left join unnest(:called::text[], :languages::text[]) as k(called, code)
                  on k.called = lower(coalesce(g.code, g.name))
                where w.source = s.source and w.owner_kind = 'service'
                  and w.owner_external_id = s.external_id and w.kind = 'language'
                  and coalesce(k.code, g.code) is not null
                union
                select 'accessible:' || help.kind
                from directory_service_at_location sl join directory_location l on l.id = sl.location_id
                join directory_owner w on w.source = l.source and w.owner_kind = 'location'
                  and w.owner_external_id = l.external_id and w.kind = 'accessibility'
                join directory_row a on a.source = w.source and a.kind = w.kind
                  and a.external_id = w.external_id
                cross join lateral (%2$s) help
                where sl.service_id = s.id),
              s.minimum_age, s.maximum_age, c.certified_until, s.hidden_on, p.spot
            from directory_service s
            join directory_organization o on o.id = s.organization_id
            left join directory_certification c on c.service_id = s.id
            left join lateral (
              select (row_number() over (order by l.id) - 1)::integer as place,
                cube(array[cos(radians(l.latitude)) * cos(radians(l.longitude)),
                  cos(radians(l.latitude)) * sin(radians(l.longitude)),
                  sin(radians(l.latitude))]) as spot
              from directory_location l
              where l.latitude is not null and l.longitude is not null and not l.confidential
                and exists (select 1 from directory_service_at_location sl
                  where sl.service_id = s.id and sl.location_id = l.id)) p on true
            where %1$s
            """
                .formatted(which, Access.OF_ROW))
        .params(parameters)
        .param("taxonomies", known[0])
        .param("codes", known[1])
        .param("facets", known[2])
        .params(Access.WORDS)
        .param("called", languages[0])
        .param("languages", languages[1])
        .update();
  }
}
