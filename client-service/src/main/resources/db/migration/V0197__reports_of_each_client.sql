-- One case of an authority may be about several clients, and of each there is an initial report.
drop index incident_report_once;
create unique index incident_report_once on incident_report (agency, client_id, kind, recipient, reference_key);
