-- References of one authority differ by more than capitals and blanks. Of those that were written down twice the first one holds.
alter table incident_report add reference_key text;
alter table incident_report no force row level security;
with keyed as (
  select agency, id, lower(regexp_replace(reference, '\s', '', 'g')) as key,
    row_number() over (partition by agency, kind, recipient, lower(regexp_replace(reference, '\s', '', 'g')) order by recorded_at, id) as nth
  from incident_report)
update incident_report r set reference_key = k.key || case when k.nth = 1 then '' else ' ' || k.nth end
  from keyed k where k.agency = r.agency and k.id = r.id;
alter table incident_report force row level security;
alter table incident_report alter reference_key set not null;
drop index incident_report_once;
create unique index incident_report_once on incident_report (agency, kind, recipient, reference_key);
