create table note (
  agency text not null,
  id uuid primary key,
  words text not null,
  version bigint not null
);
alter table note enable row level security;
alter table note force row level security;
create policy of_the_agency on note using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update on note to ${app};
