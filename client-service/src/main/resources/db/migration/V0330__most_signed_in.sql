-- How many were signed in for a session when they were most: whoever takes a sign-in back learns nothing of who put the session on their record.
alter table group_session add column most_signed_in int not null default 0 check (most_signed_in between 0 and capacity);
alter table group_session no force row level security;
alter table group_sign_in no force row level security;
alter table encounter no force row level security;
alter table withdrawal no force row level security;
update group_session s set most_signed_in = least(s.capacity, greatest(
  (select count(*) from group_sign_in i where i.agency = s.agency and i.session_id = s.id),
  (select count(*) from encounter e where e.agency = s.agency and e.group_session_id = s.id and not is_withdrawn(e.agency, e.id))));
alter table withdrawal force row level security;
alter table encounter force row level security;
alter table group_sign_in force row level security;
alter table group_session force row level security;
grant update (most_signed_in) on group_session to ${app};
