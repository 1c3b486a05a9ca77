-- The client that requested an auth token, as far as its request shows it: its user compares this with the device before the token is
-- trusted. Both are NULL in rows of earlier versions, which expire within five minutes.

ALTER TABLE auth_token ADD COLUMN requester_address VARCHAR(64) NULL;
ALTER TABLE auth_token ADD COLUMN requester_agent VARCHAR(255) NULL;
