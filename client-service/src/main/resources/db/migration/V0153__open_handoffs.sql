-- Handoffs whose new place is not reached yet: their outgoing specialist stays at the client's side. Written from
-- referral-service's events alone; a row goes when the handoff is confirmed or closed.
create table open_handoff (
  agency text not null,
  handoff_id uuid not null,
  client_id uuid not null,
  outgoing text not null,
  opened_at timestamptz not null,
  primary key (agency, handoff_id)
);
create index open_handoff_keeping on open_handoff (agency, client_id, outgoing);

alter table open_handoff enable row level security;
alter table open_handoff force row level security;
create policy of_the_agency on open_handoff to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, delete on open_handoff to ${app};
