-- What a search reads: a row for each service and place at which it can be had, the first of which stands for all when
-- nobody asks for a distance. Made from the tables above whenever they change.
create table directory_found (
  service_id uuid not null references directory_service,
  place integer not null,
  name text not null,
  -- For words that were mistyped.
  spelling text not null,
  words tsvector not null,
  -- Those of the name alone: services that are called so come first.
  named tsvector not null,
  -- What it is for and whom it takes, as in need:food, payment:medicaid, for:veterans, language:es.
  facets text[] not null,
  minimum_age double precision,
  maximum_age double precision,
  hidden_on date not null,
  -- On the unit sphere: the chord between two is as long as the way on earth is far.
  spot cube,
  primary key (service_id, place)
);
create index directory_found_by_name on directory_found (name, service_id) where place = 0;
-- Without a list of what is still to be sorted in: it is read often and written seldom.
create index directory_found_words on directory_found using gin (words, named, facets) with (fastupdate = off);
create index directory_found_spelling on directory_found using gin (spelling gin_trgm_ops) with (fastupdate = off)
  where place = 0;
create index directory_found_spot on directory_found using gist (spot);
grant select, insert, update, delete on directory_found to ${app};
