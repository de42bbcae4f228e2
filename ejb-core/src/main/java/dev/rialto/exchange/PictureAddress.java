package dev.rialto.exchange;

/** Where a picture is to be had, and what it shows. */
record PictureAddress(long line, String address, String alt) {}
