-- Joins the records that several agencies keep of one person, for counts without repeats. The application can read none of
-- this: it may only say that a record wants linking, and what comes of it leaves in an event that analytics-service alone reads.
create table person (
  key uuid primary key,
  name_key text not null,
  date_of_birth date not null,
  unique (name_key, date_of_birth)
);
alter table person enable row level security;
alter table person force row level security;
create policy of_the_keeper on person to ${owner} using (current_setting('handrail.linking', true) = 'person');

create function link_person(agency text, client_id uuid, legal_name text, born date, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare
      linked uuid;
    begin
      perform set_config('handrail.linking', 'person', true);
      if name_key(legal_name) <> '' and born is not null then
        insert into person as p (key, name_key, date_of_birth) values (gen_random_uuid(), name_key(legal_name), born)
          on conflict on constraint person_name_key_date_of_birth_key do update set name_key = p.name_key
          returning p.key into linked;
      end if;
      perform set_config('handrail.linking', '', true);
      -- Without a legal name and a date of birth nobody is taken for somebody else.
      insert into outbox (event_id, topic, type, aggregate_id, aggregate_version, agency, extensions, data, occurred_at)
      values (gen_random_uuid(), 'handrail.person.v1', 'org.handrail.person.linked.v1', client_id::text, 1, agency, '{}',
        jsonb_build_object('clientId', client_id, 'personKey', coalesce(linked, gen_random_uuid())), at);
    end
  $$;
revoke all on function link_person from public;
grant execute on function link_person to ${app};
