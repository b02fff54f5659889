-- What was asked in an emergency and refused, until it is written down on the record of whoever it is about. Nobody is looked for
-- before that, so a client's id is only what was sent; of somebody who is no client nothing stays.
create table refused_emergency (
  agency text not null,
  id uuid not null,
  client_id uuid,
  legal_name text,
  date_of_birth date,
  recipient text not null,
  profession text not null,
  personnel text,
  facility text,
  discloser text,
  happened_at timestamptz,
  nature text,
  why_no_consent text,
  requested_at timestamptz not null,
  requested_by text not null,
  denial text not null,
  primary key (agency, id),
  check (num_nonnulls(client_id, legal_name) = 1 and (legal_name is null) = (date_of_birth is null))
);
call keep_by_agency('refused_emergency');
grant select, insert, delete on refused_emergency to ${app};
