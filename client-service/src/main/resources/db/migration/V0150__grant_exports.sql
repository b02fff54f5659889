-- An export of a grant's reports to its funder is a disclosure like any other: it stands on each client's consent, about no referral.
alter table disclosure drop constraint disclosure_matter_check;
alter table disclosure add constraint disclosure_matter_check
  check (matter in ('emergency', 'child-abuse-report', 'crime-report', 'court-order', 'grant-report'));
alter table disclosure drop constraint disclosure_check6;
alter table disclosure drop constraint disclosure_check7;
alter table disclosure add constraint disclosure_by_law
  check (outcome = 'denied' or (coalesce(matter, 'grant-report') <> 'grant-report') = (basis ~ '^42 CFR 2\.'));
alter table disclosure add constraint disclosure_by_consent
  check (outcome = 'denied' or coalesce(matter, 'grant-report') <> 'grant-report' or basis ~ '^[0-9a-f-]{36}$');
-- One decision for each client of an export, and at most one more, when it is no longer handed out.
create unique index disclosure_of_export on disclosure (agency, client_id, matter_id, (in_reply_to is null))
  where matter = 'grant-report';

create table grant_export (
  agency text not null,
  id uuid not null,
  grant_code text not null,
  funder text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  asked_by text not null,
  asked_at timestamptz not null,
  readable_until timestamptz not null check (readable_until > asked_at),
  primary key (agency, id)
);
call keep_by_agency('grant_export');
grant select, insert on grant_export to ${app};

-- Whoever makes an export reads of each client in it.
alter table look drop constraint look_looked_as_check;
alter table look add constraint look_looked_as_check
  check (looked_as in ('primary', 'backup', 'supervisor', 'privacy-officer', 'agency-admin'));
