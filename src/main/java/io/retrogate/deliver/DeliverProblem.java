package io.retrogate.deliver;

import io.retrogate.edi.ProblemCode;

/** Why an attempt could not even begin. */
enum DeliverProblem implements ProblemCode {
    ENDPOINT_UNKNOWN("DLV-001", "Add or repair the endpoint's folder under routes."),
    NO_WAY_BACK("DLV-002", "Give the partner's agreement an acknowledgeBy that it can receive by."),
    ROUTE_MISSING("DLV-003", "Add or repair deliver.camel.yaml in the partner's folder."),
    NO_AS2("DLV-004", "Give the agreement an as2 section with a url, and our own name a key."),
    SFTP_PARAMETER("DLV-005", "Correct the parameters of deliver-sftp in deliver.camel.yaml."),
    SFTP_FAILED("DLV-006", "Look at the detail: address, host key, login or folder are wrong.");

    private final String id;
    private final String remedy;

    DeliverProblem(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** Each of them ends when somebody repairs a folder. */
    @Override
    public Retry retry() {
        return Retry.LATER;
    }
}
