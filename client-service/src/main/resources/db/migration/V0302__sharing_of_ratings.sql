-- The client may share a rating later, or no more: their last word counts, also for who sees the row.
alter table relationship_rating
  add column sharing_kind text check (sharing_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  add column sharing_at timestamptz,
  add column sharing_words text,
  add column sharing_recorded_by text,
  add column sharing_recorded_at timestamptz,
  add check (num_nulls(sharing_kind, sharing_at, sharing_recorded_by, sharing_recorded_at) in (0, 4));
grant update (shared, sharing_kind, sharing_at, sharing_words, sharing_recorded_by, sharing_recorded_at) on relationship_rating
  to ${app};
