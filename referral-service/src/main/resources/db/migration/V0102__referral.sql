-- What both parties of a referral share. The receiver has no row before the door released it.
create table referral (
  id uuid primary key,
  agency text not null,
  receiver_agency text not null,
  service_id uuid not null references directory_service,
  service_name text not null,
  organization_name text not null,
  purpose text not null check (purpose in ('TREAT', 'COC', 'CJ')),
  urgency text not null check (urgency in ('ROUTINE', 'URGENT')),
  created_at timestamptz not null,
  delivered_at timestamptz,
  disclosure_id uuid,
  -- Released to the receiver; codes, never what they say.
  categories text[] not null default '{}',
  -- Counts all steps, also those that one party does not see: for order, never shown.
  steps integer not null default 0,
  check (agency <> receiver_agency),
  check ((delivered_at is null) = (disclosure_id is null))
);
create index referral_out on referral (agency, created_at desc, id);
create index referral_in on referral (receiver_agency, delivered_at desc, id) where delivered_at is not null;

-- What only the requester knows of it.
create table referral_request (
  referral_id uuid primary key references referral,
  agency text not null,
  client_id uuid not null,
  option_set_id uuid not null references option_set,
  need text not null,
  required text[] not null check (cardinality(required) > 0),
  optional text[] not null,
  withheld text[] not null default '{}',
  reason text,
  way_back boolean,
  drafted_by text not null
);
create index referral_request_client on referral_request (agency, client_id);

-- What happened to it. A step belongs to the agency that took it; the other sees it once the door has released it.
create table referral_step (
  referral_id uuid not null references referral,
  seq integer not null,
  ordinal bigint generated always as identity,
  agency text not null,
  other_agency text not null,
  subject text not null,
  by_party text not null check (by_party in ('REQUESTER', 'RECEIVER', 'SYSTEM')),
  step text not null,
  status text not null,
  business_status text,
  reason text,
  refusal text,
  intake_at timestamptz,
  taken_at timestamptz not null,
  -- none: stays here; awaiting: the door is to be asked; arrived: released, the other side has not told its people yet
  crossing text not null check (crossing in ('none', 'awaiting', 'arrived', 'released', 'withheld', 'void')),
  seen_by_other boolean not null default false,
  disclosure_id uuid,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  primary key (referral_id, seq),
  check (not seen_by_other or crossing in ('none', 'arrived', 'released'))
);
create index referral_step_awaiting on referral_step (agency, ordinal) where crossing = 'awaiting';
create index referral_step_arrived on referral_step (other_agency, ordinal) where crossing = 'arrived';

alter table referral enable row level security;
alter table referral force row level security;
create policy of_both_parties on referral
  using (agency = nullif(current_setting('handrail.agency', true), '')
    or (receiver_agency = nullif(current_setting('handrail.agency', true), '') and delivered_at is not null));

alter table referral_request enable row level security;
alter table referral_request force row level security;
create policy of_the_requester on referral_request
  using (agency = nullif(current_setting('handrail.agency', true), ''));

alter table referral_step enable row level security;
alter table referral_step force row level security;
create policy of_who_took_it_and_who_may_see_it on referral_step to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    or (other_agency = nullif(current_setting('handrail.agency', true), '') and seen_by_other));
-- The owner sees rows only inside the function below, which tells whose they are and nothing else.
create policy of_the_sweeper on referral_step to ${owner}
  using (current_setting('handrail.sweeping', true) = 'crossings');

grant select, insert, update on referral, referral_request, referral_step to ${app};

create function agencies_with_crossings() returns table (agency text, referral_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'crossings', true);
      return query
        select distinct on (due.agency) due.agency, due.referral_id from (
          select s.agency, s.referral_id, s.ordinal from referral_step s where s.crossing = 'awaiting'
          union all
          select s.other_agency, s.referral_id, s.ordinal from referral_step s where s.crossing = 'arrived') due
        order by due.agency, due.ordinal;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function agencies_with_crossings from public;
grant execute on function agencies_with_crossings to ${app};

-- Who is asking the door for an agency at present: one at a time, so that what waits goes in its order.
create table door_lane (
  agency text primary key,
  held_by uuid,
  held_until timestamptz not null,
  resume_at timestamptz not null,
  failures integer not null default 0
);
grant select, insert, update on door_lane to ${app};
