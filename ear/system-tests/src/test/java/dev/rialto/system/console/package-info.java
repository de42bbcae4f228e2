/** The console as operators and sellers see it. */
package dev.rialto.system.console;
