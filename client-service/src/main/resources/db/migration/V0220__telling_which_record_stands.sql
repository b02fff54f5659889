-- The other services hear which record stands in the merges that they were told of before, as in those to come.
alter table merge no force row level security;
alter table client no force row level security;
with changed as (
  update client c set version = c.version + 1 from merge m
  where m.agency = c.agency and m.merged = c.id and m.undone_at is null
  returning c.agency, c.id, c.version, m.surviving
)
insert into outbox (event_id, topic, type, aggregate_id, aggregate_version, agency, extensions, data, occurred_at)
select gen_random_uuid(), 'handrail.client.v1', 'org.handrail.client.merged.v1', id::text, version, agency, '{}',
  jsonb_build_object('clientId', id, 'mergedInto', surviving), now()
from changed;
alter table merge force row level security;
alter table client force row level security;
