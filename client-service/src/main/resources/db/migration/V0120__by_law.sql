-- The door also decides what the law itself allows: then there is no referral and no consent, but a matter with a record of its own.
alter table disclosure alter column referral_id drop not null;
alter table disclosure add column matter text
  check (matter in ('emergency', 'child-abuse-report', 'crime-report', 'court-order'));
alter table disclosure add column matter_id uuid;
alter table disclosure add check ((matter is null) = (matter_id is null));
alter table disclosure add check ((referral_id is null) = (matter is not null));
alter table disclosure add check (step is null or referral_id is not null);
-- A consent is named by its id, the law by its section.
alter table disclosure add check (outcome = 'denied' or (matter is not null) = (basis ~ '^42 CFR 2\.'));
alter table disclosure add check (outcome = 'denied' or matter is not null or basis ~ '^[0-9a-f-]{36}$');
create index disclosure_in_time on disclosure (agency, client_id, decided_at);
create index disclosure_of_matter on disclosure (agency, matter, matter_id) where matter is not null;

-- What was released for some hours is not read afterwards.
alter table disclosure_package add column readable_until timestamptz;
