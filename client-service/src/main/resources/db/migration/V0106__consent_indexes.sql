-- What took a consent's place is asked for each consent of a client whenever the door judges.
create index consent_replacing on consent (agency, replaces) where replaces is not null;
-- Who received something under a consent.
create index disclosure_on_basis on disclosure (agency, client_id, basis) where basis is not null;
