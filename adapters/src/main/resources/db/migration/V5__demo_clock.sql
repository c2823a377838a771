-- How far the demo clock runs ahead of real time; empty on a real installation.
create table demo_clock (
  only_row boolean primary key default true check (only_row),
  ahead_ms bigint      not null check (ahead_ms >= 0),
  moved_at timestamptz not null
);
