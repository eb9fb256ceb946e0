package io.retrogate.returns;

/** The canonical message of the transaction set with this ordinal within its interchange. */
public record TranslatedDocument(int ordinal, ReturnMessage message) {}
