package io.retrogate.partner;

import io.retrogate.edi.ProblemCode;

/** What can be wrong with a partner folder. A warning does not keep a folder from going live. */
public enum PartnerProblem implements ProblemCode {
    FOLDER_UNREADABLE("PRT-001", "Make the folder and its files readable for the gateway."),
    DESCRIPTION_MISSING("PRT-002", "Give the folder either an agreement.yaml or an endpoint.yaml."),
    YAML_BROKEN("PRT-003", "Correct the YAML at this line."),
    KEY_UNKNOWN("PRT-004", "Correct the key or remove it."),
    KEY_MISSING("PRT-005", "Add the key."),
    VALUE_INVALID("PRT-006", "Correct the value."),
    PLACEHOLDER_UNRESOLVED(
            "PRT-007", "Set the property, variable or file, or give the placeholder a default."),
    NAME_DIFFERS("PRT-008", "Give the folder the name that stands in it."),
    IDENTIFIER_TAKEN(
            "PRT-009", "Remove the identifier from one of the two; it names one partner only."),
    AS2_NAMES_TAKEN(
            "PRT-010",
            "Use a pair of AS2 names that no other partner has, in this case and spelling."),
    DESTINATION_UNKNOWN(
            "PRT-011", "Correct the name, or add a folder of that name with an endpoint.yaml."),
    DOCUMENT_UNSUPPORTED(
            "PRT-012",
            "Write it like 'X12 856 004010', 'EDIFACT RETANN D01B' or 'EDIFACT RETANN D96A EN'."),
    DOCUMENT_TWICE("PRT-013", "Keep one entry for each document and direction."),
    ANSWER_IMPOSSIBLE(
            "PRT-014",
            "Answer X12 with 997, 999 and 824, EDIFACT with CONTRL and APERAK, and name a way back in acknowledgeBy."),
    CERTIFICATE_MISSING(
            "PRT-015",
            "Ask the partner for its certificate and put it under certs as a .pem file."),
    CERTIFICATE_UNREADABLE("PRT-016", "Replace the file by an X.509 certificate in PEM form."),
    CERTIFICATE_NOT_VALID("PRT-017", "Ask the partner for a certificate that is valid now."),
    CERTIFICATE_EXPIRES_SOON(
            "PRT-018", "Exchange new certificates before this one expires.", Weight.WARNING),
    CERTIFICATE_TOO_WEAK(
            "PRT-019", "Use an RSA key of 2048 bits or more, or one on P-256, P-384 or P-521."),
    PRIVATE_KEY_FOUND(
            "PRT-020", "Remove the private key from the folder, tell its owner, and replace it."),
    ACTIVE_CERTIFICATE_UNCLEAR(
            "PRT-021",
            "Leave one .pem file in certs, and put the others into certs/announced, certs/retiring or certs/retired; or give each a state under as2.certificates."),
    ALGORITHM_LEGACY(
            "PRT-022", "Use SHA-2 and AES, or list the algorithm under as2.legacy to allow it."),
    OWN_KEY_UNREADABLE(
            "PRT-023",
            "Restore the key file; the gateway has to own it, and to write to the folder it is in."),
    SECRET_IN_FILE(
            "PRT-024", "Refer to it by ${file:PATH} or ${env:NAME} instead.", Weight.WARNING),
    PART_FAILED("PRT-025", "Look at the log for the cause; the last good version keeps serving."),
    URL_INVALID("PRT-026", "Write an absolute http or https URL."),
    CERTIFICATE_UNUSED(
            "PRT-027", "List the file under as2.certificates or delete it.", Weight.WARNING),
    RETRY_MAY_DOUBLE(
            "PRT-028",
            "Use ambiguous: hold, or have the endpoint honour Idempotency-Key.",
            Weight.WARNING),
    ROUTES_MISSING("PRT-029", "Create the directory, or set retrogate.routes to the right one."),
    HEADER_RESERVED("PRT-030", "Remove the header; the gateway sets it itself."),
    GUIDE_RULE_UNPROVED("PRT-031", "Add a sample that shows what the rule is for.", Weight.WARNING),
    POSITION_UNREAD(
            "PRT-032",
            "Add a rule with this path to the folder's mapping, if endpoints need what stands there.",
            Weight.WARNING),
    CERTIFICATE_OUT_OF_USE(
            "PRT-033",
            "Exchange new certificates, or retire this one; the partner's others are used meanwhile.",
            Weight.WARNING),
    OWN_KEY_PASSWORD_WRONG(
            "PRT-034",
            "Give the password that the key file was written with, in RETROGATE_KEYS_PASSWORD or in the file that RETROGATE_KEYS_PASSWORD_FILE names."),
    OWN_KEY_MISSING(
            "PRT-035",
            "Put exactly one private key and its certificate into the file: openssl pkcs12 -export -inkey KEY -in CERTIFICATE."),
    OWN_KEY_EXPOSED(
            "PRT-036", "Take the file from everybody else: chmod 600 FILE.", Weight.WARNING),
    OWN_KEY_GONE(
            "PRT-037",
            "Put a key there; until then another one signs, the last one or the announced one.",
            Weight.WARNING),
    OWN_CERTIFICATE_NOT_VALID(
            "PRT-038",
            "Announce another key to the partners and make it the active one; many refuse what is signed with this.",
            Weight.WARNING),
    OWN_KEY_EXISTS(
            "PRT-039",
            "Make the announced key the active one first ('retrogate keys activate'), or move the file away."),
    OWN_KEY_NOT_ANNOUNCED(
            "PRT-040",
            "Make one with 'retrogate keys new --state announced', and give the partners its certificate before you make it the active one.");

    private final String id;
    private final String remedy;
    private final Weight weight;

    PartnerProblem(String id, String remedy) {
        this(id, remedy, Weight.ERROR);
    }

    PartnerProblem(String id, String remedy, Weight weight) {
        this.id = id;
        this.remedy = remedy;
        this.weight = weight;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** A folder is read again when it changes; trying again by itself does not help. */
    @Override
    public Retry retry() {
        return Retry.NEVER;
    }

    /** Whether the folder may go live all the same. */
    public boolean isWarning() {
        return weight == Weight.WARNING;
    }

    private enum Weight {
        ERROR,
        WARNING
    }
}
