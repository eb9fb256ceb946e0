package io.retrogate.receive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Our own SFTP server, for partners that push.
 *
 * @param enabled off unless somebody wants it
 * @param address it listens at; empty for all of this machine
 * @param port 0 takes any
 * @param connections of all partners together
 * @param connectionsPerPartner of each
 * @param openFiles of each connection
 * @param fileSize of each file
 * @param files of each partner at a time
 * @param quota of all files of a partner that we still keep for it
 * @param authAttempts of each connection
 * @param idle after which a connection is closed
 * @param incompleteAfter how long a file without its end is waited for
 */
@ConfigurationProperties("retrogate.sftp")
record SftpServerProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String address,
        @DefaultValue("2222") int port,
        @DefaultValue("100") int connections,
        @DefaultValue("4") int connectionsPerPartner,
        @DefaultValue("16") int openFiles,
        @DefaultValue("200MB") DataSize fileSize,
        @DefaultValue("5000") int files,
        @DefaultValue("1GB") DataSize quota,
        @DefaultValue("6") int authAttempts,
        @DefaultValue("5m") Duration idle,
        @DefaultValue("1h") Duration incompleteAfter) {}
