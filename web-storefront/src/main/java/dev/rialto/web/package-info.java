/**
 * The pages people see: shops for shoppers, the console for staff.
 *
 * <p>Shopper pages call {@code port} only, so that they also run where the mall's database does not; {@code local}
 * answers the ports from the boundaries of this process. The console calls boundaries.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web;
