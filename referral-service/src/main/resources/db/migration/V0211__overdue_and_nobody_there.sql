-- What is overdue waits while nobody is at the client's side, and its supervisors are asked once.
alter table referral_request add column nobody_there_since timestamptz;
-- The clock ran out while no answer could come back: it runs again once the client has signed anew.
alter table referral_request add column unheard_since timestamptz;
alter table referral_request add check (nobody_there_since is null or overdue_since is not null);
drop index referral_request_overdue;
create index referral_request_overdue on referral_request (agency, nobody_there_since nulls first, overdue_since)
  where overdue_since is not null;

-- Of those until now, too.
alter table referral no force row level security;
alter table referral_request no force row level security;
alter table referral_rung no force row level security;
update referral_request q set unheard_since = r.met_at
from referral_rung r, referral f
where r.referral_id = q.referral_id and r.agency = q.agency and r.rung = 'over'
  and f.id = q.referral_id and f.over_at is null and q.overdue_since is null;
alter table referral force row level security;
alter table referral_request force row level security;
alter table referral_rung force row level security;
