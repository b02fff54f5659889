-- What is dialled once a meeting's number answers: without it nobody gets in. It comes with the next file of its feed.
alter table meeting add column conference_phone_notes text;
