-- Of one choice one referral is under way at a time: the one that is marked, until it has ended and another takes its place.
alter table referral_request add column under_way boolean not null default false;

-- What was sent before there was this rule: of several that are under way, the first.
alter table referral no force row level security;
alter table referral_request no force row level security;
alter table referral_step no force row level security;
update referral_request set under_way = true where referral_id in (
  select distinct on (q.agency, q.option_set_id) q.referral_id
  from referral_request q join referral r on r.id = q.referral_id
  where exists (select from referral_step s where s.referral_id = q.referral_id and s.step = 'SENDING')
    and not exists (select from referral_step s where s.referral_id = q.referral_id
      and (s.agency = q.agency or s.seen_by_other)
      and s.status in ('REJECTED', 'COMPLETED', 'FAILED', 'CANCELLED', 'ENTERED_IN_ERROR'))
  order by q.agency, q.option_set_id, r.created_at, q.referral_id);
alter table referral force row level security;
alter table referral_request force row level security;
alter table referral_step force row level security;

create unique index referral_request_under_way on referral_request (agency, option_set_id) where under_way;
