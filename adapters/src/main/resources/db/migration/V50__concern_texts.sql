-- What people ask and what is answered. Nothing here can be read without the master key, and no moment
-- and no order is kept. Under the key of the person where person_id says whose, else under that of the
-- campaign.
create table vault_campaign_key (
  campaign_id text primary key,
  wrapped_key bytea not null
);

create table vault_concern_text (
  concern_id  text    not null,
  part        text    not null,
  version     integer not null,
  campaign_id text    not null,
  person_id   text,
  sealed      bytea   not null,
  primary key (concern_id, part, version)
);

-- Who has the code may read the concern; the code itself is known to whoever asked alone.
create table vault_concern_code (
  code_hash  bytea primary key,
  concern_id text not null
);
