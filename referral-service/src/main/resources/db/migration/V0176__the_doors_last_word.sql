-- When the door last said whether what went out may still be read where it went: its words may be heard in another order.
alter table referral add column consent_judged_at timestamptz;
