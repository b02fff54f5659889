-- Whether the places of a choice are being asked already.
create index opening_option_set on opening (agency, option_set_id);
