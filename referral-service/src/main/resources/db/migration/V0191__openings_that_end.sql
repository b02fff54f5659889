-- Nobody is asked about a need for ever: an opening says when it ends by itself.
alter table opening add column ends_at timestamptz;
alter table opening no force row level security;
alter table opening_end no force row level security;
alter table deadline no force row level security;
update opening o set ends_at = case
  when exists (select from opening_end e where e.opening_id = o.id) then o.opened_at
  else now() + case o.urgency when 'URGENT' then interval '1 day' else interval '7 days' end end;
-- Those at the client's side are told of what was opened before, and have as long as for a new one.
insert into deadline (agency, kind, about, due_at)
select o.agency, clock.kind, o.id, case clock.kind when 'opening-unclaimed' then now() else o.ends_at end
from opening o cross join (values ('opening-unclaimed'), ('opening-overdue')) as clock (kind)
where not exists (select from opening_end e where e.opening_id = o.id)
on conflict do nothing;
alter table opening force row level security;
alter table opening_end force row level security;
alter table deadline force row level security;
alter table opening alter column ends_at set not null;
alter table opening add check (ends_at >= opened_at);

-- Of a client in the order of a list; it serves what went by the client alone, too.
create index opening_client_in_order on opening (agency, client_id, opened_at desc, id desc);
drop index opening_client;
