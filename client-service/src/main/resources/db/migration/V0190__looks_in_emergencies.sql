-- Whoever broke the glass looked at somebody's record too.
alter table look drop constraint look_looked_as_check;
alter table look add constraint look_looked_as_check
  check (looked_as in ('primary', 'backup', 'supervisor', 'privacy-officer', 'agency-admin', 'self', 'emergency'));
