package io.retrogate.deliver;

import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpEndpointConfigurer;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.PropertyConfigurer;

/**
 * Camel's SFTP that asks the server for the size of what it wrote, while that still has its
 * temporary name: a file that is not whole never gets the name by which the partner knows it.
 */
@SuppressWarnings("rawtypes") // as Camel declares its own
final class CheckedSftp extends SftpComponent {

    static final String SCHEME = "checkedsftp";

    /** The options are those of {@code sftp}, whatever we are called. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new SftpEndpointConfigurer();
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        int query = uri.indexOf('?');
        var address = new URI(query < 0 ? uri : uri.substring(0, query));
        var configuration = new SftpConfiguration(address);
        FtpUtils.ensureRelativeFtpDirectory(this, configuration);
        boolean verify = getAndRemoveParameter(parameters, "verify", Boolean.class, true);
        return new SftpEndpoint(uri, this, configuration) {
            @Override
            public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
                SftpOperations operations = verify ? new Operations() : new SftpOperations();
                operations.setEndpoint(this);
                return operations;
            }
        };
    }

    private static final class Operations extends SftpOperations {

        @Override
        public boolean storeFile(String name, Exchange exchange, long size) {
            byte[] bytes = RemoteSize.bytes(exchange);
            boolean stored = super.storeFile(name, exchange, size);
            if (stored) {
                RemoteSize.check(name, bytes.length, sizeOf(name));
            }
            return stored;
        }

        private long sizeOf(String name) {
            SftpRemoteFile[] found = listFiles(name);
            return found.length == 1 ? found[0].getFileLength() : RemoteSize.UNKNOWN;
        }
    }
}
