package io.retrogate.as2;

/**
 * A message ready to be sent, with what its receipt has to prove. Its content lives until it is
 * closed.
 *
 * @param contentType of the HTTP request
 * @param covered the bytes that the MIC of the receipt has to cover
 */
record OutgoingMessage(String contentType, Slice body, Slice covered, Runnable cleanUp)
        implements AutoCloseable {

    @Override
    public void close() {
        cleanUp.run();
    }
}
