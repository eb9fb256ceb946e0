package io.retrogate.acknowledge;

import io.retrogate.edi.GroupReport;

/** A transaction set of an X12 answer. */
interface AnswerSet {

    /** The group that it answers, or that holds what it answers. */
    GroupReport group();

    /** GS01. */
    String code();

    /** GS08. */
    String version();

    /**
     * From ST to SE.
     *
     * @param ordinal within its group, from 1
     */
    void write(Segments segments, int ordinal, Issue issue);
}
