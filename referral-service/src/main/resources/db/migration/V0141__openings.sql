-- A need that several places are asked about, before any of them may know whose it is.
create table opening (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  option_set_id uuid not null references option_set,
  need text not null,
  area text not null,
  purpose text not null check (purpose in ('TREAT', 'COC', 'CJ')),
  urgency text not null check (urgency in ('ROUTINE', 'URGENT')),
  required text[] not null check (cardinality(required) > 0),
  optional text[] not null,
  reason text,
  opened_by text not null,
  opened_at timestamptz not null,
  -- What came of it, once somebody claimed it.
  referral_id uuid references referral
);
create index opening_client on opening (agency, client_id);
call keep_by_agency('opening');
grant select, insert, update on opening to ${app};

-- What one place is shown of it: codes and nobody. It belongs to both.
create table opening_offer (
  id uuid primary key,
  opening_id uuid not null references opening,
  agency text not null,
  requester_agency text not null,
  service_id uuid not null references directory_service,
  service_name text not null,
  organization_name text not null,
  need text not null,
  area text not null,
  urgency text not null,
  offered_at timestamptz not null,
  claimed_at timestamptz,
  gone_at timestamptz,
  unique (opening_id, service_id),
  check (agency <> requester_agency)
);
create index opening_offer_waiting on opening_offer (agency, offered_at desc, id) where gone_at is null;
alter table opening_offer enable row level security;
alter table opening_offer force row level security;
create policy of_both_parties on opening_offer to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    or requester_agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update on opening_offer to ${app};

-- How it ended, once: whoever writes this row first has it. That it is taken is all that the key tells anybody else.
create table opening_end (
  opening_id uuid primary key references opening,
  requester_agency text not null,
  -- Who claimed it; nobody when it was withdrawn.
  agency text,
  offer_id uuid references opening_offer,
  ended_by text not null,
  ended_at timestamptz not null,
  settled_at timestamptz,
  check ((agency is null) = (offer_id is null))
);
create index opening_end_unsettled on opening_end (requester_agency, ended_at) where settled_at is null;
alter table opening_end enable row level security;
alter table opening_end force row level security;
create policy of_both_parties on opening_end to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    or requester_agency = nullif(current_setting('handrail.agency', true), ''));
create policy of_the_sweeper on opening_end for select to ${owner}
  using (current_setting('handrail.sweeping', true) = 'openings');
grant select, insert, update on opening_end to ${app};

create function agencies_with_ended_openings() returns table (agency text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'openings', true);
      return query select distinct e.requester_agency from opening_end e where e.settled_at is null;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function agencies_with_ended_openings from public;
grant execute on function agencies_with_ended_openings to ${app};
