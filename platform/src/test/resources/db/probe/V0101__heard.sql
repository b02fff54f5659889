create table heard (
  position bigint generated always as identity,
  agency text not null,
  note uuid not null,
  event uuid not null
);
alter table heard enable row level security;
alter table heard force row level security;
create policy of_the_agency on heard using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert on heard to ${app};
