-- What was ever said to be confidential, by whatever file: nothing takes it back, and the row itself may come later.
create table directory_confidential (
  -- Empty where the coalition said it of a UUID, in lower case: in every source.
  source text not null,
  kind text not null,
  external_id text not null,
  -- Null where it was found below, and who imported it is not known.
  said_at timestamptz,
  said_by text,
  primary key (source, kind, external_id)
);

-- What has an attribute whose term nobody has yet: it may turn out to say it.
create table directory_confidential_awaited (
  source text not null,
  term text not null,
  kind text not null,
  external_id text not null,
  primary key (source, term, kind, external_id)
);
create index directory_confidential_awaited_term on directory_confidential_awaited (lower(term));

-- The terms by which that is said, also where their rows were rejected; the source is empty as above.
create table directory_confidential_term (
  source text not null,
  term text not null,
  primary key (source, term)
);
grant select, insert on directory_confidential, directory_confidential_awaited, directory_confidential_term to ${app};

-- Whatever a row is called in whichever source, and what names it without belonging to it.
create index directory_row_anywhere on directory_row (kind, lower(external_id));
create index directory_row_of_location on directory_row (source, (body ->> 'location_id'))
  where body ->> 'location_id' is not null;
create index directory_row_of_service_at_location on directory_row (source, (body ->> 'service_at_location_id'))
  where body ->> 'service_at_location_id' is not null;
create index directory_row_of_term on directory_row (lower(body ->> 'taxonomy_term_id')) where kind = 'attribute';
create index directory_row_of_organization on directory_row (source, (body ->> 'organization_id')) where kind = 'location';
create index directory_row_of_program on directory_row (source, (body ->> 'program_id')) where kind = 'service';
create index directory_service_at_location_location on directory_service_at_location (location_id);

-- What is stored says it already. What of it tells where a place is the service takes out before it answers anybody.
insert into directory_confidential (source, kind, external_id)
select distinct said.source, said.kind, said.external_id
from (
  select source, 'location' as kind, external_id from directory_location where confidential
  union all
  select w.source, w.owner_kind, w.owner_external_id
  from directory_row a
  join directory_owner w on w.source = a.source and w.kind = a.kind and w.external_id = a.external_id
  left join directory_taxonomy_term t on t.source = a.source and t.external_id = a.body ->> 'taxonomy_term_id'
  where a.kind = 'attribute' and exists (
    select from unnest(array[a.body ->> 'value', a.body ->> 'label', t.code, t.name]) as of_it (word)
    where regexp_replace(lower(word), '[^[:alnum:]]', '', 'g') = 'confidentiallocation')
) said;
