-- A client's own request opens their record to those who hand it to them, and never another's; what was answered stays as it was.
create function a_request_keeps_its_client() returns trigger language plpgsql as $$
  begin
    raise exception 'the request is of another client' using errcode = 'check_violation';
  end
$$;
create trigger of_its_client before update of client_id on record_request for each row
  when (old.client_id is distinct from new.client_id and (old.kind = 'own-access' or old.status = 'answered'))
  execute function a_request_keeps_its_client();
