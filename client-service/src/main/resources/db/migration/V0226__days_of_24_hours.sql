-- A day added to a time is one of the session's time zone, and there may have 23 or 25 hours: what is checked here is counted in hours.
alter table list_request drop constraint list_request_check;
alter table list_request add constraint list_request_since
  check (since < requested_at and since >= requested_at - 1097 * interval '24 hours');
alter table list_request drop constraint list_request_check3;
alter table list_request add constraint list_request_due
  check (due_at <= requested_at + (case kind when 'accounting' then 60 else 30 end + case when extended_at is null then 0 else 30 end)
    * interval '24 hours');
alter table access_grant drop constraint access_grant_check1;
alter table access_grant add constraint access_grant_expires
  check (expires_at > granted_at and expires_at <= granted_at + 90 * interval '24 hours');
