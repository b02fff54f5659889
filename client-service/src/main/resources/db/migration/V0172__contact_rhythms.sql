-- How often somebody wants contact is their own choice: by which act they made it. Rows of before have none.
alter table client_load
  add column act_kind text,
  add column act_at timestamptz,
  add column act_words text,
  add column act_recorded_by text,
  add column act_recorded_at timestamptz;
grant update (act_kind, act_at, act_words, act_recorded_by, act_recorded_at) on client_load to ${app};
