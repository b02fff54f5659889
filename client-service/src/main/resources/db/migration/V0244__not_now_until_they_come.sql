-- What a client said is not over by a mark on it, but by their coming, as long as that stands: when it is withdrawn, their word
-- holds again. One of each client's can be open.
alter table not_now no force row level security;
alter table attempt no force row level security;
update not_now n set ended_at = null
from (
  select distinct on (s.agency, s.client_id) s.agency, s.id
  from not_now s join attempt a on a.agency = s.agency and a.client_id = s.client_id and a.initiative = 'client'
    and a.recorded_at = s.ended_at and a.attempted_at > s.act_at
  where not exists (select from not_now o where o.agency = s.agency and o.client_id = s.client_id and o.ended_at is null)
  order by s.agency, s.client_id, s.act_at desc, s.act_recorded_at desc
) last
where n.agency = last.agency and n.id = last.id;
alter table attempt force row level security;
alter table not_now force row level security;
