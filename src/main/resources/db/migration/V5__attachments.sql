-- What a message carries beside its document, and how the sender calls the document.

alter table ledger_transmission add column file_name text not null default '';
create index ledger_transmission_file on ledger_transmission (file_name) where file_name <> '';

create table ledger_attachment (
    transmission uuid not null references ledger_transmission,
    ordinal      int not null,
    name         text not null,
    content_type text not null,
    address      text not null,
    sha256       text not null,
    size         bigint not null,
    primary key (transmission, ordinal)
);
