-- Which sign-ins the agency has seen as those of clients: no other one opens a record, and nothing more is kept of whose they are.
create table client_sign_in (
  agency text not null,
  subject text not null,
  seen_on date not null,
  primary key (agency, subject)
);
call keep_by_agency('client_sign_in');
grant select, insert, update on client_sign_in to ${app};

-- A sign-in is given to one record of an agency. It opens another one for as long as the two are merged, and the merge cannot be
-- undone over it.
alter table merge add column open boolean not null generated always as (undone_at is null) stored,
  add unique (agency, id, open);
alter table assignment add column by_merge uuid, add check (by_merge is null or relation = 'self'),
  add column of_open_merge boolean generated always as (case when by_merge is not null then true end) stored,
  add foreign key (agency, by_merge, of_open_merge) references merge (agency, id, open);
create index assignment_by_merge on assignment (agency, by_merge) where by_merge is not null;

alter table merge no force row level security;
alter table client no force row level security;
alter table assignment no force row level security;
update assignment a set by_merge = m.id
from merge m, assignment given
where m.agency = a.agency and m.surviving = a.client_id and m.undone_at is null and a.relation = 'self'
  and given.agency = a.agency and given.client_id = m.merged and given.subject = a.subject and given.relation = 'self'
  and given.assigned_at < a.assigned_at;
-- After a merge that was undone already, the sign-in is that of the record to which it was given first.
with taken as (
  delete from assignment a using assignment given
  where a.relation = 'self' and a.by_merge is null and given.relation = 'self' and given.by_merge is null
    and given.agency = a.agency and given.subject = a.subject
    and (given.assigned_at, given.client_id) < (a.assigned_at, a.client_id)
  returning a.agency, a.client_id, a.subject
), changed as (
  update client c set version = c.version + 1 from taken t where c.agency = t.agency and c.id = t.client_id
  returning c.agency, c.id, c.version, t.subject
)
insert into outbox (event_id, topic, type, aggregate_id, aggregate_version, agency, extensions, data, occurred_at)
select gen_random_uuid(), 'handrail.client.v1', 'org.handrail.client.unassigned.v1', id::text, version, agency, '{}',
  jsonb_build_object('clientId', id, 'subject', subject), now()
from changed;
alter table merge force row level security;
alter table client force row level security;
alter table assignment force row level security;

create unique index assignment_sign_in on assignment (agency, subject) where relation = 'self' and by_merge is null;
