-- On other consents of the person a place of a consent that was taken back as a whole is at its end: it is told nothing
-- more, and nothing more of it comes back.
alter table consent_revocation
  drop constraint consent_revocation_extent_check,
  drop constraint consent_revocation_check,
  add constraint consent_revocation_extent check (extent in ('whole', 'place', 'recipient', 'nobody')),
  add constraint consent_revocation_party check ((extent in ('place', 'recipient')) = (recipient is not null));
