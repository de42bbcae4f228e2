/** That the documents tell the truth. */
package dev.rialto.system.docs;
