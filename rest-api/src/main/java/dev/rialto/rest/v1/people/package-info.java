/** Members' own data, in records of the partner contract. */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1.people;
