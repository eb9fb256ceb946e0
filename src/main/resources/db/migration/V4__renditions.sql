-- What an endpoint with a format of its own gets in place of the canonical message: made once, so
-- that every attempt sends the same bytes. Empty where that is the canonical message itself.
alter table ledger_delivery
    add column rendition      text not null default '',
    add column rendition_type text not null default '';
