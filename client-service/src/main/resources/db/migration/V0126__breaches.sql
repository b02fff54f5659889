-- Incidents that count as a breach until four factors show otherwise (42 CFR 2.16(b), 45 CFR 164.400 to 164.414).
create table breach (
  agency text not null,
  id uuid not null,
  discovered_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  what text not null check (what ~ '\S'),
  affected int not null check (affected >= 0),
  most_in_one_state int not null check (most_in_one_state between 0 and affected),
  nature text,
  who_got_it text,
  acquired text,
  mitigation text,
  low_probability boolean,
  assessed_at timestamptz,
  assessed_by text,
  version bigint not null,
  primary key (agency, id),
  check (discovered_at <= recorded_at + interval '2 minutes'),
  -- Only all four factors together may say that it was none.
  check (num_nulls(nature, who_got_it, acquired, mitigation, low_probability, assessed_at, assessed_by) in (0, 7))
);
create index breach_in_order on breach (agency, recorded_at, id);

create table breach_notice (
  agency text not null,
  breach_id uuid not null,
  whom text not null check (whom in ('individuals', 'hhs', 'media')),
  how text not null check (how in ('first-class-mail', 'e-mail', 'web-form', 'press')),
  sent_at timestamptz not null,
  sent_by text not null,
  primary key (agency, breach_id, whom),
  foreign key (agency, breach_id) references breach (agency, id),
  check (whom <> 'individuals' or how in ('first-class-mail', 'e-mail'))
);

-- Whose records were touched: each of them is written to.
create table breach_person (
  agency text not null,
  breach_id uuid not null,
  client_id uuid not null,
  primary key (agency, breach_id, client_id),
  foreign key (agency, breach_id) references breach (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
call keep_by_agency('breach', 'breach_notice', 'breach_person');
grant select, insert on breach, breach_notice, breach_person to ${app};
grant update (affected, most_in_one_state, nature, who_got_it, acquired, mitigation, low_probability, assessed_at, assessed_by,
  version) on breach to ${app};
