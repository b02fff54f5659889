-- Whom a client would like to walk with, as they said it, and who looked with it: the audit of filters on protected traits (V5, R18).
create table matching (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  languages text[] not null,
  cultures text[] not null,
  gender text,
  lived_experience text[] not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  searched_by text not null,
  searched_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  -- Nobody is picked by a protected trait but by the client's own word.
  check ((gender is null and cardinality(cultures) = 0) or act_kind is not null)
);
create index matching_for on matching (agency, client_id, searched_at, id);
create index matching_in_order on matching (agency, searched_at, id);

-- A client would rather walk with somebody else. There is no place for a reason, nor for words.
create table specialist_change (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  warm boolean not null,
  wanted uuid,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text check (act_words is null),
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  outgoing text,
  incoming text,
  settled_at timestamptz,
  met_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((incoming is null) = (settled_at is null)),
  check (met_at is null or settled_at is not null)
);
create index specialist_change_of on specialist_change (agency, client_id, act_recorded_at, id);
create unique index specialist_change_open on specialist_change (agency, client_id) where settled_at is null;

call keep_by_agency('matching', 'specialist_change');
grant select, insert on matching, specialist_change to ${app};
grant update (outgoing, incoming, settled_at, met_at) on specialist_change to ${app};

-- How the client finds walking with a specialist (V8). Theirs and the specialist's; a supervisor sees it where the client says so.
create table relationship_rating (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  specialist text not null,
  heard smallint check (heard between 0 and 10),
  respected smallint check (respected between 0 and 10),
  my_way smallint check (my_way between 0 and 10),
  good_together smallint check (good_together between 0 and 10),
  words text,
  learned text,
  shared boolean not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index relationship_rating_by on relationship_rating (agency, client_id, act_recorded_at, id);

-- What the specialist learned, for the client alone.
create table relationship_reply (
  agency text not null,
  rating_id uuid not null,
  client_id uuid not null,
  specialist text not null,
  learned text not null,
  replied_at timestamptz not null,
  primary key (agency, rating_id),
  foreign key (agency, rating_id) references relationship_rating (agency, id)
);

alter table relationship_rating enable row level security;
alter table relationship_rating force row level security;
alter table relationship_reply enable row level security;
alter table relationship_reply force row level security;
create policy of_the_two on relationship_rating to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '') and (shared
    or specialist = nullif(current_setting('handrail.subject', true), '')
    or exists (select from assignment a where a.agency = relationship_rating.agency and a.client_id = relationship_rating.client_id
      and a.relation = 'self' and a.subject = nullif(current_setting('handrail.subject', true), ''))))
  with check (agency = nullif(current_setting('handrail.agency', true), '')
    and (specialist = nullif(current_setting('handrail.subject', true), '')
    or exists (select from assignment a where a.agency = relationship_rating.agency and a.client_id = relationship_rating.client_id
      and a.relation = 'self' and a.subject = nullif(current_setting('handrail.subject', true), ''))));
create policy of_the_two on relationship_reply to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    and (specialist = nullif(current_setting('handrail.subject', true), '')
    or exists (select from assignment a where a.agency = relationship_reply.agency and a.client_id = relationship_reply.client_id
      and a.relation = 'self' and a.subject = nullif(current_setting('handrail.subject', true), ''))));
grant select, insert on relationship_rating, relationship_reply to ${app};
