package peers;

import java.io.InputStream;
import java.util.Map;
import org.openas2.OpenAS2Exception;
import org.openas2.message.AS2MessageMDN;
import org.openas2.message.Message;
import org.openas2.message.MessageMDN;
import org.openas2.partner.Partnership;
import org.openas2.processor.BaseProcessorModule;
import org.openas2.processor.msgtracking.TrackingModule;
import org.openas2.processor.resender.ResenderModule;
import org.openas2.processor.storage.StorageModule;

/**
 * Hears from the processor what became of a message. It stores the receipt of a message of ours
 * only after its own checks; where they fail it wants to send again, which is told as the error.
 */
final class Witness extends BaseProcessorModule {

    private boolean later;
    private String error = "";
    private boolean accepted;

    void expect(Options message) {
        later = message.get("later", "false").equals("true");
        error = "";
        accepted = false;
    }

    @Override
    public boolean canHandle(String action, Message msg, Map<Object, Object> how) {
        return action.equals(StorageModule.DO_STORE)
                || action.equals(StorageModule.DO_STOREMDN)
                || action.equals(ResenderModule.DO_RESEND)
                || action.equals(TrackingModule.DO_TRACK_MSG);
    }

    @Override
    public void handle(String action, Message msg, Map<Object, Object> how) throws OpenAS2Exception {
        try {
            switch (action) {
                case StorageModule.DO_STORE -> received(msg);
                case StorageModule.DO_STOREMDN -> {
                    // A receipt of its own making is stored, too.
                    accepted = ours(msg);
                    if (accepted && later) {
                        receipt(msg);
                    }
                }
                case ResenderModule.DO_RESEND -> {
                    error = reason((Throwable) how.get(ResenderModule.OPTION_CAUSE));
                    if (later) {
                        receipt(msg);
                    }
                }
                default -> {
                    boolean failed = Message.MSG_STATE_SEND_FAIL.equals(msg.getOption("STATE"));
                    if (failed && error.isEmpty()) {
                        error = String.valueOf(msg.getLogMsg());
                    }
                }
            }
        } catch (OpenAS2Exception e) {
            throw e;
        } catch (Exception e) {
            throw new OpenAS2Exception(e);
        }
    }


    private static void received(Message msg) throws Exception {
        try (InputStream in = msg.getData().getInputStream()) {
            String from = msg.getPartnership().getSenderID(Partnership.PID_AS2);
            Partner.received(msg.getMessageID(), from, in.readAllBytes());
        }
    }

    private static boolean ours(Message msg) {
        return msg.getPartnership().getAttribute(Partnership.PA_AS2_URL) != null;
    }

    private void receipt(Message msg) throws Exception {
        Map<String, Object> line = Partner.event("receipt", msg.getMessageID());
        tell(msg, line);
        Partner.print(line);
    }

    /** What it thinks of the message and its receipt. */
    void tell(Message msg, Map<String, Object> line) throws Exception {
        line.put("messageId", msg.getMessageID());
        MessageMDN mdn = msg.getMDN();
        boolean signed =
                mdn != null
                        && mdn.getData() != null
                        && mdn.getData().getContentType().startsWith("multipart/signed");
        line.put("disposition", mdn == null ? null : mdn.getAttribute(AS2MessageMDN.MDNA_DISPOSITION));
        line.put("signed", mdn == null ? null : signed);
        line.put("micMatches", mdn != null && accepted && compared(msg, mdn) ? true : null);
        line.put("error", error.isEmpty() ? null : error);
    }

    /** It passes over the MIC of a receipt that need not be signed, and one that is missing. */
    private static boolean compared(Message msg, MessageMDN mdn) {
        String options = msg.getPartnership().getAttribute(Partnership.PA_AS2_MDN_OPTIONS);
        return !"none".equals(options) && mdn.getAttribute(AS2MessageMDN.MDNA_MIC) != null;
    }

    private static String reason(Throwable cause) {
        Throwable last = cause;
        while (last != null && last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last == null ? cause : last.getMessage());
    }
}
