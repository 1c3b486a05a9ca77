package org.sipprovisioning.upgrade;

import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** An account and its password, with which it logs in by Digest. */
record Login(String username, String domain, String password) {

    static Login of(TestAccount account) {
        return new Login(account.username(), account.domain(), Fixtures.PASSWORD);
    }

    static Login ofFilled(int number) {
        return new Login(Filling.username(number), Filling.DOMAIN, Filling.PASSWORD);
    }

    Api.Answer get(Server server, String path) {
        return get(server, server, path);
    }

    /** Answers the challenge of one server to another. */
    Api.Answer get(Server challenger, Server server, String path) {
        String header = DigestLogin.challenged(Api.anonymous(challenger), username, domain, password, path)
                .header();
        return Api.anonymous(server).with("Authorization", header).get(path);
    }
}
