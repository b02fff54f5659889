-- The client took back the consent by which it was sent: whoever was sent it is asked for nothing any more, nor told why.
alter table referral add column consent_ended_at timestamptz;
