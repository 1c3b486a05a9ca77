-- A transaction that locks a row of these tables also raises this counter: the nodes of a Galera cluster compare the rows that
-- transactions write, and do not know of each other's locks.

ALTER TABLE space ADD COLUMN locks BIGINT NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN locks BIGINT NOT NULL DEFAULT 0;
