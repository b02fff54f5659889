-- A person goes from one place of the continuum to another, and somebody stays with them until the new place is in touch.
-- What stands here stays with the agency that hands over: what the other side did comes through the door, as an answer to the referral.
create table handoff (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  referral_id uuid not null references referral,
  from_referral_id uuid references referral,
  from_step text check (from_step in ('detox', 'residential', 'intensive-outpatient', 'outpatient', 'residence', 'aftercare')),
  to_step text not null check (to_step in ('detox', 'residential', 'intensive-outpatient', 'outpatient', 'residence', 'aftercare')),
  -- Stays assigned until contact is confirmed by both.
  outgoing text not null,
  state text not null check (state in ('open', 'met', 'missed', 'confirmed', 'closed')),
  planned_at timestamptz,
  opened_at timestamptz not null,
  reoffer_by timestamptz,
  -- When the person came, as the incoming side said it through the door.
  arrived_at timestamptz,
  -- The client's own word that they are in contact.
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  -- No word for blame.
  closed_reason text check (closed_reason in
    ('moved-on', 'client-chose-otherwise', 'place-not-available', 'not-now', 'entered-in-error')),
  closed_at timestamptz,
  version bigint not null default 0,
  check (from_referral_id <> referral_id),
  check (state <> 'confirmed' or (arrived_at is not null and act_kind is not null)),
  check ((state = 'closed') = (closed_reason is not null) and (state = 'closed') = (closed_at is not null)),
  check ((state = 'missed') = (reoffer_by is not null)),
  check ((act_kind is null) = (act_at is null) and (act_kind is null) = (act_recorded_by is null)
    and (act_kind is null) = (act_recorded_at is null))
);
create index handoff_client on handoff (agency, client_id, opened_at desc, id desc);
create unique index handoff_of_referral on handoff (agency, referral_id) where state <> 'closed';
create index handoff_from_referral on handoff (agency, from_referral_id) where from_referral_id is not null;

-- Who of the two sides met whom, with the person there; or that it did not come to it.
create table handoff_meeting (
  handoff_id uuid not null references handoff,
  agency text not null,
  number integer not null,
  held boolean not null,
  at timestamptz not null,
  mode text not null check (mode in ('face-to-face', 'phone', 'video')),
  place text not null check (place in ('new-place', 'earlier-place', 'our-place', 'clients-place', 'community', 'remote')),
  outgoing_person text not null,
  -- By what they are there: names of another agency's people are not kept here.
  incoming_person text check (incoming_person in ('intake', 'clinician', 'peer', 'house-lead', 'other')),
  recorded_at timestamptz not null,
  primary key (handoff_id, number),
  check (held = (incoming_person is not null))
);

-- Asking how it goes, 7 and 30 days after the person came.
create table handoff_follow_up (
  handoff_id uuid not null references handoff,
  agency text not null,
  day integer not null check (day > 0),
  due_at timestamptz not null,
  asked_at timestamptz,
  outcome text check (outcome in ('engaged', 'left', 'not-reached')),
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  done_by text,
  done_at timestamptz,
  primary key (handoff_id, day),
  check ((outcome is null) = (done_by is null) and (outcome is null) = (done_at is null)),
  check (act_kind is null or outcome <> 'not-reached')
);

call keep_by_agency('handoff', 'handoff_meeting', 'handoff_follow_up');
grant select, insert, update on handoff, handoff_follow_up to ${app};
grant select, insert on handoff_meeting to ${app};
