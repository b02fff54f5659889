-- Page by page, the newest first, as the other lists.
drop index opening_offer_waiting;
create index opening_offer_waiting on opening_offer (agency, offered_at desc, id desc) where gone_at is null and claimed_at is null;
