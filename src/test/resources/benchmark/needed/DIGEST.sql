# The challenge needs no statement. The primary key of the nonce lets one request win; nonce and login are recorded in one transaction.
0 SELECT a.*, s.*, e.* FROM account a JOIN space s ON s.id = a.space_id LEFT JOIN external_account e ON e.account_id = a.id WHERE s.domain = 'sip.example.org' AND a.username = '${username}'
0 SELECT c.*, v.* FROM carddav_credential c JOIN carddav_server v ON v.id = c.server_id WHERE c.account_id = ${id}
0 INSERT INTO used_nonce (nonce_and_count, expires_at) VALUES ('${text:22} 1', ${now+600000})
0 INSERT INTO audit_event (happened_at, event, outcome, actor, account, space, address, user_agent, detail) VALUES (${now}, 'LOGIN', 'SUCCESS', 'sip:${username}@sip.example.org', 'sip:${username}@sip.example.org', 'sip.example.org', '127.0.0.1', 'benchmark', 'digest')
0 COMMIT
