-- Who is known to have left a client's side. Whoever is neither there nor known to have left was given their place by an event that
-- is still on its way.
create table client_left (
  agency text not null,
  client_id uuid not null,
  subject text not null,
  primary key (agency, client_id, subject)
);

alter table client_left enable row level security;
alter table client_left force row level security;
create policy of_the_agency on client_left
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, delete on client_left to ${app};
