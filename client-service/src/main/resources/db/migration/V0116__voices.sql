-- What the client says to anything that is kept about them.
create table annotation (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  about_kind text not null check (about_kind ~ '^[a-z]+(-[a-z]+)*$'),
  about_id uuid not null,
  words text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index annotation_of on annotation (agency, client_id, act_recorded_at, id);

-- What a client complains of. Only the agency's privacy officers and the client read it.
create table complaint (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  words text not null,
  channel_version text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index complaint_of on complaint (agency, client_id, act_recorded_at, id);
create index complaint_in_order on complaint (agency, act_recorded_at, id);

create table complaint_answer (
  agency text not null,
  complaint_id uuid not null,
  words text not null,
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (agency, complaint_id),
  foreign key (agency, complaint_id) references complaint (agency, id)
);

-- What stays between the client and the one who wrote it down. The database knows the two as well.
create table confidence (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('confidence', 'growth-area')),
  words text not null,
  author text not null,
  written_at timestamptz not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (kind = 'growth-area' or act_kind is null)
);
create index confidence_of on confidence (agency, client_id, written_at, id);
call keep_by_agency('annotation', 'complaint', 'complaint_answer', 'confidence');
create policy of_the_two on confidence as restrictive to ${app}
  using (author = nullif(current_setting('handrail.subject', true), '')
    or exists (select from assignment a where a.agency = confidence.agency and a.client_id = confidence.client_id
      and a.relation = 'self' and a.subject = nullif(current_setting('handrail.subject', true), '')));
grant select, insert on annotation, complaint, complaint_answer, confidence to ${app};
grant update (act_kind, act_at, act_words, act_recorded_by, act_recorded_at) on confidence to ${app};
