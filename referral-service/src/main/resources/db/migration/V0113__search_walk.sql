-- What very many services are is walked through along their ids, which are random. Along names, of which those with the
-- same word stand together, it could not be told how far to walk for a page.
create index directory_found_by_id on directory_found (service_id) where place = 0;
