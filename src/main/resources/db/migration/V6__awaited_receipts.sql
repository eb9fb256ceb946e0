-- Receipts for what we send that come on connections of their own.

alter table ledger_delivery add column awaited_message text not null default '';
alter table ledger_delivery add column awaited_mic text not null default '';
create index ledger_delivery_awaited on ledger_delivery (awaited_message)
    where awaited_message <> '';

drop index ledger_delivery_open;
create index ledger_delivery_open on ledger_delivery (created_at)
    where state in ('READY', 'IN_FLIGHT', 'RETRY', 'AWAITED');

create table ledger_receipt (
    id          uuid primary key,
    delivery    uuid not null references ledger_delivery,
    received_at timestamptz not null,
    headers     text not null,
    address     text not null,
    judgement   text not null
);
create index ledger_receipt_delivery on ledger_receipt (delivery);
