/** The gateway as partners call it. */
package dev.rialto.system.gateway;
