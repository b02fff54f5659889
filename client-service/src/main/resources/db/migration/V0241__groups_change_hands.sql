-- A group ends, a session is called off, and either may get another facilitator.
alter table support_group add column ended_at timestamptz;
alter table group_session add column cancelled_at timestamptz;
grant update (facilitator, ended_at) on support_group to ${app};
grant update (facilitator, cancelled_at) on group_session to ${app};
create index support_group_held on support_group (agency, facilitator) where ended_at is null;
create index encounter_of_session on encounter (agency, group_session_id) where group_session_id is not null;

-- Who was typed twice has come once.
grant delete on group_sign_in to ${app};
