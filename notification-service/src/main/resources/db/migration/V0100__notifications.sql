-- The last position given within an agency. Taking the next one locks the row until the transaction ends, so
-- positions become visible in their order: who has read up to one has missed none before it.
create table notification_position (
  agency text primary key,
  last bigint not null check (last > 0)
);

-- Ids and codes only: what it is about is read where it lives, by whoever may.
create table notification (
  agency text not null,
  id uuid not null,
  -- Order within the agency; never leaves the service.
  position bigint not null,
  -- Addressed to everybody of a role, or to one person.
  role text check (role ~ '^[a-z_]{1,40}$'),
  subject text check (subject ~ '^[A-Za-z0-9._:-]{1,128}$'),
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$' and length(code) <= 80),
  subject_kind text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$' and length(subject_kind) <= 40),
  subject_id uuid not null,
  at timestamptz not null,
  primary key (agency, id),
  unique (agency, position),
  check (num_nonnulls(role, subject) = 1)
);
create index notification_to_role on notification (agency, role, position) where role is not null;
create index notification_to_person on notification (agency, subject, position) where subject is not null;

-- Read is said by each reader for themselves.
create table notification_reading (
  agency text not null,
  notification_id uuid not null,
  subject text not null,
  read_at timestamptz not null,
  primary key (agency, notification_id, subject),
  foreign key (agency, notification_id) references notification (agency, id)
);

alter table notification_position enable row level security;
alter table notification_position force row level security;
create policy own_agency on notification_position
  using (agency = nullif(current_setting('handrail.agency', true), ''));

-- People see what is addressed to their role (which the query asks for) or to themselves; consumers, who act for
-- nobody, only write.
alter table notification enable row level security;
alter table notification force row level security;
create policy addressed on notification for select
  using (agency = nullif(current_setting('handrail.agency', true), '')
    and nullif(current_setting('handrail.subject', true), '') is not null
    and (subject is null or subject = current_setting('handrail.subject', true)));
create policy written_for_the_agency on notification for insert
  with check (agency = nullif(current_setting('handrail.agency', true), ''));

alter table notification_reading enable row level security;
alter table notification_reading force row level security;
create policy own on notification_reading
  using (agency = nullif(current_setting('handrail.agency', true), '')
    and subject = nullif(current_setting('handrail.subject', true), ''));

grant select, insert, update on notification_position to ${app};
grant select, insert on notification, notification_reading to ${app};
