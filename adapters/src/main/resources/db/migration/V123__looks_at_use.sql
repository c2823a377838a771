-- Who looked at one person's use. Can be rebuilt from events.
create table view_usage_look (
  look     text        not null primary key,
  person   text        not null,
  campaign text        not null,
  at       timestamptz not null,
  row      json        not null
);
create index view_usage_look_person on view_usage_look (person, at);
create index view_usage_look_campaign on view_usage_look (campaign, at);
