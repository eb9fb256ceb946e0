-- How far a large transmission is settled: interchanges before this one, documents up to this one.

alter table ledger_transmission
    add column settled_interchange int not null default 1,
    add column settled_document    int not null default 0;
create unique index ledger_interchange_ordinal on ledger_interchange (transmission, ordinal);
