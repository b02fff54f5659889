-- Levels of care as the provider's intake stated them; they stay on the provider's side.
create table stated_level (
  id uuid primary key,
  agency text not null,
  referral_id uuid not null references referral,
  level text not null check (level ~ '^[A-Z0-9.-]{1,12}$'),
  -- Of the ASAM Criteria.
  edition integer not null check (edition in (3, 4)),
  stated_by text not null,
  stated_at timestamptz not null
);
create index stated_level_referral on stated_level (agency, referral_id, stated_at desc, id);
call keep_by_agency('stated_level');
grant select, insert on stated_level to ${app};
