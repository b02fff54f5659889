-- The Idempotency-Keys under which requests took effect: status and id, never what was said.
create table submission (
  agency text not null,
  subject text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer not null,
  resource_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency, subject, route, key)
);
create index submission_recorded_at on submission (recorded_at);

alter table submission enable row level security;
alter table submission force row level security;
create policy of_the_caller on submission to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    and subject = nullif(current_setting('handrail.subject', true), ''));
-- The owner sees rows only inside the function below, which sets this and tells nobody what it saw.
create policy of_the_sweeper on submission to ${owner}
  using (current_setting('handrail.sweeping', true) = 'submission');
grant select, insert on submission to ${app};

create function forget_submissions(before timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare
      forgotten bigint;
    begin
      perform set_config('handrail.sweeping', 'submission', true);
      delete from submission where recorded_at < before;
      get diagnostics forgotten = row_count;
      perform set_config('handrail.sweeping', '', true);
      return forgotten;
    end
  $$;
revoke all on function forget_submissions from public;
grant execute on function forget_submissions to ${app};
