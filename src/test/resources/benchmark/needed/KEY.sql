# One join reads the key and its account; the use of the key and the login are recorded, at most once a minute, in one transaction.
0 SELECT k.*, a.*, s.*, e.* FROM api_key k JOIN account a ON a.id = k.account_id JOIN space s ON s.id = a.space_id LEFT JOIN external_account e ON e.account_id = a.id WHERE k.hash = '${keyHash}'
0 SELECT c.*, v.* FROM carddav_credential c JOIN carddav_server v ON v.id = c.server_id WHERE c.account_id = ${id}
0 UPDATE api_key SET last_used_at = ${now} WHERE id = ${id}
0 INSERT INTO audit_event (happened_at, event, outcome, actor, account, space, address, user_agent, detail) VALUES (${now}, 'LOGIN', 'SUCCESS', 'sip:${username}@sip.example.org', 'sip:${username}@sip.example.org', 'sip.example.org', '127.0.0.1', 'benchmark', 'api_key')
0 COMMIT
