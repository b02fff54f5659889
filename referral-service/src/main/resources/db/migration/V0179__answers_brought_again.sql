-- What a receiver answered and the door kept back may be let out once the client has signed anew. The requester's side hears of that
-- and has it brought to the door again, without seeing it or learning whether there is any.
create function bring_answers_again(about uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'crossings', true);
      update referral_step set crossing = 'awaiting', attempts = 0, next_attempt_at = at, asked_anew = asked_anew + 1
      where referral_id = about and by_party = 'RECEIVER' and crossing = 'withheld';
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function bring_answers_again from public;
grant execute on function bring_answers_again to ${app};
