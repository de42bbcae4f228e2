/** Whom one deals with: sellers who are checked, terms, reports, reviews and questions. */
package dev.rialto.system.trust;
