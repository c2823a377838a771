-- Every event holds a hash of itself and of the event before it (decision 0036, docs/proof.md).
-- The table stays locked until the chain is filled: nobody appends meanwhile, and whoever is stopped
-- half-way leaves nothing behind and begins anew.
alter table domain_event_entry add column number bigint, add column hash bytea;

-- Four bytes with the length, then the text in UTF-8; four bytes of ones for what is absent.
create function history_field(content text) returns bytea
  language sql stable
  as $$
    select case
      when content is null then '\xffffffff'::bytea
      else int4send(octet_length(convert_to(content, 'UTF8'))) || convert_to(content, 'UTF8')
    end
  $$;

create function history_hash(previous bytea, event domain_event_entry) returns bytea
  language sql stable
  as $$
    select sha256(
      '\x756974726f6c2d636861696e2d76310a'::bytea -- "uitrol-chain-v1" and a line feed
      || previous
      || int8send(event.global_index)
      || history_field(event.aggregate_identifier)
      || int8send(event.sequence_number)
      || history_field(event.type)
      || history_field(event.payload_type)
      || history_field(event.payload_revision)
      || history_field(event.event_identifier)
      || history_field(event.time_stamp)
      || history_field(event.meta_data)
      || history_field(event.payload))
  $$;

do $$
declare
  event domain_event_entry;
  last_hash bytea := decode(repeat('00', 32), 'hex');
  last_number bigint := 0;
begin
  for event in select * from domain_event_entry order by global_index loop
    last_number := last_number + 1;
    last_hash := history_hash(last_hash, event);
    update domain_event_entry set number = last_number, hash = last_hash
      where global_index = event.global_index;
  end loop;
end
$$;

alter table domain_event_entry
  alter column number set not null,
  alter column hash set not null,
  add constraint domain_event_entry_number unique (number);

-- Whoever appends has the lock already (the number is CommitOrderedStorage.APPEND_LOCK); who appends
-- by hand gets it here. Each statement in here sees what was committed before the lock was given.
create function chain_event() returns trigger
  language plpgsql
  as $$
    declare
      last_index bigint;
      last_number bigint;
      last_hash bytea;
    begin
      perform pg_advisory_xact_lock(129095785672556);
      select global_index, domain_event_entry.number, domain_event_entry.hash
        into last_index, last_number, last_hash
        from domain_event_entry order by global_index desc limit 1;
      if last_index >= new.global_index then
        new.global_index := nextval('domain_event_entry_seq');
      end if;
      new.number := coalesce(last_number, 0) + 1;
      new.hash := history_hash(coalesce(last_hash, decode(repeat('00', 32), 'hex')), new);
      return new;
    end
  $$;
create trigger chain_event before insert on domain_event_entry
  for each row execute function chain_event();

-- Nobody alters the history, replication and restoring included: there is no exception.
create function refuse_to_alter_history() returns trigger
  language plpgsql
  as $$
    begin
      raise exception 'the history can''t be altered: % is refused', lower(tg_op)
        using errcode = 'restrict_violation';
    end
  $$;
create trigger refuse_to_alter_history before update or delete or truncate on domain_event_entry
  for each statement execute function refuse_to_alter_history();
alter table domain_event_entry enable always trigger refuse_to_alter_history;
