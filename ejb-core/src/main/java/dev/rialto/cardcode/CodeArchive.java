package dev.rialto.cardcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Codes as a CSV file in a ZIP that is encrypted with AES-256. */
final class CodeArchive {
    private CodeArchive() {}

    static byte[] of(String sku, List<BatchBook.Readable> codes, String password) {
        ZipParameters how = new ZipParameters();
        how.setFileNameInZip("codes.csv");
        how.setEncryptFiles(true);
        how.setEncryptionMethod(EncryptionMethod.AES);
        how.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, password.toCharArray())) {
            zip.putNextEntry(how);
            zip.write("number,product,code,expires_on\r\n".getBytes(StandardCharsets.UTF_8));
            for (BatchBook.Readable code : codes) {
                zip.write(line(sku, code).getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String line(String sku, BatchBook.Readable code) {
        return code.number() + ",\"" + sku.replace("\"", "\"\"") + "\"," + code.code() + "," + code.expiresOn()
                + "\r\n";
    }
}
