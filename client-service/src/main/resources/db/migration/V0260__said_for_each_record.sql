-- Since when two records of one person are held to be that.
create function together_since(of_agency text, one uuid, other uuid) returns timestamptz language sql stable as $$
  select max(merged_at) from merge where agency = of_agency and merged in (one, other) and undone_at is null
$$;

-- What was asked for on one of several records of a person stands on each of them once they part: by this it is known to be the same
-- wish, should they be found to be of one person again.
alter table restriction add column original_id uuid;
