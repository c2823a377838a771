-- What other programs asked once and may ask again with the same Idempotency-Key.
create table idempotency_key (
  account_id text not null,
  key text not null,
  -- Of method, path, query, media type and body.
  request_hash text not null,
  asked_at timestamptz not null,
  -- Null while the first request is at work.
  status integer,
  content_type text,
  location text,
  -- Sealed: an answer may quote a file with personal data.
  body bytea,
  primary key (account_id, key)
);

create index idempotency_key_age on idempotency_key (asked_at);
