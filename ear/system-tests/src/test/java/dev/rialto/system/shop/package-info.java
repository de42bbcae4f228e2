/** What shoppers see: the shops' answers, browsing, cart, checkout and look, over HTTP and in the browser. */
package dev.rialto.system.shop;
