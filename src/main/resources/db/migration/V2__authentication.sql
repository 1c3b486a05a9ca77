-- Who may ask: keys with a life of their own, auth tokens, used nonces, single sign-on; who has asked: the audit trail.

ALTER TABLE space ADD COLUMN oidc_issuer VARCHAR(1024) NULL;
ALTER TABLE space ADD COLUMN oidc_jwks_url VARCHAR(1024) NULL;
ALTER TABLE space ADD COLUMN oidc_public_key ${long_text} NULL;
ALTER TABLE space ADD COLUMN oidc_audience VARCHAR(255) NULL;
ALTER TABLE space ADD COLUMN oidc_claim VARCHAR(255) NULL;
ALTER TABLE space ADD COLUMN digest_and_bearer BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE space ADD COLUMN client_certificate_ca ${long_text} NULL;

-- IP addresses and CIDR blocks, one a line; none: from anywhere.
ALTER TABLE api_key ADD COLUMN ips ${long_text} NULL;
ALTER TABLE api_key ADD COLUMN last_used_at BIGINT NULL;

-- What nonces are authenticated with; made by the first node, the same for all.
CREATE TABLE server_key (
    name       VARCHAR(32) NOT NULL PRIMARY KEY,
    secret     VARCHAR(64) NOT NULL,
    created_at BIGINT      NOT NULL
) ${table_options};

-- Each nonce with its count that has proved somebody, until the nonce is too old anyway.
CREATE TABLE used_nonce (
    nonce_and_count VARCHAR(40) NOT NULL PRIMARY KEY,
    expires_at      BIGINT      NOT NULL
) ${table_options};

CREATE INDEX used_nonce_expiry ON used_nonce (expires_at);

-- Of nobody until an account attaches it; used once, it stays until it expires.
CREATE TABLE auth_token (
    hash       VARCHAR(64) NOT NULL PRIMARY KEY,
    account_id BIGINT      NULL,
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NOT NULL,
    used_at    BIGINT      NULL,
    CONSTRAINT auth_token_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ${table_options};

CREATE INDEX auth_token_expiry ON auth_token (expires_at);

CREATE TABLE contact (
    account_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, contact_id),
    CONSTRAINT contact_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT contact_contact_fk FOREIGN KEY (contact_id) REFERENCES account (id)
) ${table_options};

-- Rows are added, and removed when they are too old; never changed. Names, not ids: what they tell of may be gone.
CREATE TABLE audit_event (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    happened_at BIGINT       NOT NULL,
    event       VARCHAR(32)  NOT NULL,
    outcome     VARCHAR(16)  NOT NULL,
    actor       VARCHAR(320) NULL,
    account     VARCHAR(320) NULL,
    space       VARCHAR(253) NULL,
    address     VARCHAR(64)  NULL,
    user_agent  VARCHAR(255) NULL,
    detail      VARCHAR(255) NULL
) ${table_options};

CREATE INDEX audit_event_time ON audit_event (happened_at);
CREATE INDEX audit_event_space ON audit_event (space, happened_at);
