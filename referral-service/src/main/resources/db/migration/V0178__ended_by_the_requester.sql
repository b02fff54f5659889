-- Since when it is over for its requester: nobody at the receiver is urged any more, also while the door keeps that back.
alter table referral add column over_at timestamptz;
-- How often a step that the door kept back was brought to it anew: each is a question of its own.
alter table referral_step add column asked_anew integer not null default 0;

alter table referral no force row level security;
alter table referral_step no force row level security;
update referral r set over_at = ended.at
from (
  select s.referral_id, min(s.taken_at) as at from referral_step s
  where s.by_party <> 'RECEIVER' and s.status in ('REJECTED', 'COMPLETED', 'FAILED', 'CANCELLED', 'ENTERED_IN_ERROR')
  group by s.referral_id) ended
where ended.referral_id = r.id;
alter table referral force row level security;
alter table referral_step force row level security;
