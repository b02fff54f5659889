-- Since when the requester's clocks run again, where the client signed anew after they had stood still.
alter table referral_request add column watched_since timestamptz;
-- What is overdue is looked at in turn, one after the other, however long it waits.
drop index referral_request_overdue;
create index referral_request_overdue on referral_request (agency, referral_id) where overdue_since is not null;
