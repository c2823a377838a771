-- Campaign files as people wrote them, with identifiers where they name somebody.
create table plan_source (
  campaign_id  text not null,
  version      integer not null,
  source       text not null,
  primary key (campaign_id, version)
);
