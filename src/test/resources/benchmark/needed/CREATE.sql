# One join reads the admin's key and account; the account, its token and both events are written in one transaction.
0 SELECT k.*, a.*, s.* FROM api_key k JOIN account a ON a.id = k.account_id JOIN space s ON s.id = a.space_id WHERE k.id = 1
0 INSERT INTO account (version, space_id, username, activated, blocked, admin, dictionary, ha1_md5, ha1_sha256, had_external, created_at, updated_at) VALUES (1, 1, '${newUsername}', TRUE, FALSE, FALSE, '{}', '${hex:32}', '${hex:64}', FALSE, ${now}, ${now})
0 INSERT INTO provisioning_token (account_id, hash, created_at) VALUES (${id}, '${hex:64}', ${now})
0 INSERT INTO audit_event (happened_at, event, outcome, actor, account, space, address, user_agent) VALUES (${now}, 'ACCOUNT_CREATED', 'SUCCESS', 'sip:admin@sip.example.org', 'sip:${newUsername}@sip.example.org', 'sip.example.org', '127.0.0.1', 'benchmark'), (${now}, 'TOKEN_ISSUED', 'SUCCESS', 'sip:admin@sip.example.org', 'sip:${newUsername}@sip.example.org', 'sip.example.org', '127.0.0.1', 'benchmark')
0 COMMIT
