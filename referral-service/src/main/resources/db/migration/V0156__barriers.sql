-- What stands in the client's way, where the options are to take it out of the way. Theirs to say; it never leaves the agency.
alter table option_set add column barrier text
  check (barrier in ('transport', 'childcare', 'identification', 'phone', 'cost', 'stigma', 'legal', 'other'));
