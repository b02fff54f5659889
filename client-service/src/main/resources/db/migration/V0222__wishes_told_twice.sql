-- Whoever may not know that the client wishes for somebody else already is answered as if nobody had told of it yet. So each who
-- writes it down has one that waits, and all of a client are settled together: the later ones with the one that was told first.
drop index specialist_change_open;
create unique index specialist_change_open on specialist_change (agency, client_id, act_recorded_by) where settled_at is null;
alter table specialist_change add column settled_with uuid;
alter table specialist_change add check (settled_with is null or settled_at is not null);
alter table specialist_change add foreign key (agency, settled_with) references specialist_change (agency, id);
create index specialist_change_together on specialist_change (agency, settled_with) where settled_with is not null;
grant update (settled_with) on specialist_change to ${app};
