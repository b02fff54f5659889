-- Which of an agency's people are on leave, kept from client-service's events where a service needs it.
create table specialist_absence (
  agency text not null,
  leave_id uuid not null,
  subject text not null,
  -- From when on they are there again; absent until somebody says so.
  back_at timestamptz,
  primary key (agency, leave_id)
);
create index specialist_absence_of on specialist_absence (agency, subject);

alter table specialist_absence enable row level security;
alter table specialist_absence force row level security;
create policy of_the_agency on specialist_absence
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update, delete on specialist_absence to ${app};
