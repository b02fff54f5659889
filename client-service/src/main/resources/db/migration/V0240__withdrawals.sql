-- What was entered by mistake, or was planned and taken back: it counts nowhere. What was written stays in its own table.
create table withdrawal (
  agency text not null,
  -- Of what was withdrawn.
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('encounter', 'attempt', 'companion-shift', 'companion-leg')),
  reason text not null check (reason in ('wrong-person', 'did-not-happen', 'twice', 'plans-changed')),
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (reason <> 'plans-changed' or kind in ('companion-shift', 'companion-leg'))
);
create index withdrawal_of_client on withdrawal (agency, client_id, withdrawn_at, id);
call keep_by_agency('withdrawal');
grant select, insert on withdrawal to ${app};

create function is_withdrawn(of_agency text, of_id uuid) returns boolean language sql stable as $$
  select exists (select from withdrawal w where w.agency = of_agency and w.id = of_id)
$$;

-- Whoever withdraws an encounter or calls a session off has the time again.
grant delete on work_time to ${app};
