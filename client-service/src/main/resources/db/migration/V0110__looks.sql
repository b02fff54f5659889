-- Who of the agency looked at what of a client: one row for each person, client, kind of thing and hour.
create table look (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  subject text not null,
  looked_as text not null check (looked_as in ('primary', 'backup', 'supervisor', 'privacy-officer')),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  hour timestamptz not null,
  looked_at timestamptz not null,
  primary key (agency, id),
  unique (agency, client_id, subject, kind, hour),
  foreign key (agency, client_id) references client (agency, id)
);
create index look_at_client on look (agency, client_id, looked_at, id);
call keep_by_agency('look');
grant select, insert on look to ${app};
