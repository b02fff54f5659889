-- One agency's record of a person. Keys begin with the agency: a conflict can tell only what the agency knows.
create table client (
  agency text not null,
  id uuid not null,
  status text not null check (status in ('registered', 'active')),
  name_to_use text not null,
  pronouns text,
  languages text[] not null,
  legal_name text,
  date_of_birth date,
  contact jsonb not null,
  -- Every record is under Part 2. There is no path to false.
  part2 boolean not null default true check (part2),
  registered_at timestamptz not null,
  registered_by text not null,
  enrolled_at timestamptz,
  version bigint not null,
  primary key (agency, id),
  check ((status = 'active') = (enrolled_at is not null))
);
create index client_in_order on client (agency, registered_at, id);

-- Names that people would call the same.
create function name_key(name text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(lower(normalize(name, nfkc)), '[^[:alnum:]]+', ' ', 'g'))
$$;
create index client_same_person on client (agency, name_key(legal_name), date_of_birth);

create table assignment (
  agency text not null,
  client_id uuid not null,
  subject text not null,
  relation text not null check (relation in ('primary', 'backup', 'supervisor', 'self')),
  assigned_at timestamptz not null,
  assigned_by text not null,
  primary key (agency, client_id, subject),
  foreign key (agency, client_id) references client (agency, id)
);
create index assignment_of_subject on assignment (agency, subject, client_id);
-- An agency's record of a person has one sign-in.
create unique index assignment_self on assignment (agency, client_id) where relation = 'self';

-- The written notice of 42 CFR 2.22, as given.
create table notice_given (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  version text not null,
  language text not null,
  medium text not null check (medium in ('paper', 'electronic', 'read-aloud')),
  given_at timestamptz not null,
  given_by text not null,
  act_kind text not null,
  act_words text,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index notice_given_to on notice_given (agency, client_id, given_at);

-- The peer-support agreement: both sides sign.
create table agreement (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  version text not null,
  client_signed_at timestamptz not null,
  specialist text not null,
  act_kind text not null,
  act_words text,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index agreement_with on agreement (agency, client_id, client_signed_at);

do $$
declare name text;
begin
  foreach name in array array['client', 'assignment', 'notice_given', 'agreement'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy of_the_agency on %I to ${app} using (agency = nullif(current_setting(''handrail.agency'', true), ''''))', name);
  end loop;
end $$;

grant select, insert on client, assignment, notice_given, agreement to ${app};
grant delete on assignment to ${app};
grant update (status, enrolled_at, version) on client to ${app};
