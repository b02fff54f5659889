-- That the client would rather go on as it is, without words as the wish is.
alter table specialist_change
  add column withdrawn_kind text check (withdrawn_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  add column withdrawn_at timestamptz,
  add column withdrawn_words text check (withdrawn_words is null),
  add column withdrawn_recorded_by text,
  add column withdrawn_recorded_at timestamptz,
  add check (num_nulls(withdrawn_kind, withdrawn_at, withdrawn_recorded_by, withdrawn_recorded_at) in (0, 4)),
  add check (withdrawn_at is null or settled_at is null);
drop index specialist_change_open;
create unique index specialist_change_open on specialist_change (agency, client_id, act_recorded_by)
  where settled_at is null and withdrawn_at is null;
grant update (withdrawn_kind, withdrawn_at, withdrawn_recorded_by, withdrawn_recorded_at) on specialist_change to ${app};
