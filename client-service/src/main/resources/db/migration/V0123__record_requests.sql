-- Requests for records that are no referral: the client's own, a court's, an auditor's. Whether the person that somebody
-- names is a client stands nowhere here until the privacy officer links the two.
create table record_request (
  agency text not null,
  id uuid not null,
  kind text not null check (kind in ('own-access', 'legal-process', 'audit', 'research', 'public-health', 'other')),
  process text check (process in ('subpoena', 'warrant', 'search', 'police', 'court-order', 'other')),
  requester text not null,
  organization text,
  words text not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  due_at timestamptz,
  status text not null check (status in ('open', 'on-hold', 'released-from-hold', 'answered')),
  client_id uuid,
  linked_at timestamptz,
  linked_by text,
  order_court text,
  order_reference text,
  order_section text check (order_section ~ '^2\.6[4-7]$'),
  order_issued_on date,
  subpoena_reference text,
  subpoena_issued_on date,
  answered_at timestamptz,
  answered_by text,
  answer text check (answer in ('given', 'refused', 'neither-confirmed-nor-denied')),
  version bigint not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((kind = 'legal-process') = (process is not null)),
  check (num_nulls(client_id, linked_at, linked_by) in (0, 3)),
  check (num_nulls(order_court, order_reference, order_section, order_issued_on) in (0, 4)),
  check (num_nulls(subpoena_reference, subpoena_issued_on) in (0, 2)),
  check (num_nulls(answered_at, answered_by, answer) in (0, 3)),
  check ((status = 'answered') = (answered_at is not null)),
  -- Neither the police nor a subpoena alone opens anything: the order of a court under subpart E and a subpoena do.
  check (kind <> 'legal-process' or status <> 'open'),
  check (kind = 'legal-process' or status in ('open', 'answered')),
  check (status <> 'released-from-hold' or (order_reference is not null and subpoena_reference is not null)),
  check (kind <> 'legal-process' or answer is null or answer <> 'given'
    or (order_reference is not null and subpoena_reference is not null)),
  check ((kind = 'own-access') = (due_at is not null))
);
create index record_request_in_order on record_request (agency, recorded_at, id);
create index record_request_waiting on record_request (agency, recorded_at, id) where status <> 'answered';
create index record_request_of_client on record_request (agency, client_id, recorded_at) where client_id is not null;
call keep_by_agency('record_request');
grant select, insert on record_request to ${app};
grant update (status, client_id, linked_at, linked_by, order_court, order_reference, order_section, order_issued_on,
  subpoena_reference, subpoena_issued_on, answered_at, answered_by, answer, version) on record_request to ${app};

create trigger court_order_is_on_record before insert on disclosure for each row
  when (new.matter = 'court-order') execute function the_matter_is_on_record('record_request');
