-- A kind of places that the service does not have, or has no more: what was said of it stays to be read.
alter table capacity add column retired_at timestamptz;
alter table capacity add column retired_by text;
alter table capacity add check ((retired_at is null) = (retired_by is null));
alter table capacity drop constraint capacity_service_id_unit_kind_key;
create unique index capacity_of_kind on capacity (service_id, unit, kind) where retired_at is null;

-- The places are of whoever runs the service now, also where another agency said it before.
drop policy the_provider_changes on capacity;
create policy the_provider_changes on capacity for update to ${app}
  using (nullif(current_setting('handrail.agency', true), '') in (agency, (
    select o.agency from directory_service s join directory_organization o on o.id = s.organization_id
    where s.id = service_id)));
