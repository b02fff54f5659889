-- To whom the court lets what it ordered go. Orders from before do not say it, and open nothing until they are written down anew.
alter table record_request add order_recipients text[] not null default '{}',
  add check (order_reference is not null or order_recipients = '{}');
grant update (order_recipients) on record_request to ${app};
-- A hold is lifted for one client.
create function a_lifted_hold_keeps_its_client() returns trigger language plpgsql as $$
  begin
    raise exception 'the hold was lifted for another client' using errcode = 'check_violation';
  end
$$;
create trigger lifted_for_one_client before update of client_id on record_request for each row
  when (old.status = 'released-from-hold' and old.client_id <> new.client_id) execute function a_lifted_hold_keeps_its_client();
