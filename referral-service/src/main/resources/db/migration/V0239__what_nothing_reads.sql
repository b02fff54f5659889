-- Whether answers come back is asked of the door when it is shown: what it was at the draft is old by then.
alter table referral_request drop column way_back;
-- Nobody looks for the handoffs that began at the place of a referral.
drop index handoff_from_referral;
-- Whose it is that has something to do, and nothing else.
drop function agencies_with_crossings();
create function agencies_with_crossings() returns table (agency text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'crossings', true);
      return query
        select s.agency from referral_step s where s.crossing = 'awaiting'
        union
        select s.other_agency from referral_step s where s.crossing = 'arrived';
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function agencies_with_crossings from public;
grant execute on function agencies_with_crossings to ${app};
