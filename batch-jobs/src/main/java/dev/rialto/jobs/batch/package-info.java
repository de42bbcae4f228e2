/**
 * The jobs of Jakarta Batch: imports of goods, batches of codes, closings of periods, comparisons with providers and
 * greetings. Each has a start that takes up what waits or whose unit has died, an execution that opens and ends its run, a
 * reader and a writer; what is done stands in the domain's own rows, from where another execution goes on.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.jobs.batch;
