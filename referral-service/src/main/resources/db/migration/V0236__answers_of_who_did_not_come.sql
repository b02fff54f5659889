-- Where the place has taken back that somebody came, they may say what is so, though it was asked of who came.
alter table referral_follow_up drop constraint referral_follow_up_check2;
-- Nor are they asked any more what is asked of who came.
alter table referral_step no force row level security;
alter table referral_follow_up no force row level security;
delete from referral_follow_up f using referral_step s
where s.referral_id = f.referral_id and s.reason = 'DID_NOT_ARRIVE' and s.crossing = 'released'
  and f.since = 'arrival' and f.asked_at is null and f.outcome is null;
alter table referral_step force row level security;
alter table referral_follow_up force row level security;
