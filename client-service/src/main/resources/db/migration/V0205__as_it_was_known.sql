-- When a provider's acceptance was written down, which may be later than they gave it: what was decided before knew nothing of it.
alter table treating_relationship add acceptance_recorded_at timestamptz;
alter table treating_relationship no force row level security;
update treating_relationship set acceptance_recorded_at = accepted_at where accepted_at is not null;
alter table treating_relationship force row level security;
alter table treating_relationship add check ((accepted_at is null) = (acceptance_recorded_at is null));
grant update (acceptance_recorded_at) on treating_relationship to ${app};

-- As records_of_person, with the merges that stood at that time.
create function records_of_person_at(of_agency text, of_client uuid, at timestamptz) returns setof uuid language sql stable as $$
  with standing as (
    select merged, surviving from merge
    where agency = of_agency and merged_at <= at and (undone_at is null or undone_at > at))
  select of_client
  union
  select surviving from standing where merged = of_client
  union
  select merged from standing
  where surviving = coalesce((select surviving from standing where merged = of_client), of_client)
$$;
