-- The ledger of hours: training, experience, supervision, continuing education. Rows are only added; an hour counts when it was signed (CERT-3).
create table hours_entry (
  agency text not null,
  id uuid not null,
  credential_id uuid not null,
  kind text not null check (kind in ('training', 'experience', 'supervision', 'ce')),
  domain text not null,
  topic text,
  activity text not null,
  provider text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  day date not null,
  minutes int not null,
  live boolean not null,
  academy boolean not null,
  subject text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, credential_id) references credential (agency, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  check (minutes > 0 and minutes * interval '1 minute' <= ends_at - starts_at)
);
create index hours_entry_in_order on hours_entry (agency, credential_id, starts_at, id);

create table hours_signature (
  agency text not null,
  entry_id uuid not null,
  accepted boolean not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (agency, entry_id),
  foreign key (agency, entry_id) references hours_entry (agency, id)
);

-- Nobody signs their own hours, whoever asks the database to.
create function nobody_signs_their_own_hours() returns trigger language plpgsql as $$
  begin
    if exists (select from hours_entry e where e.agency = new.agency and e.id = new.entry_id and e.subject = new.signed_by) then
      raise exception 'nobody signs their own hours' using errcode = 'check_violation';
    end if;
    return new;
  end
$$;
create trigger somebody_else_signs before insert on hours_signature
  for each row execute function nobody_signs_their_own_hours();

call keep_by_agency('hours_entry', 'hours_signature');
grant select, insert on hours_entry, hours_signature to ${app};
