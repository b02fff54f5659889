-- Asking how it goes, 7 and 30 days after the delivery, or after the person came: of each referral, with a handoff or without one.
create table referral_follow_up (
  referral_id uuid not null references referral,
  agency text not null,
  since text not null check (since in ('delivery', 'arrival')),
  day integer not null check (day > 0),
  due_at timestamptz not null,
  asked_at timestamptz,
  outcome text check (outcome in ('engaged', 'left', 'not-reached', 'not-there')),
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  done_by text,
  done_at timestamptz,
  primary key (referral_id, since, day),
  check ((outcome is null) = (done_by is null) and (outcome is null) = (done_at is null)),
  check (act_kind is null or outcome <> 'not-reached'),
  check (outcome <> 'not-there' or since = 'delivery')
);
alter table handoff no force row level security;
alter table handoff_follow_up no force row level security;
-- Of a referral that was handed over twice, what was answered.
insert into referral_follow_up (referral_id, agency, since, day, due_at, asked_at, outcome, act_kind, act_at, act_words,
  act_recorded_by, act_recorded_at, done_by, done_at)
select distinct on (h.referral_id, f.day) h.referral_id, f.agency, 'arrival', f.day, f.due_at, f.asked_at, f.outcome, f.act_kind,
  f.act_at, f.act_words, f.act_recorded_by, f.act_recorded_at, f.done_by, f.done_at
from handoff_follow_up f join handoff h on h.id = f.handoff_id
order by h.referral_id, f.day, f.outcome is null, f.asked_at nulls last;
alter table handoff force row level security;
drop table handoff_follow_up;
call keep_by_agency('referral_follow_up');
grant select, insert, update, delete on referral_follow_up to ${app};
