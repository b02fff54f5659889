-- The door does not understand the question: it waits, and somebody was asked to have it looked at.
alter table referral_step add column not_understood_since timestamptz;

-- How many of all agencies wait so; tells nothing else.
create function questions_not_understood() returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare waiting bigint;
    begin
      perform set_config('handrail.sweeping', 'crossings', true);
      select count(*) into waiting from referral_step s
      where s.crossing = 'awaiting' and s.not_understood_since is not null;
      perform set_config('handrail.sweeping', '', true);
      return waiting;
    end
  $$;
revoke all on function questions_not_understood from public;
grant execute on function questions_not_understood to ${app};
