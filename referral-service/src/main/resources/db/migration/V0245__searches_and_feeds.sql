-- A search sorts services by rows of its own. This index nothing reads, and it would limit their names.
drop index directory_service_by_name;

-- A place is looked for by its five digits, also where a source has the four of the side of a street; its row keeps them.
update directory_address set postal_code = left(postal_code, 5) where postal_code ~ '^\d{5}[- ]?\d{4}$';

-- What an earlier version made of accessibility, also where it was denied, is made anew at the start.
delete from directory_found;

-- What a meeting has of its feed changes with the feed. Of what came before nobody knows: its next file tells.
alter table meeting
  add column zone_of_feed boolean not null default false,
  add column language_of_feed boolean not null default false;

-- A feed that has ended: its meetings went with it, and come back with it.
alter table meeting_feed add column retired_at timestamptz;
