-- What the client and those at their side mean to do, in words that the client reads; within the agency.
create table care_task (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  code text not null check (code in
    ('call-place', 'visit-place', 'gather-papers', 'arrange-ride', 'arrange-care-at-home', 'pack', 'attend', 'ask', 'other')),
  words text not null check (length(words) between 1 and 500),
  owner text not null check (owner in ('client', 'specialist')),
  due_on date,
  state text not null check (state in ('open', 'done', 'dropped')),
  added_by text not null,
  added_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  version bigint not null default 0,
  check ((state = 'open') = (settled_by is null) and (state = 'open') = (settled_at is null))
);
create index care_task_client on care_task (agency, client_id, added_at desc, id desc);
call keep_by_agency('care_task');
grant select, insert, update on care_task to ${app};
