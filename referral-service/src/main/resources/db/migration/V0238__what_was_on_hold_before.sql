-- What each side sees on hold is looked at by it, what was put on hold before holds had a clock too.
alter table referral no force row level security;
alter table referral_step no force row level security;
alter table deadline no force row level security;
insert into deadline (agency, kind, about, due_at)
select side.agency, side.kind, r.id, now()
from referral r cross join lateral (values
  (r.agency, 'referral-on-hold'), (r.receiver_agency, 'referral-on-hold-desk')) as side (agency, kind)
where 'ON_HOLD' = (select s.status from referral_step s
  where s.referral_id = r.id and (s.agency = side.agency or s.seen_by_other) order by s.seq desc limit 1)
on conflict do nothing;
alter table referral force row level security;
alter table referral_step force row level security;
alter table deadline force row level security;
