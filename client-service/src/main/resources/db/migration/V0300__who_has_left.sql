-- Whether somebody walks with the agency no more: they were in an episode, and by none of their records are in one now. Whoever was
-- only met yet has left nobody. Runs as who asks: row security holds.
create function has_left(of_agency text, of_client uuid) returns boolean language sql stable as $$
  select coalesce(bool_and(e.status = 'closed'), false) from episode e
  where e.agency = of_agency and e.client_id in (select records_of_person(of_agency, of_client))
$$;
