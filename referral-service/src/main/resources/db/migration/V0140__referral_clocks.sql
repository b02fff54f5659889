-- In which order a client would go where, when they said more than their first choice; theirs alone to say.
alter table option_set_service add column rank integer check (rank >= 1);
alter table option_set_service add constraint option_set_service_ranked_once unique (option_set_id, rank);
grant update (rank) on option_set_service to ${app};

-- Which referral this one took the place of, and since when nobody answered it in time.
alter table referral_request add column rerouted_from uuid references referral;
alter table referral_request add column overdue_since timestamptz;
create unique index referral_request_rerouted on referral_request (agency, rerouted_from) where rerouted_from is not null;
create index referral_request_overdue on referral_request (agency, overdue_since) where overdue_since is not null;

-- What a clock of a referral has brought about, on the side whose clock it is.
create table referral_rung (
  referral_id uuid not null references referral,
  agency text not null,
  term text not null check (term in ('acknowledge', 'first-contact', 'follow-up', 'reoffer')),
  rung text not null check (rung ~ '^[a-z]+(-[a-z0-9]+)*$'),
  met_at timestamptz not null,
  primary key (referral_id, agency, term, rung)
);
call keep_by_agency('referral_rung');
grant select, insert on referral_rung to ${app};

-- The owner sees what is overdue only inside the function below, which tells whose it is and nothing else.
create policy of_the_overdue_sweep on referral_request for select to ${owner}
  using (current_setting('handrail.sweeping', true) = 'overdue');
create function agencies_with_overdue() returns table (agency text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'overdue', true);
      return query select distinct q.agency from referral_request q where q.overdue_since is not null;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function agencies_with_overdue from public;
grant execute on function agencies_with_overdue to ${app};

-- Where a receiver that returns a client thinks they might go: a proposal, nothing that anybody was told yet.
alter table referral_step add column proposed_service_id uuid references directory_service;
