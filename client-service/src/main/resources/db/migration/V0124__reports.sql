-- Reports that may be made without consent: the initial report of child abuse that state law demands, 42 CFR 2.12(c)(6),
-- and crimes on the premises or against personnel, 42 CFR 2.12(c)(5). What was told is the released package.
create table incident_report (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('child-abuse', 'crime')),
  recipient text not null,
  reference text not null check (reference ~ '\S'),
  made_at timestamptz not null,
  reporter text not null check (reporter ~ '\S'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  -- Which state's duty, in which edition of the configuration.
  duty text,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((kind = 'child-abuse') = (duty is not null))
);
-- The initial report and no other about the same matter.
create unique index incident_report_once on incident_report (agency, kind, recipient, reference);
create index incident_report_of_client on incident_report (agency, client_id, recorded_at, id);
call keep_by_agency('incident_report');
grant select, insert on incident_report to ${app};

create trigger report_is_on_record before insert on disclosure for each row
  when (new.matter in ('child-abuse-report', 'crime-report')) execute function the_matter_is_on_record('incident_report');
