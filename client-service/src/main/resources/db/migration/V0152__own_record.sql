-- What is held about one client is read at once, for a copy of their own record (42 CFR 2.23).
create index breach_person_of_client on breach_person (agency, client_id);

-- That a copy was taken by the client's own sign-in stands in the access log too.
alter table look drop constraint look_looked_as_check;
alter table look add constraint look_looked_as_check
  check (looked_as in ('primary', 'backup', 'supervisor', 'privacy-officer', 'agency-admin', 'self'));
