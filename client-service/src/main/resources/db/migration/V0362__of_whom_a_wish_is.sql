-- With whom the client would not walk any more: who had that place when they said so.
alter table specialist_change add column about text;
