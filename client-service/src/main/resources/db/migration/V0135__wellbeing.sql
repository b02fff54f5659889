-- Who answers at which hours.
create table on_call (
  agency text not null,
  id uuid not null,
  specialist_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, specialist_id) references specialist (agency, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index on_call_at on on_call (agency, ends_at, starts_at);

-- After an overdose or a death somebody talks with those who walked along. Of whom it was is not kept here.
create table debrief (
  agency text not null,
  id uuid not null,
  subject text not null,
  after_event text not null check (after_event in ('overdose', 'death')),
  offered_at timestamptz not null,
  answer text check (answer in ('held', 'declined')),
  answered_at timestamptz,
  primary key (agency, id),
  check ((answer is null) = (answered_at is null))
);
create index debrief_of on debrief (agency, subject, offered_at, id);
create index debrief_in_order on debrief (agency, offered_at, id);

-- Supervision is about the specialist. A client's id has no place in its notes.
create table supervision_session (
  agency text not null,
  id uuid not null,
  specialist_id uuid not null,
  supervisor text not null,
  held_at timestamptz not null,
  day date not null,
  minutes int not null check (minutes between 1 and 480),
  one_to_one boolean not null,
  notes text check (notes !~* '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, specialist_id) references specialist (agency, id)
);
create index supervision_session_of on supervision_session (agency, specialist_id, held_at, id);

call keep_by_agency('on_call', 'debrief', 'supervision_session');
grant select, insert on on_call, debrief, supervision_session to ${app};
grant delete on on_call to ${app};
grant update (answer, answered_at) on debrief to ${app};

-- How specialists are themselves, for nobody's eyes but theirs: no supervisor's, no admin's.
create table wellness_entry (
  agency text not null,
  id uuid not null,
  subject text not null,
  kind text not null check (kind in ('check', 'note', 'return-to-use')),
  feelings jsonb not null,
  words text,
  written_at timestamptz not null,
  primary key (agency, id)
);
create index wellness_entry_of on wellness_entry (agency, subject, written_at, id);

create table wellness_plan (
  agency text not null,
  subject text not null,
  sections jsonb not null,
  version bigint not null check (version > 0),
  primary key (agency, subject)
);

-- That one asks another for a talk: those two know.
create table asked_talk (
  agency text not null,
  id uuid not null,
  from_subject text not null,
  to_subject text not null check (to_subject <> from_subject),
  asked_at timestamptz not null,
  primary key (agency, id)
);
create index asked_talk_of on asked_talk (agency, to_subject, asked_at);

do $$
declare name text;
begin
  foreach name in array array['wellness_entry', 'wellness_plan'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy of_oneself on %I to ${app} using (agency = nullif(current_setting(''handrail.agency'', true), '''')
        and subject = nullif(current_setting(''handrail.subject'', true), ''''))', name);
  end loop;
end $$;
alter table asked_talk enable row level security;
alter table asked_talk force row level security;
create policy of_the_two on asked_talk for select to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    and nullif(current_setting('handrail.subject', true), '') in (from_subject, to_subject));
create policy of_who_asks on asked_talk for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), '')
    and from_subject = nullif(current_setting('handrail.subject', true), ''));
grant select, insert, delete on wellness_entry to ${app};
grant select, insert on wellness_plan, asked_talk to ${app};
grant update (sections, version) on wellness_plan to ${app};
