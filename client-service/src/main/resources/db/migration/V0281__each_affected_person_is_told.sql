-- Whoever is named after a mailing is written to by another one; what was recorded by mistake stays in sight and counts for nothing.
alter table breach_notice add id uuid not null default gen_random_uuid(), add entered_in_error_at timestamptz,
  add entered_in_error_by text, add check ((entered_in_error_at is null) = (entered_in_error_by is null));
alter table breach_notice alter id drop default, drop constraint breach_notice_pkey, add primary key (agency, id);
create index breach_notice_of on breach_notice (agency, breach_id, sent_at, id);
create unique index breach_notice_once on breach_notice (agency, breach_id, whom)
  where whom <> 'individuals' and entered_in_error_at is null;

alter table breach_person add notice_id uuid, add taken_back_at timestamptz, add taken_back_by text,
  add check ((taken_back_at is null) = (taken_back_by is null)),
  add foreign key (agency, notice_id) references breach_notice (agency, id);
-- Nobody knows who was named after the one notice that there was: it counts as everybody's.
alter table breach_notice no force row level security;
alter table breach_person no force row level security;
update breach_person p set notice_id = n.id
from breach_notice n where n.agency = p.agency and n.breach_id = p.breach_id and n.whom = 'individuals';
alter table breach_notice force row level security;
alter table breach_person force row level security;

grant update (entered_in_error_at, entered_in_error_by) on breach_notice to ${app};
grant update (notice_id, taken_back_at, taken_back_by) on breach_person to ${app};
