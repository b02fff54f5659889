-- Where a service went to another agency and back, places that its agency still keeps were counted no more.
alter table capacity no force row level security;
alter table capacity_hold no force row level security;
update capacity c set held = own.kept, free = greatest(c.free, own.kept + c.taken),
  total = greatest(c.total, own.kept + c.taken)
from (select k.id, count(h.id)::integer as kept from capacity k
  left join capacity_hold h on h.capacity_id = k.id and h.agency = k.agency and h.state = 'active'
  group by k.id) own
where own.id = c.id and own.kept <> c.held;
alter table capacity force row level security;
alter table capacity_hold force row level security;
