-- Who is what to which client, kept from client-service's events where a service needs it.
create table client_assignment (
  agency text not null,
  client_id uuid not null,
  subject text not null,
  relation text not null check (relation in ('primary', 'backup', 'supervisor', 'self')),
  primary key (agency, client_id, subject)
);

alter table client_assignment enable row level security;
alter table client_assignment force row level security;
create policy of_the_agency on client_assignment
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update, delete on client_assignment to ${app};
