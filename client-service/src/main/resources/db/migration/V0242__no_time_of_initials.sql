-- To the microsecond the time of signing in was that of the client's wish: whoever read both knew whose initials these were. Nobody
-- needs it, and the record of requests says of a sign-in only for which session it was.
alter table submission no force row level security;
alter table group_sign_in no force row level security;
update submission s set resource_id = i.session_id from group_sign_in i where i.agency = s.agency and i.id = s.resource_id;
alter table group_sign_in force row level security;
alter table submission force row level security;
alter table group_sign_in drop column signed_in_at;
