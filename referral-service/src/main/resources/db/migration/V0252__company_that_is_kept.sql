-- What was arranged before is looked after from now on, too.
alter table deadline no force row level security;
alter table meeting_companion no force row level security;
insert into deadline (agency, kind, about, due_at)
select agency, 'companion-kept', id, now() from meeting_companion
where cancelled_at is null and starts_at > now()
on conflict do nothing;
alter table deadline force row level security;
alter table meeting_companion force row level security;
