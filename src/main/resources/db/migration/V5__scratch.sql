ALTER TABLE audit_event ADD COLUMN reason VARCHAR(64) NULL;
ALTER TABLE audit_event ADD COLUMN account_id BIGINT NULL;
CREATE INDEX audit_event_account ON audit_event (account_id, happened_at);
