-- Somebody's time in a grant; who comes again has a new row.
create table grant_enrollment (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  grant_code text not null,
  episode int not null check (episode > 0),
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  unique (agency, client_id, grant_code, episode),
  foreign key (agency, client_id) references client (agency, id)
);
create unique index grant_enrollment_open on grant_enrollment (agency, client_id, grant_code) where ended_on is null;
create index grant_enrollment_in_order on grant_enrollment (agency, grant_code, started_on, id);

-- What was reported, and what the client refused. Rows are only added: the latest counts.
create table report_part (
  agency text not null,
  id uuid not null,
  enrollment_id uuid not null,
  point text not null check (point in ('baseline', 'reassessment', 'annual', 'closeout')),
  number int not null check (number > 0),
  part text not null check (part in ('a', 'c')),
  outcome text not null check (outcome in ('completed', 'refused')),
  done_on date not null,
  answers jsonb not null,
  form_edition text not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, enrollment_id) references grant_enrollment (agency, id),
  -- The client's own part is theirs to give or to refuse; the other comes from records and cannot be refused.
  check (part = 'a' or act_kind is not null),
  check (part = 'c' or outcome = 'completed'),
  check (outcome = 'completed' or answers = '{}'::jsonb)
);
create index report_part_of on report_part (agency, enrollment_id, point, number, part, recorded_at desc);

call keep_by_agency('grant_enrollment', 'report_part');
grant select, insert on grant_enrollment, report_part to ${app};
grant update (ended_on) on grant_enrollment to ${app};
