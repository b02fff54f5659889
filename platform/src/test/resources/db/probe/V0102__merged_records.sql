-- Client records for which another one of the same person stands, as client-service's events told.
create table merged_record (
  agency text not null,
  client_id uuid not null,
  primary key (agency, client_id)
);
call keep_by_agency('merged_record');
grant select, insert, delete on merged_record to ${app};
