-- Address books: the CardDAV servers of a space, and what an account proves itself with to one.

CREATE TABLE carddav_server (
    id                    BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version               BIGINT        NOT NULL,
    space_id              BIGINT        NOT NULL,
    uri                   VARCHAR(1024) NOT NULL,
    port                  INT           NULL,
    enabled               BOOLEAN       NOT NULL,
    exact_match           BOOLEAN       NOT NULL,
    min_characters        INT           NOT NULL,
    results_limit         INT           NOT NULL,
    timeout_seconds       INT           NOT NULL,
    delay_millis          INT           NOT NULL,
    fields_for_user_input VARCHAR(1024) NULL,
    fields_for_domain     VARCHAR(1024) NULL,
    CONSTRAINT carddav_server_space_fk FOREIGN KEY (space_id) REFERENCES space (id)
) ${table_options};

CREATE TABLE carddav_credential (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version    BIGINT       NOT NULL,
    account_id BIGINT       NOT NULL,
    server_id  BIGINT       NOT NULL,
    username   VARCHAR(255) NOT NULL,
    realm      VARCHAR(255) NOT NULL,
    algorithm  VARCHAR(16)  NOT NULL,
    ha1        VARCHAR(64)  NOT NULL,
    CONSTRAINT carddav_credential_unique UNIQUE (account_id, server_id),
    CONSTRAINT carddav_credential_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT carddav_credential_server_fk FOREIGN KEY (server_id) REFERENCES carddav_server (id)
) ${table_options};
