-- By when copies are destroyed is a day of the agency, which may be a day behind that of UTC: the zone is not the database's to know.
alter table access_grant drop constraint access_grant_check2;
alter table access_grant add constraint access_grant_destroyed_after_its_end
  check (destroy_by >= (expires_at at time zone 'UTC')::date - 1);
