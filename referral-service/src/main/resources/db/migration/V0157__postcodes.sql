-- Whoever asks what there is around a postcode: from the postcode to its addresses, and from those to the places that have them.
create index directory_address_postal_code on directory_address (postal_code) where postal_code is not null;
create index directory_owner_owned on directory_owner (source, kind, external_id);
