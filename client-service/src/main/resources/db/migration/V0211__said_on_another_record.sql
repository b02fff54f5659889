-- Whether what another record of a person says still counts for this one: it does until they say it anew on this one, after the
-- records were merged and after they said it there.
create function still_said(of_agency text, of_client uuid, other uuid, field text) returns boolean language sql stable as $$
  select coalesce(
    (select max(act_recorded_at) from account_change where agency = of_agency and client_id = of_client and field = any (fields)),
    '-infinity') <= greatest(
    (select max(merged_at) from merge where agency = of_agency and merged in (of_client, other) and undone_at is null),
    (select max(act_recorded_at) from account_change where agency = of_agency and client_id = other and field = any (fields)))
$$;

-- What a person said on their other records of how they want to be spoken with and reached, as far as it counts for this one. A
-- card of which nothing was ever said is none.
create function said_elsewhere(of_agency text, of_client uuid)
  returns table (contact jsonb, contact_said boolean, languages text[], interpreter text, tty boolean) language sql stable as $$
  select case when still_said(of_agency, of_client, o.id, 'contact') then o.contact end,
    exists (select from account_change a where a.agency = of_agency and a.client_id = o.id and 'contact' = any (a.fields)),
    case when still_said(of_agency, of_client, o.id, 'languages') then o.languages else '{}' end,
    case when still_said(of_agency, of_client, o.id, 'interpreter') then o.interpreter end,
    o.tty and still_said(of_agency, of_client, o.id, 'tty')
  from client o
  where o.agency = of_agency and o.id in (select records_of_person(of_agency, of_client)) and o.id <> of_client
$$;
