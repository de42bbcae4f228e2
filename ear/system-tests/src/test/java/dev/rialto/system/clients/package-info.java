/** Clients that are generated from the contract work. */
package dev.rialto.system.clients;
