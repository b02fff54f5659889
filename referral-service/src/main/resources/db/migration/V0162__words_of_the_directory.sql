-- Needs and areas from before there was a check that the directory has them: others read them, and nobody has words of their own.
-- What is only written otherwise is written as the directory does; what it does not have is unknown.

-- What a place is told of a need is the door's to say when it is asked, and kept as it was told. Told before, it stays as it was read.
alter table opening_offer no force row level security;
update opening_offer o set need = 'support'
where not exists (select from directory_service_term st where st.service_id = o.service_id and st.code = o.need);
alter table opening_offer force row level security;

create view known_need as
select distinct lower(code) as word from directory_taxonomy_term where lower(code) ~ '^[a-z0-9][a-z0-9-]{0,63}$';
create view known_area as
select distinct trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')) as word
from (
  select body ->> 'name' from directory_row where kind = 'service_area'
  union select city from directory_address
  union select postal_code from directory_address
  union select body ->> 'region' from directory_row where kind = 'address'
) of_directory (name) where name ~ '[A-Za-z0-9]';

do $$
  declare kept record;
  begin
    for kept in select * from (values
      ('option_set', 'need', 'known_need'), ('referral_request', 'need', 'known_need'),
      ('opening', 'need', 'known_need'), ('opening', 'area', 'known_area'), ('opening_offer', 'area', 'known_area'),
      ('unmet_need', 'need', 'known_need'), ('unmet_need', 'area', 'known_area'),
      ('resource_proposal', 'need', 'known_need'), ('resource_proposal', 'area', 'known_area'),
      ('coalition_acknowledgement', 'need', 'known_need'), ('opportunity', 'area', 'known_area')) of_table (name, word, known)
    loop
      execute format('alter table %I no force row level security', kept.name);
      -- Without a directory nothing can be said of any word.
      execute format(
        'update %1$I r set %2$I = coalesce((select k.word from %3$I k
             where k.word = trim(both ''-'' from regexp_replace(lower(r.%2$I), ''[^a-z0-9]+'', ''-'', ''g''))), ''unknown'')
           where exists (select from %3$I) and not exists (select from %3$I k where k.word = r.%2$I)',
        kept.name, kept.word, kept.known);
      execute format('alter table %I force row level security', kept.name);
    end loop;
  end
$$;

drop view known_need;
drop view known_area;
