-- Whoever leaves and comes back carries what everybody does: what a supervisor let them carry before is over.
alter table cap_raise add column ended_at timestamptz;
grant update (ended_at) on cap_raise to ${app};
