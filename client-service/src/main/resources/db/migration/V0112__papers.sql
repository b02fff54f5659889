-- Either side may end the agreement at any time. There is no column for a reason.
create table agreement_end (
  agency text not null,
  agreement_id uuid not null,
  side text not null check (side in ('client', 'specialist')),
  ended_at timestamptz not null,
  ended_by text not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, agreement_id),
  foreign key (agency, agreement_id) references agreement (agency, id),
  check ((side = 'client') = (act_kind is not null))
);

-- That the notice waits until the client can take it in. It takes the notice's place in nothing.
create table notice_deferral (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  reason text not null check (reason = 'capacity'),
  remind_at timestamptz not null,
  deferred_at timestamptz not null,
  deferred_by text not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (remind_at > deferred_at)
);
create index notice_deferral_of on notice_deferral (agency, client_id, deferred_at);

-- What the client was told of what to expect, and understood.
create table sheet (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('expectations', 'confidentiality-limits', 'rights')),
  version text not null,
  language text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index sheet_of on sheet (agency, client_id, act_recorded_at, id);
call keep_by_agency('agreement_end', 'notice_deferral', 'sheet');
grant select, insert on agreement_end, notice_deferral, sheet to ${app};
