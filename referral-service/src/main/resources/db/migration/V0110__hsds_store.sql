-- Both are among PostgreSQL's own, and trusted: a database's owner may bring them in.
create extension if not exists pg_trgm;
create extension if not exists cube;

-- The id by which the public API knows a row: the source's own where it is a UUID that nobody else took.
alter table directory_row add column id uuid not null default gen_random_uuid();
alter table directory_row add column modified_at timestamptz not null default '1970-01-01T00:00:00Z';
update directory_row set modified_at = imported_at;
update directory_row r set id = t.id from directory_organization t
  where r.kind = 'organization' and t.source = r.source and t.external_id = r.external_id;
update directory_row r set id = t.id from directory_location t
  where r.kind = 'location' and t.source = r.source and t.external_id = r.external_id;
update directory_row r set id = t.id from directory_service t
  where r.kind = 'service' and t.source = r.source and t.external_id = r.external_id;
update directory_row r set id = t.id from directory_service_at_location t
  where r.kind = 'service_at_location' and t.source = r.source and t.external_id = r.external_id;
update directory_row r set id = t.id from directory_taxonomy_term t
  where r.kind = 'taxonomy_term' and t.source = r.source and t.external_id = r.external_id;
alter table directory_row alter column modified_at drop default;
create unique index directory_row_id on directory_row (kind, id);
create index directory_row_modified on directory_row (kind, modified_at, id);

-- Of a place whose address could cost a life only the area is kept.
alter table directory_location add column confidential boolean not null default false;
create index directory_location_confidential on directory_location (source, external_id) where confidential;

create index directory_service_term_id on directory_service_term (term_id, service_id);
