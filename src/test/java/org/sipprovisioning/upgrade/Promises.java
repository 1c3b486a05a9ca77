package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Server;

/** What the old version promised its clients. The new version must keep it. Each check uses something up. */
final class Promises {
    private final Sample sample;
    private final Server server;
    private final Phone phone;

    private Promises(Sample sample, Server server) {
        this.sample = sample;
        this.server = server;
        this.phone = Phone.at(server);
    }

    static void assertKept(Sample sample, Server server) {
        Promises promises = new Promises(sample, server);
        promises.aLiveTokenWorksOnce(sample.alice().token());
        promises.aLiveTokenWorksOnce(Filling.token(Filling.ROWS - 1));
        promises.aDeadTokenStaysDead(sample.used().token());
        promises.aDeadTokenStaysDead(sample.expired().token());
        promises.aDeadTokenStaysDead(Filling.token(1));
        promises.aDeadTokenStaysDead(Filling.token(2));
        promises.anAttachedAuthTokenWorksOnce();
        promises.anAuthTokenCanBeAttached();
        promises.aFullSpaceIsFull();
        promises.newAccountsWork();
    }

    private void aLiveTokenWorksOnce(String token) {
        phone.assertLive(token);
        assertThat(phone.config("/provisioning/" + token).value("auth_info_0", "ha1"))
                .as("The ha1 of the account of %s", token)
                .isNotBlank();
        phone.assertDead(token);
    }

    private void aDeadTokenStaysDead(String token) {
        assertThat(phone.get("/provisioning/" + token).status()).as(token).isEqualTo(404);
    }

    private void anAttachedAuthTokenWorksOnce() {
        String path = "/provisioning/auth_token/" + sample.attached();
        assertThat(phone.config(path).value("auth_info_0", "username"))
                .isEqualTo(sample.alice().username());
        assertThat(phone.get(path).status()).isEqualTo(404);
    }

    private void anAuthTokenCanBeAttached() {
        Api.withKey(server, sample.usersKey())
                .call("POST", "/api/accounts/auth_token/" + sample.unattached() + "/attach")
                .is(200);
    }

    private void aFullSpaceIsFull() {
        Api admin = Api.withKey(server, Sample.SUPER_ADMINS_KEY);
        var fields = Fixtures.accountFields().add("domain", Filling.DOMAIN).build();
        admin.post("/api/accounts", fields).is(409);
        String path = "/api/accounts/sip:" + Filling.username(3) + "@" + Filling.DOMAIN + "/search";
        admin.delete("/api/accounts/" + admin.get(path).is(200).json().getInt("id"))
                .is(200);
        admin.post("/api/accounts", fields).is(200);
        admin.post(
                        "/api/accounts",
                        Fixtures.accountFields().add("domain", Filling.DOMAIN).build())
                .is(409);
    }

    private void newAccountsWork() {
        aLiveTokenWorksOnce(
                Fixtures.account(Api.withKey(server, sample.adminsKey())).token());
    }
}
