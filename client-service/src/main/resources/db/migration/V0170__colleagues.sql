-- Who works for an agency, as they signed in: by what name their colleagues and clients know them, and whether they walk with
-- clients.
create table colleague (
  agency text not null,
  subject text not null,
  name text not null check (length(name) <= 200),
  walks boolean not null,
  seen_on date not null,
  primary key (agency, subject)
);
call keep_by_agency('colleague');
grant select, insert, update on colleague to ${app};
