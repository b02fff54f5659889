-- Somebody was met and nobody was asked who they are. A day, a kind of place and what was given; no column for anybody, none that
-- points to a client, and none in any client's table that points here.
create table outreach_contact (
  agency text not null,
  id uuid not null,
  met_on date not null,
  place text not null,
  naloxone int not null check (naloxone between 0 and 100),
  test_strips int not null check (test_strips between 0 and 1000),
  other_supplies int not null check (other_supplies between 0 and 1000),
  words text,
  met_by text not null,
  -- Nobody pays for somebody without a name.
  billable boolean not null default false check (not billable),
  primary key (agency, id)
);
create index outreach_contact_in_order on outreach_contact (agency, met_by, met_on, id);
create index outreach_contact_of_all on outreach_contact (agency, met_on, id);
call keep_by_agency('outreach_contact');
grant select, insert on outreach_contact to ${app};
