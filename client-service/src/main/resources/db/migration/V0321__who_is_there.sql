-- Whether it is on record that somebody died, on whichever of their records. Who is there again by any of these, since it was a mistake,
-- did not.
create or replace function has_died(of_agency text, of_client uuid) returns boolean language sql stable as $$
  select exists (select from episode e
    where e.agency = of_agency and e.client_id in (select records_of_person(of_agency, of_client)) and e.reason = 'died'
      and not exists (select from episode later
        where later.agency = of_agency and later.client_id in (select records_of_person(of_agency, of_client))
          and later.opened_at >= e.closed_at))
$$;

-- Whether somebody is there to be reminded of: they neither died, nor left without having been met since.
create function is_there(of_agency text, of_client uuid, met timestamptz) returns boolean language sql stable as $$
  select not has_died(of_agency, of_client) and coalesce(left_at(of_agency, of_client) < met, left_at(of_agency, of_client) is null)
$$;
