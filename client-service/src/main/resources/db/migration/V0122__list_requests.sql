-- A client's request for the accounting of 42 CFR 2.25 or for the intermediary's list of 42 CFR 2.24, with its clock.
create table list_request (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('accounting', 'intermediary-list')),
  since timestamptz not null,
  requested_at timestamptz not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  free boolean not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  extended_by text,
  extension_reason text,
  answered_at timestamptz,
  answered_by text,
  answered_how text check (answered_how in ('downloaded', 'handed-over', 'mailed')),
  version bigint not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (since < requested_at and since >= requested_at - interval '3 years 1 day'),
  -- One extension of 30 days, of an accounting only, with its reason in writing.
  check (num_nulls(extended_at, extended_by, extension_reason) in (0, 3)),
  check (extended_at is null or (kind = 'accounting' and extension_reason ~ '\S')),
  check (due_at <= requested_at + (case kind when 'accounting' then interval '60 days' else interval '30 days' end)
    + (case when extended_at is null then interval '0 days' else interval '30 days' end)),
  check (kind = 'accounting' or free),
  check (num_nulls(answered_at, answered_by, answered_how) in (0, 3))
);
create index list_request_of_client on list_request (agency, client_id, requested_at, id);
create index list_request_in_order on list_request (agency, requested_at, id);
create index list_request_open on list_request (agency, requested_at, id) where answered_at is null;
call keep_by_agency('list_request');
grant select, insert on list_request to ${app};
grant update (due_at, extended_at, extended_by, extension_reason, answered_at, answered_by, answered_how, version)
  on list_request to ${app};
