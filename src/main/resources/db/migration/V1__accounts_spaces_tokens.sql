-- One script for H2 and MariaDB. Times are milliseconds since 1970 (UTC): no time zone and no summer time can change them.
-- Secrets are stored hashed only: ha1 by RFC 7616, tokens and keys by SHA-256 (hex).

CREATE TABLE space (
    id                   BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version              BIGINT        NOT NULL,
    domain               VARCHAR(253)  NOT NULL,
    host                 VARCHAR(253)  NOT NULL,
    name                 VARCHAR(255)  NOT NULL,
    realm                VARCHAR(255)  NULL,
    algorithm            VARCHAR(16)   NOT NULL,
    registrar            VARCHAR(1024) NULL,
    entries_id           BIGINT        NULL,
    overwrite_all        BOOLEAN       NOT NULL,
    overwrite_patterns   ${long_text}  NOT NULL,
    super_space          BOOLEAN       NOT NULL,
    expire_at            BIGINT        NULL,
    max_accounts         INT           NOT NULL,
    app_flags            VARCHAR(1024) NOT NULL,
    app_max_account      INT           NOT NULL,
    created_at           BIGINT        NOT NULL,
    updated_at           BIGINT        NOT NULL,
    CONSTRAINT space_domain_unique UNIQUE (domain),
    CONSTRAINT space_host_unique UNIQUE (host)
) ${table_options};

-- Revisions of a space's linphonerc entries, gzipped; space.entries_id names the one in force.
CREATE TABLE linphonerc_entries (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    space_id   BIGINT      NOT NULL,
    content    LONGBLOB    NOT NULL,
    created_at BIGINT      NOT NULL,
    CONSTRAINT linphonerc_entries_space_fk FOREIGN KEY (space_id) REFERENCES space (id)
) ${table_options};

-- Raised in every transaction that changes a space, so that each node notices by one cheap query.
CREATE TABLE change_counter (
    name    VARCHAR(32) NOT NULL PRIMARY KEY,
    changes BIGINT      NOT NULL
) ${table_options};

INSERT INTO change_counter (name, changes) VALUES ('space', 0);

CREATE TABLE account (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version       BIGINT       NOT NULL,
    space_id      BIGINT       NOT NULL,
    username      VARCHAR(64)  NOT NULL,
    display_name  VARCHAR(255) NULL,
    email         VARCHAR(254) NULL,
    phone         VARCHAR(64)  NULL,
    activated     BOOLEAN      NOT NULL,
    blocked       BOOLEAN      NOT NULL,
    admin         BOOLEAN      NOT NULL,
    dtmf_protocol VARCHAR(16)  NULL,
    dictionary    ${long_text} NOT NULL,
    ha1_md5       VARCHAR(32)  NULL,
    ha1_sha256    VARCHAR(64)  NULL,
    had_external  BOOLEAN      NOT NULL,
    created_at    BIGINT       NOT NULL,
    updated_at    BIGINT       NOT NULL,
    CONSTRAINT account_address_unique UNIQUE (space_id, username),
    CONSTRAINT account_space_fk FOREIGN KEY (space_id) REFERENCES space (id)
) ${table_options};

CREATE INDEX account_email ON account (email);

CREATE TABLE external_account (
    id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id     BIGINT        NOT NULL,
    username       VARCHAR(255)  NOT NULL,
    domain         VARCHAR(253)  NOT NULL,
    realm          VARCHAR(255)  NULL,
    registrar      VARCHAR(1024) NULL,
    outbound_proxy VARCHAR(1024) NULL,
    protocol       VARCHAR(8)    NOT NULL,
    algorithm      VARCHAR(16)   NOT NULL,
    ha1            VARCHAR(64)   NOT NULL,
    CONSTRAINT external_account_unique UNIQUE (account_id),
    CONSTRAINT external_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ${table_options};

-- One row an account: a new token takes the place of the former one, which is how it is revoked.
CREATE TABLE provisioning_token (
    account_id BIGINT      NOT NULL PRIMARY KEY,
    hash       VARCHAR(64) NOT NULL,
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NULL,
    used_at    BIGINT      NULL,
    CONSTRAINT provisioning_token_hash_unique UNIQUE (hash),
    CONSTRAINT provisioning_token_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ${table_options};

CREATE TABLE api_key (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT       NOT NULL,
    hash       VARCHAR(64)  NOT NULL,
    name       VARCHAR(255) NOT NULL,
    kind       VARCHAR(16)  NOT NULL,
    created_at BIGINT       NOT NULL,
    CONSTRAINT api_key_hash_unique UNIQUE (hash),
    CONSTRAINT api_key_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ${table_options};

-- What a SIP server reads: Kamailio's auth_db (calculate_ha1 = 0, password_column "ha1") and Flexisip.
CREATE VIEW subscriber AS
SELECT a.username AS username, s.domain AS domain, a.ha1_md5 AS ha1, a.ha1_sha256 AS ha1_sha256
FROM account a
JOIN space s ON s.id = a.space_id
WHERE a.activated = TRUE AND a.blocked = FALSE AND a.ha1_md5 IS NOT NULL;
