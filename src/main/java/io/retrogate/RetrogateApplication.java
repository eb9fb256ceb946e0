package io.retrogate;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The gateway as one Spring Boot application; started by the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class RetrogateApplication {}
