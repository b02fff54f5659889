-- Somebody goes along to a meeting. It says what was arranged and never whether anybody was there; after the meeting it is gone.
create table meeting_companion (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  meeting_id uuid not null references meeting,
  starts_at timestamptz not null,
  -- Nobody until somebody at the client's side says that they come.
  companion text,
  asked_at timestamptz not null,
  act_kind text not null check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  cancelled_at timestamptz,
  version bigint not null default 0,
  primary key (agency, id)
);
create unique index meeting_companion_once on meeting_companion (agency, client_id, meeting_id, starts_at) where cancelled_at is null;
create index meeting_companion_of_client on meeting_companion (agency, client_id, starts_at, id);

call keep_by_agency('meeting_companion');
grant select, insert, delete on meeting_companion to ${app};
grant update (companion, cancelled_at, version) on meeting_companion to ${app};
