-- Who of the agency was told that there is no such thing: one row for each person, kind of address and hour. Which id they named is not
-- kept, so that a row is the same whether there was something or not.
create table denied_attempt (
  agency text not null,
  id uuid not null,
  subject text not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  hour timestamptz not null,
  tried_at timestamptz not null,
  primary key (agency, id),
  unique (agency, subject, kind, hour)
);
create index denied_attempt_of_agency on denied_attempt (agency, tried_at, id);
call keep_by_agency('denied_attempt');
grant select, insert on denied_attempt to ${app};
