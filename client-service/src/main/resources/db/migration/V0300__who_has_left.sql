-- Whether somebody walks with the agency no more. Whoever was only met yet has left nobody.
create function has_left(of_agency text, of_client uuid) returns boolean language sql stable as $$
  select left_at(of_agency, of_client) is not null
$$;
