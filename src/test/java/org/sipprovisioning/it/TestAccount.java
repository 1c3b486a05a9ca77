package org.sipprovisioning.it;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * An account that a test has made, and what its admin does with it. Each step must succeed.
 *
 * @param admin who made the account
 * @param json the account as the API returned it last, with its provisioning token
 */
public record TestAccount(Api admin, JsonObject json) {

    public int id() {
        return json.getInt("id");
    }

    public String username() {
        return json.getString("username");
    }

    public String domain() {
        return json.getString("domain");
    }

    public String sipUri() {
        return json.getString("sip_uri");
    }

    /** Returns the provisioning token. */
    public String token() {
        return json.getString("provisioning_token");
    }

    /** Returns the provisioning URL, which holds the token. */
    public String url() {
        return json.getString("provisioning_url");
    }

    /** Returns the account's path in the API. */
    public String path() {
        return "/api/accounts/" + id();
    }

    /** Returns the same account with a fresh provisioning token, which replaces the former one. */
    public TestAccount issue() {
        return new TestAccount(admin, post("provision").json());
    }

    public boolean isActivated() {
        return admin.get(path()).is(200).json().getBoolean("activated");
    }

    /** Returns what a use of the token may change, from the suite's database: account, password hashes and token. */
    public List<String> stored() {
        return Rows.row(
                "SELECT a.version, a.activated, a.ha1_md5, a.ha1_sha256, t.hash, t.used_at FROM account a"
                        + " JOIN provisioning_token t ON t.account_id = a.id WHERE a.id = ?",
                id());
    }

    /** @param verb the last segment of the path: block, activate and the like */
    public void act(String verb) {
        post(verb);
    }

    public void change(Map<String, ?> fields) {
        admin.put(path(), fields).is(200);
    }

    public void addContact(TestAccount contact) {
        post("contacts/" + contact.id());
    }

    public void linkExternal(Map<String, ?> fields) {
        admin.post(path() + "/external", fields).is(201);
    }

    public void unlinkExternal() {
        admin.delete(path() + "/external").is(200);
    }

    private Api.Answer post(String verb) {
        return admin.call("POST", path() + "/" + verb).is(200);
    }
}
