-- Who may log in to the console, and the tokens by which other programs act for an account.
create table account (
  account_id        text primary key,
  username          text not null,
  display_name      text not null,
  password_hash     text not null,
  roles             text[] not null,
  person_id         text,
  language          text,
  enabled           boolean not null default true,
  -- Whether the password was chosen on the account's own page, and so is in no file.
  password_chosen   boolean not null default false,
  -- Grows whenever older sign-ins must end: with a new password, or when the account is closed.
  stamp             integer not null default 0,
  failed            integer not null default 0,
  locked_until      timestamptz,
  created_at        timestamptz not null
);
create unique index account_username on account (lower(username));

create table api_token (
  token_id          text primary key,
  account_id        text not null references account (account_id),
  label             text not null,
  -- SHA-256 of the token, which is random and long enough to need no slower hash.
  hash              bytea not null unique,
  scopes            text[] not null,
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  revoked_at        timestamptz
);
create index api_token_account on api_token (account_id);
