-- Files that came in before such ages were left out: until the next one says better, the directory says nothing of them.
update directory_service set minimum_age = null where minimum_age not between 0 and 130;
update directory_service set maximum_age = null where maximum_age not between 0 and 130;
update directory_service set minimum_age = null, maximum_age = null where minimum_age > maximum_age;
update directory_found set minimum_age = null where minimum_age not between 0 and 130;
update directory_found set maximum_age = null where maximum_age not between 0 and 130;
update directory_row set body = body - 'minimum_age'
  where kind = 'service' and jsonb_typeof(body -> 'minimum_age') = 'number'
    and (body ->> 'minimum_age')::numeric not between 0 and 130;
update directory_row set body = body - 'maximum_age'
  where kind = 'service' and jsonb_typeof(body -> 'maximum_age') = 'number'
    and (body ->> 'maximum_age')::numeric not between 0 and 130;
alter table directory_service
  add check (minimum_age between 0 and 130),
  add check (maximum_age between 0 and 130),
  add check (minimum_age <= maximum_age);
