-- A place that is kept for a referral. It is about a person: only the provider has the row, and what the requester is told
-- goes through the door.
create table capacity_hold (
  id uuid primary key,
  agency text not null,
  capacity_id uuid not null references capacity,
  referral_id uuid not null references referral,
  place integer not null check (place >= 1),
  state text not null check (state in ('active', 'arrived', 'no-show', 'released', 'expired')),
  granted_at timestamptz not null,
  granted_by text not null,
  until timestamptz not null,
  ended_at timestamptz,
  check ((state = 'active') = (ended_at is null)),
  check (until > granted_at)
);
-- Whatever the counts say, a place is kept for one referral, and a referral keeps one place.
create unique index capacity_hold_of_place on capacity_hold (agency, capacity_id, place) where state = 'active';
create unique index capacity_hold_of_referral on capacity_hold (agency, referral_id) where state = 'active';
create index capacity_hold_in_order on capacity_hold (agency, capacity_id, granted_at desc, id);
call keep_by_agency('capacity_hold');
grant select, insert, update on capacity_hold to ${app};
