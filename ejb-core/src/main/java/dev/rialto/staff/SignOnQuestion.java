package dev.rialto.staff;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/** What must fit between the question to a provider and its answer. */
public record SignOnQuestion(String state, String nonce, String verifier) {
    static SignOnQuestion fresh() {
        return new SignOnQuestion(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
    }

    @Override
    public String toString() {
        return "SignOnQuestion";
    }
}
