-- What somebody's papers say of them may be told later, and put right.
grant update (legal_name, date_of_birth) on client to ${app};

-- What stood there before a change, for the client and the privacy officers: by it they judge whether it was put right.
create table identity_before (
  agency text not null,
  change_id uuid not null,
  legal_name text,
  date_of_birth date,
  primary key (agency, change_id),
  foreign key (agency, change_id) references account_change (agency, id)
);
call keep_by_agency('identity_before');
grant select, insert on identity_before to ${app};

-- The date of birth that stood on a record at that time.
create function born_as_known_at(of_agency text, of_client uuid, at timestamptz) returns date language sql stable as $$
  select case when later.change_id is null then c.date_of_birth else later.date_of_birth end
  from client c left join lateral (
    select b.change_id, b.date_of_birth from account_change a
    join identity_before b on b.agency = a.agency and b.change_id = a.id
    where a.agency = of_agency and a.client_id = of_client and a.act_recorded_at > at
    order by a.act_recorded_at limit 1) later on true
  where c.agency = of_agency and c.id = of_client
$$;
