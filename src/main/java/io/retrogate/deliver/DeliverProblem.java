package io.retrogate.deliver;

import io.retrogate.edi.ProblemCode;

/** Why an attempt could not even begin. */
enum DeliverProblem implements ProblemCode {
    ENDPOINT_UNKNOWN("DLV-001", "Add or repair the endpoint's folder under routes."),
    NO_WAY_BACK("DLV-002", "Give the partner's agreement an acknowledgeBy that it can receive by."),
    ROUTE_MISSING("DLV-003", "Add or repair deliver.camel.yaml in the partner's folder."),
    NO_AS2("DLV-004", "Give the agreement an as2 section with a url, and our own name a key."),
    SFTP_PARAMETER(
            "DLV-005",
            "Correct the parameter in deliver.camel.yaml; src/docs/routes.md lists all."),
    SFTP_FAILED("DLV-006", "Look at the detail: address, host key, login or folder are wrong."),
    TEMPLATE_UNUSABLE(
            "DLV-007",
            "Mend the template at this line; optional members need a default, as in"
                    + " ${message.rma.number!}.",
            Retry.NEVER),
    TEMPLATE_FAILED(
            "DLV-008",
            "Mend the template at this line, or the message; then deliver it again.",
            Retry.NEVER),
    MESSAGE_UNREADABLE("DLV-009", "See that the archive can be read."),
    RECEIPT_ELSEWHERE(
            "DLV-010",
            "Agree on the address under as2.mdn.deliverTo, or have the message sent again."),
    SIZE_DIFFERS(
            "DLV-011",
            "Ask the partner; if its server shows us no files, set verify to false in deliver.camel.yaml."),
    HOST_KEY_CHANGED(
            "DLV-012",
            "Ask the partner whether its host key changed; only then correct the known hosts file."),
    TLS_FAILED(
            "DLV-013",
            "Compare the server's certificate with what is agreed: as2.tls.server, or else an authority that Java knows and the name in the url; and whether it asks for ours (as2.tls.ours).");

    private final String id;
    private final String remedy;
    private final Retry retry;

    /** One that ends when somebody repairs a folder. */
    DeliverProblem(String id, String remedy) {
        this(id, remedy, Retry.LATER);
    }

    DeliverProblem(String id, String remedy, Retry retry) {
        this.id = id;
        this.remedy = remedy;
        this.retry = retry;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
