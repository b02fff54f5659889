-- Since when the client's word may let it go that was, or will be, kept back: a denial from before is no answer to that, though the door
-- may give it only later, to a question whose first answer nobody heard.
alter table referral_step add column may_go_since timestamptz;
drop function bring_answers_again;
create function bring_answers_again(about uuid, since timestamptz, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'crossings', true);
      update referral_step set crossing = 'awaiting', attempts = 0, next_attempt_at = at, may_go_since = since,
        asked_anew = asked_anew + (crossing = 'withheld')::integer
      where referral_id = about and by_party = 'RECEIVER' and crossing in ('withheld', 'awaiting');
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function bring_answers_again from public;
grant execute on function bring_answers_again to ${app};
