package io.retrogate.validate;

/** The same with as many documents as {@code pom.xml} says: too slow for every change. */
class LaneEquivalenceIT extends LaneEquivalenceTest {}
