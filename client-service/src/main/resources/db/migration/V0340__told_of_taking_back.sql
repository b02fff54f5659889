-- That the client wants those told who received something: of what still binds they hear once its event has happened. What was taken back
-- before this was told at once, where it could be.
alter table consent_revocation add column told boolean not null default false;
