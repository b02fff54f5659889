-- The door may have let a sending out whose answer nobody heard. Of those that wait at the upgrade nobody knows.
alter table referral_step add column may_be_judged boolean not null default false;
alter table referral_step no force row level security;
update referral_step set may_be_judged = true where crossing = 'awaiting' and step = 'SENDING';
alter table referral_step force row level security;
