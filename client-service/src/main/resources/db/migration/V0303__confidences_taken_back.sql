-- A confidence on the wrong record is somebody else's: who wrote it takes it back, and nobody but them can read it any more.
alter table confidence
  alter column words drop not null,
  add column withdrawn_at timestamptz,
  add check ((words is null) = (withdrawn_at is not null)),
  add check (withdrawn_at is null or act_kind is null);
create table confidence_taken_back (
  agency text not null,
  id uuid not null,
  author text not null,
  words text not null,
  primary key (agency, id),
  foreign key (agency, id) references confidence (agency, id)
);
call keep_by_agency('confidence_taken_back');
create policy of_the_author on confidence_taken_back as restrictive to ${app}
  using (author = nullif(current_setting('handrail.subject', true), ''));
grant select, insert on confidence_taken_back to ${app};
grant update (words, withdrawn_at) on confidence to ${app};
