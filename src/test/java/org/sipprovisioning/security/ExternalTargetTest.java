package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;
import org.sipprovisioning.settings.Settings;

class ExternalTargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/phones,/provisioning/me?x,/phones/provisioning/me?x,true",
        "https://a.example/phones/,/provisioning/me,/phones/provisioning/me,true",
        "https://a.example/phones,/provisioning/me,/provisioning/me,true",
        "https://a.example,/provisioning/me,/provisioning/me,true",
        "https://a.example/phones,/provisioning/me,/phones/provisioning/me?x,false",
        "https://a.example/phones,/provisioning/me,/other/provisioning/me,false",
        "https://a.example/phones,/provisioning/me,/phones,false",
        "'',/provisioning/me,/provisioning/me,true",
        "'',/provisioning/me,/phones/provisioning/me,false",
    })
    void isAsAskedOrAsTheProxyWasAsked(String publicUrl, String asked, String claimed, boolean same) {
        ExternalTarget target = new ExternalTarget();
        Settings settings = Configured.settings("public-url", publicUrl);
        target.settings = settings;
        target.target = FakeRequest.to("a").target(settings);

        assertThat(target.is(asked, claimed)).isEqualTo(same);
    }
}
