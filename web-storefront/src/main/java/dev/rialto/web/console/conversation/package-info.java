@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.conversation;
