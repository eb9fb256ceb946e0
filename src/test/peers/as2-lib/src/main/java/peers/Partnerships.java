package peers;

import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.partner.AbstractPartnershipFactory;
import com.helger.as2lib.partner.Partnership;

/**
 * Found by the AS2 names alone: as2-lib's receiver of asynchronous receipts asks for key aliases,
 * too, which it does not know yet, so that its own factories find nothing.
 */
final class Partnerships extends AbstractPartnershipFactory {

    @Override
    public Partnership getPartnership(Partnership asked) throws AS2Exception {
        Partnership names = new Partnership(asked.getName());
        names.setSenderAS2ID(asked.getSenderAS2ID());
        names.setReceiverAS2ID(asked.getReceiverAS2ID());
        return super.getPartnership(names);
    }

    /** Without a signing algorithm its MIC leaves the MIME headers out, whatever the message is. */
    static Partnership between(String from, String to, boolean wrapped) {
        Partnership partnership = new Partnership(from + "-" + to);
        partnership.setSenderAS2ID(from);
        partnership.setReceiverAS2ID(to);
        partnership.setSenderX509Alias(from);
        partnership.setReceiverX509Alias(to);
        if (wrapped) {
            partnership.setSigningAlgorithm(ECryptoAlgorithmSign.DIGEST_SHA_256);
        }
        return partnership;
    }
}
