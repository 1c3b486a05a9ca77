# The conditional UPDATE lets one request win; one join reads all that the document has of one row each; address books are many.
0 UPDATE provisioning_token SET used_at = ${now} WHERE hash = '${tokenHash}' AND used_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})
0 SELECT a.*, s.*, e.* FROM provisioning_token t JOIN account a ON a.id = t.account_id JOIN space s ON s.id = a.space_id LEFT JOIN external_account e ON e.account_id = a.id WHERE t.hash = '${tokenHash}'
0 SELECT c.*, v.* FROM carddav_credential c JOIN carddav_server v ON v.id = c.server_id WHERE c.account_id = ${id}
0 INSERT INTO audit_event (happened_at, event, outcome, account, space, address, user_agent) VALUES (${now}, 'TOKEN_CONSUMED', 'SUCCESS', 'sip:${username}@sip.example.org', 'sip.example.org', '127.0.0.1', 'benchmark')
0 COMMIT
