package io.retrogate.receive;

import io.retrogate.edi.ProblemCode;

/** Why our own SFTP server does not run, or does not take something. */
enum SftpServerProblem implements ProblemCode {
    NOT_STARTED("RCV-210", "Look at the cause: retrogate.sftp.port or the host keys are wrong."),
    LIMIT("RCV-211", "Have the partner send less at a time, or raise the limit in retrogate.sftp."),
    LOGIN("RCV-212", "Put the partner's public key into authorized_keys in its folder."),
    KEYS("RCV-213", "Write one public key without options in a line, RSA of 2048 bits or more.");

    private final String id;
    private final String remedy;

    SftpServerProblem(String id, String remedy) {
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

    @Override
    public Retry retry() {
        return this == LIMIT ? Retry.LATER : Retry.NEVER;
    }
}
