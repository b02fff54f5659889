-- What whom it concerns was told of an arrangement, by codes: each once.
alter table meeting_companion add column told text[] not null default '{}';
grant update (told) on meeting_companion to ${app};
-- Looked at until it begins from now on.
alter table deadline no force row level security;
update deadline set due_at = now() where kind = 'companion-kept';
alter table deadline force row level security;

-- Meetings are looked for by one code of each language; the less usual ones get it with their feed's next file.
create view one_code (said, code) as values ('ara', 'ar'), ('asl', 'ase'), ('chi', 'zh'), ('zho', 'zh'), ('deu', 'de'), ('ger', 'de'), ('eng', 'en'),
  ('fas', 'fa'), ('per', 'fa'), ('fra', 'fr'), ('fre', 'fr'), ('hat', 'ht'), ('hin', 'hi'), ('ita', 'it'), ('jpn', 'ja'), ('kor', 'ko'),
  ('nav', 'nv'), ('nb', 'no'), ('nn', 'no'), ('nob', 'no'), ('nno', 'no'), ('nor', 'no'), ('pol', 'pl'), ('por', 'pt'), ('pan', 'pa'),
  ('rus', 'ru'), ('som', 'so'), ('spa', 'es'), ('swe', 'sv'), ('tgl', 'tl'), ('ukr', 'uk'), ('vie', 'vi');
update meeting m set languages = array(
  select distinct coalesce(o.code, l.said) from unnest(m.languages) l (said) left join one_code o on o.said = l.said)
where m.languages && array(select said from one_code);
drop view one_code;

-- Made anew at the start, by the same codes.
delete from directory_found;

-- A place is looked for by its five digits: an area that was told with nine is the same one.
do $$
  declare kept text;
  begin
    foreach kept in array array['unmet_need', 'opening', 'opening_offer', 'resource_proposal', 'opportunity'] loop
      execute format('alter table %I no force row level security', kept);
      execute format($update$update %I set area = left(area, 5) where area ~ '^\d{5}-?\d{4}$'$update$, kept);
      execute format('alter table %I force row level security', kept);
    end loop;
  end
$$;
