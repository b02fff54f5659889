-- Since when what is said of a service is known to be so, and for how long that is good for. Kept by the service, since the
-- spans come from its settings; until which day a service is offered is one comparison.
alter table directory_service
  add column first_seen date not null default '1970-01-01',
  add column confirmed_on date,
  add column known_on date not null default '1970-01-01',
  add column stale_on date not null default 'infinity',
  add column hidden_on date not null default 'infinity',
  add check (known_on <= stale_on and stale_on <= hidden_on);
update directory_service set first_seen = imported_at::date, known_on = imported_at::date;
alter table directory_service alter column first_seen drop default;

create table directory_confirmation (
  id uuid primary key,
  service_id uuid not null references directory_service,
  agency text not null,
  subject text not null,
  confirmed_at timestamptz not null
);
create index directory_confirmation_service on directory_confirmation (service_id, confirmed_at);
grant select, insert on directory_confirmation to ${app};

create index directory_row_name on directory_row using gin (lower(body ->> 'name') gin_trgm_ops)
  where kind in ('organization', 'taxonomy', 'taxonomy_term');
