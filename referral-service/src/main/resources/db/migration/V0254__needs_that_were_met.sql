-- From which options it is known, so that what fits the client after all does not count as unmet.
alter table unmet_need add column option_set_id uuid;
alter table unmet_need add column met_at timestamptz;
alter table unmet_need add check (met_at is null or because = 'none-fits');
create index unmet_need_of_options on unmet_need (agency, option_set_id) where option_set_id is not null;
grant update (met_at) on unmet_need to ${app};

-- Whom a service does not take needs another one.
alter table unmet_need drop constraint unmet_need_because_check;
alter table unmet_need add constraint unmet_need_because_check check (because in
  ('fewer-than-two-options', 'no-capacity', 'turned-away', 'expired', 'none-fits', 'noted'));

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
          where u.noted_at >= since and u.noted_at < before and u.taken_back_at is null
            and u.met_at is null)
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
