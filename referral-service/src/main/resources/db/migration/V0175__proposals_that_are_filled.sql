-- What was accepted becomes a service of the directory, by the file of whoever runs it; the proposal then says which.
alter table resource_proposal drop constraint resource_proposal_state_check;
alter table resource_proposal add constraint resource_proposal_state_check
  check (state in ('proposed', 'accepted', 'listed', 'declined', 'duplicate', 'withdrawn'));
alter table resource_proposal add column listed_as uuid references directory_service;
alter table resource_proposal add check ((state = 'listed') = (listed_as is not null));
