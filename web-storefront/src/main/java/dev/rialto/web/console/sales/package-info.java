/** What was sold: by period, company, goods and shop; as table, chart, file and statement. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.sales;
