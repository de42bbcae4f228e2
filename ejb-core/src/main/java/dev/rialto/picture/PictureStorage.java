package dev.rialto.picture;

import java.util.Optional;

/** Where the bytes of pictures are kept: the port to a folder or an object store. */
interface PictureStorage {

    /** Keeps bytes under a name; a name stands for its content and is never written twice with another. */
    void put(String name, byte[] bytes);

    Optional<byte[]> get(String name);
}
