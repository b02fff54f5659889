-- Shifts as they were stayed or will be: none is longer than its agreement, and what was withdrawn is none.
create view companion_shift_held with (security_invoker = true) as
  select s.agency, s.id, s.agreement_id, a.client_id, s.companion, s.relief, s.starts_at, least(s.ends_at, a.ended_at) as ends_at
  from companion_shift s join companion_agreement a on a.agency = s.agency and a.id = s.agreement_id
  where (a.ended_at is null or a.ended_at > s.starts_at) and not is_withdrawn(s.agency, s.id);
grant select on companion_shift_held to ${app};
create index companion_shift_of_relief on companion_shift (agency, relief, starts_at) where relief is not null;

-- Who put it into the itinerary; of legs from before, the companion answers for them.
alter table companion_leg add column planned_by text;
