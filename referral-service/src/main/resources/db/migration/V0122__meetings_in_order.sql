-- With the id, so that of each clock the first few are read in the order in which they are shown.
drop index meeting_by_time;
create index meeting_by_time on meeting (zone, week_minute, id) where gone_at is null and week_minute is not null;
