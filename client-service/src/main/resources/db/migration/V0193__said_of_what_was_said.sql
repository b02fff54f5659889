-- Whatever is said of what was said is about the same thing in the end, and kept from the same people.
create function said_of(of_agency text, of_kind text, of_id uuid) returns table (kind text, id uuid) language sql stable as $$
  with recursive said (kind, id) as (
    select of_kind, of_id
    union
    select a.about_kind, a.about_id from said s join annotation a on a.agency = of_agency and a.id = s.id
    where s.kind = 'annotation'
  )
  select s.kind, s.id from said s where s.kind <> 'annotation'
$$;
