-- Whoever waited for a place already, or had one kept, is heard from by now: their clocks had been dropped.
alter table referral no force row level security;
alter table referral_step no force row level security;
alter table referral_rung no force row level security;
alter table deadline no force row level security;
insert into deadline (agency, kind, about, due_at)
select side.agency, side.kind, r.id, now()
from referral r cross join lateral (values
  (r.agency, 'referral-first-contact', 'escalation'),
  (r.receiver_agency, 'referral-first-contact-desk', 'at-time')) as side (agency, kind, last_rung)
where (select s.status = 'ACCEPTED' and s.business_status in ('WAITLISTED', 'HOLD_GRANTED') from referral_step s
  where s.referral_id = r.id and (s.agency = side.agency or s.seen_by_other) order by s.seq desc limit 1)
  and not exists (select from referral_rung g
    where g.referral_id = r.id and g.agency = side.agency and g.term = 'first-contact' and g.rung = side.last_rung)
on conflict do nothing;
alter table referral force row level security;
alter table referral_step force row level security;
alter table referral_rung force row level security;
alter table deadline force row level security;

-- What is not judged is looked at in turn, one after the other, and only until it ends.
alter table opening no force row level security;
alter table opening_end no force row level security;
update opening o set judged = true
where not judged and exists (select from opening_end e where e.opening_id = o.id and e.settled_at is not null);
alter table opening force row level security;
alter table opening_end force row level security;
drop index opening_unjudged;
create index opening_unjudged on opening (agency, id) where not judged;

-- The way to a place is followed back over each handoff to it.
create index handoff_led on handoff (agency, referral_id) where from_referral_id is not null;
