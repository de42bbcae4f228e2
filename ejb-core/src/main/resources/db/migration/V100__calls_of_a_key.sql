-- A seller sees when the own server last called, and how often today.
create index gateway_call_credential on gateway_call (tenant_id, credential_id, at desc);
