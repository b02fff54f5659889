-- A draft that was written anew before anybody signed it. It stays as it was, for whoever asks what the client had before them, and
-- can neither be signed nor refused any more.
create table consent_rewriting (
  agency text not null,
  consent_id uuid not null,
  rewritten_as uuid not null,
  rewritten_at timestamptz not null,
  rewritten_by text not null,
  primary key (agency, consent_id),
  foreign key (agency, consent_id) references consent (agency, id),
  foreign key (agency, rewritten_as) references consent (agency, id),
  check (rewritten_as <> consent_id)
);
call keep_by_agency('consent_rewriting');
grant select, insert on consent_rewriting to ${app};
