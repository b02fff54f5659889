-- Without which categories it would not have gone; unknown where it went before this was kept.
alter table disclosure_package add column required text[];
