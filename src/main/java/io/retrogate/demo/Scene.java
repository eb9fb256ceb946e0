package io.retrogate.demo;

import java.util.List;

/**
 * One document of the demonstration and what has to become of it.
 *
 * @param partner who sends it: {@code acme} over AS2, {@code nordwind} over SFTP
 * @param sample folder under {@code edi-samples}
 * @param acknowledgement A, E, P or R of AK901, or 7, 8, 4 of UCI
 * @param kind of the canonical message; empty if there must be none
 */
record Scene(String partner, String sample, String acknowledgement, String kind) {

    static final List<Scene> ALL =
            List.of(
                    new Scene("acme", "x12/180/request-accepted", "A", "return.request"),
                    new Scene("acme", "x12/180/accepted-with-errors", "E", "return.request"),
                    new Scene("acme", "x12/180/rejected-segment-missing", "R", ""),
                    new Scene("acme", "x12/856/return-shipment-accepted", "A", "return.shipment"),
                    new Scene("acme", "x12/856/partial-second-rejected", "P", "return.shipment"),
                    new Scene(
                            "nordwind", "edifact/retann/d01b-accepted", "7", "return.announcement"),
                    new Scene(
                            "nordwind",
                            "edifact/retann/d96a-en-accepted",
                            "7",
                            "return.announcement"),
                    new Scene("nordwind", "edifact/retann/rejected-line-missing", "4", ""),
                    new Scene("nordwind", "edifact/desadv/d01b-accepted", "7", "return.shipment"));

    boolean overAs2() {
        return partner.equals("acme");
    }

    /** How many deliveries to endpoints there must be. */
    int deliveries() {
        return kind.isEmpty() ? 0 : 2;
    }
}
