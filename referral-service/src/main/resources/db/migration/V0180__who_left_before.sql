-- Whoever began something and was not at the client's side any more when it began to be kept who left, had left.
alter table client_assignment no force row level security;
alter table client_left no force row level security;
alter table referral_request no force row level security;
alter table opening no force row level security;
alter table handoff no force row level security;
insert into client_left (agency, client_id, subject)
select began.* from (
  select agency, client_id, drafted_by from referral_request
  union select agency, client_id, opened_by from opening
  union select agency, client_id, outgoing from handoff) as began(agency, client_id, subject)
where not exists (select from client_assignment a
  where a.agency = began.agency and a.client_id = began.client_id and a.subject = began.subject)
on conflict do nothing;
alter table client_assignment force row level security;
alter table client_left force row level security;
alter table referral_request force row level security;
alter table opening force row level security;
alter table handoff force row level security;
