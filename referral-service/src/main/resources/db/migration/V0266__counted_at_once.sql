-- Whoever takes a large file in has it counted at once: what PostgreSQL planned for a small directory would read all
-- rows of a kind to find each.
grant maintain on directory_row, directory_owner, directory_service_term, directory_organization, directory_location,
  directory_service, directory_service_at_location, directory_taxonomy_term, directory_address, directory_phone,
  directory_schedule, directory_language, directory_found to ${app};
