-- The ledger of disclosures: one hash chain per client, denials included. Rows are only ever added.
create table disclosure (
  agency text not null,
  client_id uuid not null,
  position bigint not null check (position > 0),
  id uuid not null,
  decided_at timestamptz not null,
  outcome text not null check (outcome in ('released', 'denied')),
  denial text,
  basis text,
  discloser text not null,
  discloser_subject text not null,
  recipient text not null,
  recipient_standings text[] not null,
  via text,
  purpose text not null,
  categories text[] not null,
  withheld text[] not null,
  description text not null,
  transport text not null,
  referral_id uuid not null,
  step text,
  in_reply_to uuid,
  notice_version text,
  scope_attached boolean not null,
  redisclosure text,
  package_hash text check (package_hash ~ '^[0-9a-f]{64}$'),
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (agency, client_id, position),
  unique (id),
  foreign key (agency, client_id) references client (agency, id),
  check ((outcome = 'denied') = (denial is not null)),
  -- Nothing is released without its basis, its notice, the scope of the consent and the rule for passing it on.
  check (outcome = 'denied' or (basis is not null and notice_version is not null and scope_attached and redisclosure is not null
    and package_hash is not null and cardinality(categories) > 0)),
  check (outcome = 'released' or (cardinality(categories) = 0 and package_hash is null))
);
-- The door's key: a repeat finds the row instead of making another.
create unique index disclosure_of_step on disclosure (agency, referral_id, recipient, step) where step is not null;

create table disclosure_package (
  agency text not null,
  disclosure_id uuid not null references disclosure (id),
  discloser text not null,
  recipient text not null,
  body text not null,
  fetched_at timestamptz,
  primary key (disclosure_id)
);

create function the_ledger_only_grows() returns trigger language plpgsql as $$
  begin
    raise exception 'the ledger only grows' using errcode = 'insufficient_privilege';
  end
$$;
create trigger disclosure_only_grows before update or delete or truncate on disclosure
  for each statement execute function the_ledger_only_grows();
create trigger package_stays before delete or truncate on disclosure_package
  for each statement execute function the_ledger_only_grows();

alter table disclosure enable row level security;
alter table disclosure force row level security;
alter table disclosure_package enable row level security;
alter table disclosure_package force row level security;
-- Two agencies share a release; a denial is the discloser's and the record's, never the recipient's.
create policy of_both_sides on disclosure for select to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, discloser)
    or (outcome = 'released' and recipient = nullif(current_setting('handrail.agency', true), '')));
create policy of_the_record on disclosure for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
create policy of_both_sides on disclosure_package for select to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, discloser, recipient));
create policy of_the_record on disclosure_package for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
create policy fetched on disclosure_package for update to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), ''));

grant select, insert on disclosure, disclosure_package to ${app};
grant update (fetched_at) on disclosure_package to ${app};
