-- People are counted, not records of theirs: a merged one counts as the one that stands for it. Where that is unknown it counts as
-- nobody: it may be of somebody who is counted already, and a number shall not be told because one of them came twice.
create policy of_the_report on merged_record for select to ${owner}
  using (current_setting('handrail.sweeping', true) = 'gaps');
create or replace function unmet_needs_of_all(since timestamptz, before timestamptz)
  returns table (need text, area text, people bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'gaps', true);
      return query
        select c.need, c.area,
          case when count(distinct (c.agency, c.person)) filter (where c.person is not null) >= 11
              and count(distinct c.agency) filter (where c.person is not null) >= 3
            then count(distinct (c.agency, c.person)) filter (where c.person is not null) end
        from (
          select u.need, u.area, u.agency,
            case when m.client_id is null then u.client_id else m.surviving end as person
          from unmet_need u left join merged_record m on m.agency = u.agency and m.client_id = u.client_id
          where u.noted_at >= since and u.noted_at < before) c
        group by c.need, c.area order by c.need, c.area;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
