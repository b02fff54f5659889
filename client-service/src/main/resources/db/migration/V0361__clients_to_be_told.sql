-- Of what was given out in an emergency before, the client is told as well.
alter table deadline no force row level security;
alter table emergency_access no force row level security;
alter table emergency_told no force row level security;
insert into deadline (agency, kind, about, due_at)
select agency, 'emergency-untold', id, requested_at + interval '7 days' from emergency_access e
where denial is null
  and not exists (select from emergency_told t where t.agency = e.agency and t.emergency_id = e.id)
on conflict do nothing;
alter table deadline force row level security;
alter table emergency_access force row level security;
alter table emergency_told force row level security;
