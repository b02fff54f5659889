-- The words that clients were given, by their hash: what is given now may be other words.
create table handout_text (
  agency text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('notice', 'agreement', 'expectations', 'confidentiality-limits', 'rights')),
  version text not null,
  language text not null,
  text text not null,
  primary key (agency, hash),
  check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
call keep_by_agency('handout_text');
grant select, insert on handout_text to ${app};

-- Of what was given before, the words were not kept.
alter table notice_given add column text_hash text, add foreign key (agency, text_hash) references handout_text (agency, hash);
alter table agreement add column language text, add column text_hash text, add foreign key (agency, text_hash) references handout_text (agency, hash);
alter table sheet add column text_hash text, add foreign key (agency, text_hash) references handout_text (agency, hash);
