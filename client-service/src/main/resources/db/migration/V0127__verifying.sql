-- Who verifies the ledger belongs to no agency: it hears which chains there are, and then reads each as its agency.
create policy of_the_verifier on chain_head for select to ${owner} using (current_setting('handrail.sweeping', true) = 'ledger');
create function ledger_chains() returns table (agency text, client_id uuid, length bigint, hash text)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      perform set_config('handrail.sweeping', 'ledger', true);
      return query select h.agency, h.client_id, h.length, h.hash from chain_head h where h.length > 0;
      perform set_config('handrail.sweeping', '', true);
    end
  $$;
revoke all on function ledger_chains from public;
grant execute on function ledger_chains to ${app};
