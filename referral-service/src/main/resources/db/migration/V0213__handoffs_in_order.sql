-- When another time was offered last: what was missed before that is told late, and undoes nothing.
alter table handoff add column offered_at timestamptz;
-- Who came need not be offered what they had missed.
alter table handoff no force row level security;
update handoff set state = 'open', reoffer_by = null where state = 'missed' and arrived_at is not null;
alter table handoff force row level security;
alter table handoff add check (state <> 'missed' or arrived_at is null);
