-- By which the organisation's own directory finds a person: keyed hashes, as for addresses.
alter table vault_person add column user_name_index bytea;
alter table vault_person add column external_id_index bytea;
create unique index vault_person_user_name on vault_person (user_name_index);
create unique index vault_person_external_id on vault_person (external_id_index);
