-- Every table of an agency's records has this policy, and the application may do with it what is granted afterwards.
create procedure keep_by_agency(variadic names text[]) language plpgsql as $$
  declare name text;
  begin
    foreach name in array names loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format(
        'create policy of_the_agency on %I to ${app} using (agency = nullif(current_setting(''handrail.agency'', true), ''''))', name);
    end loop;
  end
$$;
revoke all on procedure keep_by_agency from public;
