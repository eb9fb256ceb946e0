package io.retrogate.console;

import io.retrogate.edi.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong between a person or a program and the console. */
enum ConsoleProblem implements ProblemCode {
    TRANSMISSION_UNKNOWN(
            "CON-001",
            HttpStatus.NOT_FOUND,
            "No such transmission",
            "Search for it by RMA, control number, Message-ID or document number.",
            Retry.NEVER),
    PARAMETER_INVALID(
            "CON-002",
            HttpStatus.BAD_REQUEST,
            "A parameter is not valid",
            "Correct the parameter; the API description gives its type and limits.",
            Retry.NEVER),
    DOCUMENT_UNKNOWN(
            "CON-003",
            HttpStatus.NOT_FOUND,
            "No such document",
            "Take the document's id from its transmission.",
            Retry.NEVER),
    CONTENT_NOT_KEPT(
            "CON-004",
            HttpStatus.NOT_FOUND,
            "There are no such bytes",
            "If the payload could not be unwrapped, look at the bytes as received instead.",
            Retry.NEVER),
    NOT_AUTHENTICATED(
            "CON-005",
            HttpStatus.UNAUTHORIZED,
            "Sign in first",
            "Use HTTP Basic, user operator, with the secret in the file console-secret of the data"
                    + " directory.",
            Retry.NEVER),
    RESOURCE_UNKNOWN(
            "CON-006",
            HttpStatus.NOT_FOUND,
            "Nothing at this address",
            "See /v3/api-docs for the addresses there are.",
            Retry.NEVER),
    REQUEST_NOT_SUPPORTED(
            "CON-007",
            HttpStatus.BAD_REQUEST,
            "This request is not supported",
            "Use a method and a media type that the API description lists.",
            Retry.NEVER),
    SECRET_UNUSABLE(
            "CON-008",
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The console's secret cannot be used",
            "Make the data directory writable, or delete the file console-secret so that a new one"
                    + " is made.",
            Retry.NEVER),
    TOO_MANY_FAILED_LOGINS(
            "CON-009",
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many failed logins from this address",
            "Wait a minute, then use the secret in the file console-secret.",
            Retry.LATER),
    UNEXPECTED(
            "CON-010",
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The console failed",
            "Try again; if it stays, look for this id in the log.",
            Retry.LATER),
    FORBIDDEN(
            "CON-011",
            HttpStatus.FORBIDDEN,
            "Not allowed",
            "Only reading is possible here.",
            Retry.NEVER);

    private final String id;
    private final HttpStatus status;
    private final String title;
    private final String remedy;
    private final Retry retry;

    ConsoleProblem(String id, HttpStatus status, String title, String remedy, Retry retry) {
        this.id = id;
        this.status = status;
        this.title = title;
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

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
