-- Where a reader's mail program can take back the consent to news with one click (RFC 8058).
alter table mail add column unsubscribe_at text;
