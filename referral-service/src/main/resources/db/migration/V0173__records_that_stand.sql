-- Which record stands for a merged one, in the same agency; unknown where the merge was told before its event said so.
alter table merged_record add column surviving uuid check (surviving <> client_id);
create index merged_record_into on merged_record (agency, surviving);
grant update on merged_record to ${app};
