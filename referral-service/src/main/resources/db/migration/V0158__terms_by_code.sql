-- Which vocabularies know a need: a service that one of them describes otherwise is for something else.
create index directory_taxonomy_term_code on directory_taxonomy_term (lower(code));
