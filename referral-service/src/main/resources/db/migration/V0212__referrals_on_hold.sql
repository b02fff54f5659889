-- A clock that stood still while a referral was on hold begins anew, and may reach a rung again; a hold has a clock of its own.
alter table referral_rung drop constraint referral_rung_pkey;
alter table referral_rung add primary key (referral_id, agency, term, rung, met_at);
alter table referral_rung drop constraint referral_rung_term_check;
alter table referral_rung add constraint referral_rung_term_check
  check (term in ('acknowledge', 'first-contact', 'follow-up', 'reoffer', 'on-hold'));
