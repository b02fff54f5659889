-- That two records of the agency are of one person. Nothing is moved from the one to the other, so that nothing has to be moved back.
create table merge (
  agency text not null,
  id uuid not null,
  merged uuid not null,
  surviving uuid not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (agency, id),
  foreign key (agency, merged) references client (agency, id),
  foreign key (agency, surviving) references client (agency, id),
  check (merged <> surviving),
  check ((undone_at is null) = (undone_by is null))
);
create unique index merge_of on merge (agency, merged) where undone_at is null;
create index merge_into on merge (agency, surviving) where undone_at is null;
call keep_by_agency('merge');
grant select, insert, update (undone_at, undone_by) on merge to ${app};

-- A record and all that are of the same person for as long as they are merged. Runs as who asks: row security holds.
create function records_of_person(of_agency text, of_client uuid) returns setof uuid language sql stable as $$
  select of_client
  union
  select m.surviving from merge m where m.agency = of_agency and m.merged = of_client and m.undone_at is null
  union
  select other.merged from merge other where other.agency = of_agency and other.undone_at is null
    and other.surviving = coalesce((select m.surviving from merge m
      where m.agency = of_agency and m.merged = of_client and m.undone_at is null), of_client)
$$;
