-- What the court lets go. Orders from before do not say it, and open nothing until they are completed, which can be done
-- though their hold was lifted.
alter table record_request add order_categories text[] not null default '{}',
  add check (order_reference is not null or order_categories = '{}');
grant update (order_categories) on record_request to ${app};

-- Nothing goes into proceedings but what the order lets go, to whom it names, once the hold is lifted.
create function the_court_ordered_it() returns trigger language plpgsql as $$
  begin
    if not exists (select from record_request r where r.agency = new.agency and r.id = new.matter_id
      and r.client_id = new.client_id and r.status = 'released-from-hold' and new.recipient = any (r.order_recipients)
      and new.categories <@ r.order_categories) then
      raise exception 'no court has ordered it' using errcode = 'foreign_key_violation';
    end if;
    return new;
  end
$$;
drop trigger court_order_is_on_record on disclosure;
create trigger a_court_ordered_it before insert on disclosure for each row
  when (new.matter = 'court-order') execute function the_court_ordered_it();
