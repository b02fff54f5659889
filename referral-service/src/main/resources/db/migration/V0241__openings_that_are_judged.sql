-- Whether the door was asked about an opening's places once more, as soon as it could be heard of: those until now were, or are at the claim.
alter table opening add column judged boolean not null default true;
alter table opening alter column judged set default false;
create index opening_unjudged on opening (agency, opened_at) where not judged;
create policy of_the_sweeper on opening for select to ${owner}
  using (current_setting('handrail.sweeping', true) = 'openings');
drop function agencies_with_ended_openings();
create function agencies_with_openings_to_settle() returns table (agency text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'openings', true);
      return query
        select e.requester_agency from opening_end e where e.settled_at is null
        union
        select o.agency from opening o
        where not o.judged and not exists (select from opening_end e where e.opening_id = o.id);
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function agencies_with_openings_to_settle from public;
grant execute on function agencies_with_openings_to_settle to ${app};

-- The places of an opening are asked in the same moment, and shown in the order in which the client would go there.
alter table opening_offer add column ordinal bigint generated always as identity;
