-- That somebody needed what could not be found, by codes. Whose need it was is known to their agency alone, so that people
-- can be counted and not happenings.
create table unmet_need (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  need text not null check (need ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  area text not null check (area ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  because text not null
    check (because in ('fewer-than-two-options', 'no-capacity', 'expired', 'none-fits', 'noted')),
  noted_at timestamptz not null
);
create index unmet_need_in_time on unmet_need (agency, noted_at);
create index unmet_need_of_all_in_time on unmet_need (noted_at);
call keep_by_agency('unmet_need');
grant select, insert on unmet_need to ${app};

-- The owner sees rows only inside the function below, which counts people of all agencies and tells no small number.
create policy of_the_report on unmet_need for select to ${owner}
  using (current_setting('handrail.sweeping', true) = 'gaps');
create function unmet_needs_of_all(since timestamptz, before timestamptz)
  returns table (need text, area text, people bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'gaps', true);
      return query
        select u.need, u.area,
          case when count(distinct (u.agency, u.client_id)) >= 11 and count(distinct u.agency) >= 3
            then count(distinct (u.agency, u.client_id)) end
        from unmet_need u where u.noted_at >= since and u.noted_at < before
        group by u.need, u.area order by u.need, u.area;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function unmet_needs_of_all from public;
grant execute on function unmet_needs_of_all to ${app};
