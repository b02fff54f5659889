-- One incident may be about several clients: each is reported initially once, and each one's ledger has its own row.
drop index incident_report_once;
create unique index incident_report_once on incident_report (agency, client_id, kind, recipient, reference_key);
