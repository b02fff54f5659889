-- What was noted by mistake is taken back and counts no more; that it was there stays.
alter table unmet_need add column taken_back_at timestamptz;
alter table unmet_need add column taken_back_by text;
alter table unmet_need add check ((taken_back_at is null) = (taken_back_by is null));
alter table unmet_need add check (taken_back_at is null or because = 'noted');
grant update (taken_back_at, taken_back_by) on unmet_need to ${app};

-- Who needed something in an area that is known is not counted once more where none is.
create or replace function unmet_needs_of_all(since timestamptz, before timestamptz)
  returns table (need text, area text, people bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'gaps', true);
      return query
        with noted as (
          select u.need, u.area, u.agency,
            case when m.client_id is null then u.client_id else m.surviving end as person
          from unmet_need u left join merged_record m on m.agency = u.agency and m.client_id = u.client_id
          where u.noted_at >= since and u.noted_at < before and u.taken_back_at is null)
        select c.need, c.area,
          case when count(distinct (c.agency, c.person)) filter (where c.person is not null) >= 11
              and count(distinct c.agency) filter (where c.person is not null) >= 3
            then count(distinct (c.agency, c.person)) filter (where c.person is not null) end
        from noted c
        where c.area <> 'unknown' or not exists (select from noted k
          where k.need = c.need and k.agency = c.agency and k.person = c.person and k.area <> 'unknown')
        group by c.need, c.area order by c.need, c.area;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
