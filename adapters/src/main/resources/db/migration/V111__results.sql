-- What was told of surveys, as the events tell it. Can be rebuilt from them.
create table view_results (
  results  text        not null,
  round    integer     not null,
  campaign text        not null,
  told_at  timestamptz not null,
  row      json        not null,
  primary key (results, round)
);
create index view_results_campaign on view_results (campaign, told_at);
