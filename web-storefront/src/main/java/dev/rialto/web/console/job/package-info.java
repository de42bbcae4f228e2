/** Work in the background as people see it: how far it is, what it could not take, and how to stop it. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.job;
