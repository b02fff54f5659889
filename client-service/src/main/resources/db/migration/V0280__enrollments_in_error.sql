-- A time in a grant that was written down by mistake: of another client, or with other days. It stays in sight and counts for nothing.
alter table grant_enrollment add entered_in_error_at timestamptz, add entered_in_error_by text,
  add check ((entered_in_error_at is null) = (entered_in_error_by is null));
grant update (entered_in_error_at, entered_in_error_by) on grant_enrollment to ${app};

drop index grant_enrollment_open;
create unique index grant_enrollment_open on grant_enrollment (agency, client_id, grant_code)
  where ended_on is null and entered_in_error_at is null;
alter table grant_enrollment drop constraint grant_enrollment_agency_client_id_grant_code_episode_key;
create unique index grant_enrollment_episode on grant_enrollment (agency, client_id, grant_code, episode)
  where entered_in_error_at is null;

-- What comes from the records says something; rows of before are kept as they are.
alter table report_part add check (part = 'c' or answers <> '{}'::jsonb) not valid;
