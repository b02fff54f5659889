-- Who stands by somebody no longer does so by the client's act. Of those of before it is not known by whose.
alter table supporter add column ended_by text, add column end_kind text, add column end_said_at timestamptz, add column end_words text,
  add check ((ended_by is null) = (end_kind is null) and (ended_by is null) = (end_said_at is null)),
  add check (ended_by is null or ended_at is not null);
grant update (ended_by, end_kind, end_said_at, end_words) on supporter to ${app};

-- What is demanded was told amiss, and stands as it was told then; or nobody demands it any more.
alter table obligation add column corrects uuid, add foreign key (agency, corrects) references obligation (agency, id);
create unique index obligation_corrects on obligation (agency, corrects) where corrects is not null;
create table obligation_end (
  agency text not null,
  obligation_id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, obligation_id),
  foreign key (agency, obligation_id) references obligation (agency, id)
);
call keep_by_agency('obligation_end');
grant select, insert on obligation_end to ${app};
