-- What we sent by its control numbers, and what partners say of it.

create table ledger_sent (
    id                 uuid primary key,
    delivery           uuid not null references ledger_delivery,
    partner            text not null,
    standard           text not null,
    level              text not null,         -- INTERCHANGE GROUP TRANSACTION
    interchange_number text not null,         -- X12: without leading zeros, as the group's
    group_code         text not null,
    group_number       text not null,
    transaction_number text not null,
    message            text not null,
    document_number    text not null,
    word               text not null default '',   -- the gravest so far; empty: none yet
    gravity            int not null default 0,
    judgement          uuid,                  -- which one said so
    sent_at            timestamptz not null
);
create index ledger_sent_delivery on ledger_sent (delivery);
create index ledger_sent_interchange on ledger_sent (partner, interchange_number);
create index ledger_sent_group on ledger_sent (partner, group_number);
create index ledger_sent_document on ledger_sent (partner, document_number);

create table ledger_judgement (
    id                 uuid primary key,
    transmission       uuid not null references ledger_transmission,
    sent               uuid references ledger_sent,    -- null: of nothing that we sent
    form               text not null,
    level              text not null,
    interchange_number text not null,
    group_number       text not null,
    transaction_number text not null,
    document_number    text not null,
    word               text not null,
    detail             text not null,
    problem            text not null,
    heard_at           timestamptz not null
);
create index ledger_judgement_transmission on ledger_judgement (transmission);
create index ledger_judgement_problem on ledger_judgement (problem) where problem <> '';
