/** Recharge codes from the console to the recharge page, the API and the provider. */
package dev.rialto.system.recharge;
