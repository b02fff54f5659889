-- On the first day nobody knows how many people a breach is about. Nobody at all was how that had to be written down.
alter table breach alter affected drop not null, alter most_in_one_state drop not null;
alter table breach no force row level security;
update breach set affected = null, most_in_one_state = null where affected = 0;
alter table breach force row level security;
alter table breach drop constraint breach_affected_check, add check (affected > 0);
-- The media are told through the press.
alter table breach_notice add check (whom <> 'media' or how = 'press') not valid;
