/** The demo mall as people find it after the first start. */
package dev.rialto.system.demo;
