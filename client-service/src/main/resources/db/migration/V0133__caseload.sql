-- How often a client wants contact, and so what they take of a caseload. It says nothing else about them.
create table client_load (
  agency text not null,
  client_id uuid not null,
  cadence text not null,
  weight numeric(5, 2) not null check (weight > 0),
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency, client_id),
  foreign key (agency, client_id) references client (agency, id)
);

-- A supervisor lets somebody carry more for a while, knowing what they do.
create table cap_raise (
  agency text not null,
  id uuid not null,
  specialist_id uuid not null,
  extra int not null check (extra between 1 and 50),
  until_day date not null,
  words text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, specialist_id) references specialist (agency, id)
);
create index cap_raise_of on cap_raise (agency, specialist_id, until_day);

-- Somebody is away, and their backups stand in. Why is nobody's business and has no place here.
create table specialist_leave (
  agency text not null,
  id uuid not null,
  specialist_id uuid not null,
  subject text not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  begun_by text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency, id),
  foreign key (agency, specialist_id) references specialist (agency, id)
);
create unique index specialist_leave_open on specialist_leave (agency, specialist_id) where ended_at is null;
create index specialist_leave_of_subject on specialist_leave (agency, subject) where ended_at is null;

call keep_by_agency('client_load', 'cap_raise', 'specialist_leave');
grant select, insert on client_load, cap_raise, specialist_leave to ${app};
grant update (cadence, weight, set_by, set_at) on client_load to ${app};
grant update (ended_at) on specialist_leave to ${app};

-- Whom somebody knows otherwise: family, a landlord, a sponsor. Only they themselves can read it.
create table dual_relationship (
  agency text not null,
  id uuid not null,
  subject text not null,
  client_id uuid,
  name text,
  born date,
  declared_at timestamptz not null,
  primary key (agency, id),
  check ((client_id is null) <> (name is null))
);
create index dual_relationship_of on dual_relationship (agency, subject);
alter table dual_relationship enable row level security;
alter table dual_relationship force row level security;
create policy of_oneself on dual_relationship to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '') and subject = nullif(current_setting('handrail.subject', true), ''));
create policy of_the_gate on dual_relationship for select to ${owner} using (current_setting('handrail.sweeping', true) = 'dual-relationship');
grant select, insert, delete on dual_relationship to ${app};

-- Whoever would assign somebody hears yes or no of the acting agency, never why.
create function knows_otherwise(who text, client uuid, names text[], birth date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare answer boolean;
    begin
      perform set_config('handrail.sweeping', 'dual-relationship', true);
      answer := exists (select from dual_relationship d
        where d.agency = nullif(current_setting('handrail.agency', true), '') and d.subject = who
          and (d.client_id = client or (name_key(d.name) in (select name_key(n) from unnest(names) n)
            and (d.born is null or birth is null or d.born = birth))));
      perform set_config('handrail.sweeping', '', true);
      return answer;
    end
  $$;
revoke all on function knows_otherwise from public;
grant execute on function knows_otherwise to ${app};
