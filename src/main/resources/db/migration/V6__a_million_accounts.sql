-- Each list and each search by an index, with a million accounts and audit entries.

-- The list of accounts, of one space and of all spaces: narrow, so that a page in the middle is found quickly.
CREATE INDEX account_list_of_space ON account (space_id, id);
CREATE INDEX account_list ON account (id);
-- The oldest super admin, at the start.
CREATE INDEX account_admin ON account (space_id, admin, id);

-- The number of accounts of a space that has a limit. Without a row, the accounts are counted. A node of an earlier version does not
-- change it, so each start and each hour count again.
CREATE TABLE account_count (
    space_id BIGINT NOT NULL PRIMARY KEY,
    accounts BIGINT NOT NULL,
    CONSTRAINT account_count_space_fk FOREIGN KEY (space_id) REFERENCES space (id) ON DELETE CASCADE
) ${table_options};

-- The keys of admins, and the users' keys that nobody uses any more.
CREATE INDEX api_key_use ON api_key (kind, last_used_at, created_at);

-- Why something was refused, as a code.
ALTER TABLE audit_event ADD COLUMN reason VARCHAR(32) NULL;
-- The actor, unless the event happened to the actor itself: "account or actor" is then two lists without a common entry.
ALTER TABLE audit_event ADD COLUMN other_actor VARCHAR(320)
    GENERATED ALWAYS AS (CASE WHEN actor = account THEN NULL ELSE actor END);

-- The trail is read in the descending order of time and id. Each index has this order behind the values of a filter, and behind it
-- the other columns that an admin may filter by, so that no row is read only to be left out.
CREATE INDEX audit_event_list ON audit_event (happened_at DESC, id DESC);
CREATE INDEX audit_event_list_of_space ON audit_event (space, happened_at DESC, id DESC);
CREATE INDEX audit_event_event ON audit_event (event, happened_at DESC, id DESC);
CREATE INDEX audit_event_space_event ON audit_event (space, event, happened_at DESC, id DESC);
CREATE INDEX audit_event_account ON audit_event (account, happened_at DESC, id DESC, event, space);
CREATE INDEX audit_event_other_actor ON audit_event (other_actor, happened_at DESC, id DESC, event, space);
DROP INDEX audit_event_time ON audit_event;
DROP INDEX audit_event_space ON audit_event;
