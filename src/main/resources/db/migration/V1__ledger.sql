-- The sole truth: what came, what became of it, what has to be sent. Times are UTC.

create table ledger_transmission (
    id              uuid primary key,
    channel         text not null,
    partner         text not null,
    unique_key      text unique,              -- null: claims none (failed authentication, conflict)
    content_digest  text not null,
    message_id      text not null,
    wire_address    text not null,
    payload_address text not null,
    sha256          text not null,
    size            bigint not null,
    state           text not null,
    refusal         text not null,
    receipt_headers text,
    receipt_body    bytea,
    received_at     timestamptz not null
);
create index ledger_transmission_received on ledger_transmission (received_at desc, id);
create index ledger_transmission_message on ledger_transmission (message_id);
create index ledger_transmission_open on ledger_transmission (received_at) where state = 'RECEIVED';

create table ledger_outbox (
    id           uuid primary key,
    topic        text not null,
    group_key    text not null,
    reference    uuid not null,
    available_at timestamptz not null,
    lease_until  timestamptz,
    sent_at      timestamptz
);
create index ledger_outbox_unsent on ledger_outbox (available_at) where sent_at is null;
create index ledger_outbox_reference on ledger_outbox (reference);

create table ledger_interchange (
    id             uuid primary key,
    transmission   uuid not null references ledger_transmission,
    ordinal        int not null,
    unique_key     text unique,               -- null: unreadable, rejected, or a known duplicate
    standard       text not null,
    sender         text not null,
    receiver       text not null,
    control_number text not null,
    verdict        text not null,
    findings       text not null              -- one line each
);
create index ledger_interchange_transmission on ledger_interchange (transmission);
create index ledger_interchange_number on ledger_interchange (control_number);

create table ledger_document (
    id                uuid primary key,
    transmission      uuid not null references ledger_transmission,
    interchange       uuid not null references ledger_interchange,
    ordinal           int not null,
    message_type      text not null,
    control_number    text not null,
    kind              text not null,
    document_number   text not null,
    rma               text not null,
    canonical_address text not null
);
create index ledger_document_transmission on ledger_document (transmission);
create index ledger_document_number on ledger_document (document_number);
create index ledger_document_rma on ledger_document (rma);

create table ledger_delivery (
    id              uuid primary key,
    transmission    uuid not null references ledger_transmission,
    document        uuid references ledger_document,
    form            text not null,
    target          text not null,
    address         text not null,
    content         text not null,
    idempotency_key text not null unique,
    subject         text not null,
    kind            text not null,
    state           text not null,            -- READY IN_FLIGHT RETRY DELIVERED DEAD HELD
    token           bigint not null default 0,
    attempts        int not null default 0,
    lease_until     timestamptz,
    next_attempt_at timestamptz,
    last_status     int not null default 0,
    last_detail     text not null default '',
    created_at      timestamptz not null
);
create index ledger_delivery_transmission on ledger_delivery (transmission);
create index ledger_delivery_open on ledger_delivery (created_at)
    where state in ('READY', 'IN_FLIGHT', 'RETRY');

create table ledger_attempt (
    delivery   uuid not null references ledger_delivery,
    token      bigint not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text,
    status     int,
    detail     text,
    primary key (delivery, token)
);

create table ledger_acknowledgement (
    id             uuid primary key,
    transmission   uuid not null references ledger_transmission,
    interchange    uuid not null references ledger_interchange,
    delivery       uuid references ledger_delivery,
    form           text not null,
    control_number text not null,
    verdict        text not null,
    content        text not null,
    created_at     timestamptz not null
);
create index ledger_acknowledgement_transmission on ledger_acknowledgement (transmission);

create table ledger_control_number (
    counter text primary key,
    last    bigint not null
);

create table ledger_audit (
    sequence bigint primary key,
    at       timestamptz not null,
    what     text not null,
    hash     bytea not null
);
