-- Whether it is on record that somebody died, on whichever of their records. Who is there again, since it was a mistake, did not.
create function has_died(of_agency text, of_client uuid) returns boolean language sql stable as $$
  select exists (select from episode e
    where e.agency = of_agency and e.client_id in (select records_of_person(of_agency, of_client)) and e.reason = 'died'
      and not exists (select from episode later
        where later.agency = of_agency and later.client_id = e.client_id and later.opened_at >= e.closed_at))
$$;

-- Since when no time of somebody with the agency goes on, on whichever of their records it was. Null while one does, or there was none.
create function left_at(of_agency text, of_client uuid) returns timestamptz language sql stable as $$
  select case when bool_and(e.status = 'closed') then max(e.closed_at) end from episode e
  where e.agency = of_agency and e.client_id in (select records_of_person(of_agency, of_client))
$$;
