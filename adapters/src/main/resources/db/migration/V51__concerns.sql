-- The register, as the events tell it. Can be rebuilt from them.
create table view_concern (
  concern   text        primary key,
  campaign  text        not null,
  asker     text,
  open      boolean     not null,
  published boolean     not null,
  due_at    timestamptz not null,
  raised_at timestamptz not null,
  row       json        not null
);
create index view_concern_asker on view_concern (asker, raised_at desc) where asker is not null;
create index view_concern_published on view_concern (campaign, raised_at desc) where published;

-- What processes look up. Filled by the processor that runs them, so never behind it.
create table process_concern (
  concern_id    text    primary key,
  campaign_id   text    not null,
  department_id text,
  asker_id      text,
  owner_id      text    not null,
  is_open       boolean not null,
  marked        boolean not null,
  told          boolean not null
);
create index process_concern_open on process_concern (campaign_id, department_id) where is_open;
