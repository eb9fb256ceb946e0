package peers;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Map;

/** Who we are, and our one partner. */
record Keys(
        String own, PrivateKey key, Certificate[] chain, String partner, Certificate[] partnerChain) {

    static Keys of(Options options) throws Exception {
        String own = options.get("own");
        Map<String, String> partners = options.partners();
        String partner = partners.keySet().iterator().next();
        KeyStore store = options.keys(own, partners);
        PrivateKey key = (PrivateKey) store.getKey(own, Options.PASSWORD.toCharArray());
        return new Keys(
                own,
                key,
                store.getCertificateChain(own),
                partner,
                new Certificate[] {store.getCertificate(partner)});
    }
}
