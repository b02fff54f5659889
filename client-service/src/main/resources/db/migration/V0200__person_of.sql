-- The record that stands for a person: the one that theirs is merged into, else it itself. A record that others are merged into is
-- not merged into another itself, so that one step is enough. Runs as who asks: row security holds.
create function person_of(of_agency text, of_client uuid) returns uuid language sql stable as $$
  select coalesce((select m.surviving from merge m
    where m.agency = of_agency and m.merged = of_client and m.undone_at is null), of_client)
$$;
