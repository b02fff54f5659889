-- What must be done when a time comes: one row for each thing, gone when it was done.
create table deadline (
  agency text not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z0-9]+)*$'),
  about uuid not null,
  due_at timestamptz not null,
  primary key (agency, kind, about)
);
create index deadline_in_order on deadline (due_at);
call keep_by_agency('deadline');
grant select, insert, update, delete on deadline to ${app};
create policy of_the_sweep on deadline for select to ${owner} using (current_setting('handrail.sweeping', true) = 'deadline');

-- Who sweeps belongs to no agency: it hears whose turn it is, and then acts as that agency.
create function deadlines_due(by timestamptz, at_most int) returns table (agency text, kind text, about uuid)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'deadline', true);
      return query select d.agency, d.kind, d.about from deadline d where d.due_at <= by order by d.due_at limit at_most;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function deadlines_due from public;
grant execute on function deadlines_due to ${app};
