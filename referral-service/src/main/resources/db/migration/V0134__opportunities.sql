-- Where people can help. Nobody signs up here: who is interested gets the contact, and is known to nobody by it.
create table opportunity (
  id uuid primary key,
  agency text not null,
  kind text not null check (kind in ('volunteer', 'service')),
  title text not null,
  area text not null,
  starts_on date not null,
  ends_on date not null,
  places integer not null check (places between 1 and 10000),
  phone text,
  email text,
  url text,
  posted_at timestamptz not null,
  posted_by text not null,
  state text not null default 'proposed' check (state in ('proposed', 'published', 'declined', 'withdrawn')),
  reason text,
  version bigint not null default 0,
  check (starts_on <= ends_on),
  check (phone is not null or email is not null or url is not null),
  check ((state = 'declined') = (reason is not null))
);
create index opportunity_open on opportunity (starts_on, id) where state = 'published';
create index opportunity_in_order on opportunity (starts_on, id);
alter table opportunity enable row level security;
alter table opportunity force row level security;
create policy published_or_of_the_agency_or_the_coalition on opportunity for select to ${app}
  using (state = 'published' or nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'));
create policy the_agency_posts on opportunity for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
create policy the_agency_and_the_coalition_change on opportunity for update to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'))
  with check (true);
grant select, insert, update on opportunity to ${app};
