-- Services that somebody misses in the directory. Who proposed one is seen by nobody else: it may have been a client.
create table resource_proposal (
  id uuid primary key,
  agency text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  organization text not null,
  need text not null,
  area text not null,
  phone text,
  email text,
  url text,
  state text not null default 'proposed'
    check (state in ('proposed', 'accepted', 'declined', 'duplicate', 'withdrawn')),
  reason text,
  duplicate_of uuid references directory_service,
  version bigint not null default 0,
  check (phone is not null or email is not null or url is not null),
  check ((state = 'declined') = (reason is not null)),
  check ((state = 'duplicate') = (duplicate_of is not null))
);
create index resource_proposal_in_order on resource_proposal (proposed_at desc, id desc);
create index resource_proposal_of_proposer on resource_proposal (agency, proposed_by, proposed_at desc, id desc);
alter table resource_proposal enable row level security;
alter table resource_proposal force row level security;
create policy of_the_agency_and_the_coalition on resource_proposal to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'))
  with check (nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'));
grant select, insert, update on resource_proposal to ${app};

-- What became of it, step by step.
create table resource_proposal_step (
  proposal_id uuid not null references resource_proposal,
  version bigint not null,
  agency text not null,
  state text not null,
  reason text,
  at timestamptz not null,
  primary key (proposal_id, version)
);
alter table resource_proposal_step enable row level security;
alter table resource_proposal_step force row level security;
create policy of_the_agency_and_the_coalition on resource_proposal_step to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'))
  with check (nullif(current_setting('handrail.agency', true), '') in (agency, 'coalition'));
grant select, insert on resource_proposal_step to ${app};
