package vn.loa.media;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import vn.loa.http.Fingerprint;
import vn.loa.http.MediaTypes;
import vn.loa.http.body.BodyReader;
import vn.loa.http.body.FormPart;
import vn.loa.http.body.MultipartForm;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** A file as a request brings it: as the body, or as the part {@code file} of a form. */
record UploadedFile(FileName name, FileContent content, byte[] bytes) {

    private static final String PART = "file";
    /** What clients send that do not know the type of a file: then its bytes say it. */
    private static final String ANY_BYTES = "application/octet-stream";

    /**
     * What makes two uploads the same request: a form that is made anew for another attempt has another boundary around the
     * same file.
     */
    byte[] identity() {
        return Fingerprint.of(name.value() + "\n", bytes);
    }

    /**
     * @param type of the body
     * @param fileName the parameter; null when it is not given
     * @param limit of the file, in bytes
     * @throws vn.loa.problem.ProblemException 400, 413, 415 or 422 when there is no such file
     */
    static UploadedFile of(RoutingContext request, MediaType type, String fileName, long limit) {
        Buffer read = request.body().buffer();
        ByteBuf body = read == null ? Unpooled.EMPTY_BUFFER : read.getByteBuf();
        if (type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
            FormPart part = onlyPart(MultipartForm.parts(body, type.getParameters().get("boundary")));
            if (part.content().readableBytes() > limit) {
                throw BodyReader.tooLarge(limit).asException();
            }
            return of(part.content(), declared(part), fileName == null ? part.fileName() : fileName, "/" + PART);
        }
        return of(body, Optional.of(type(type == null ? "" : type.getType() + "/" + type.getSubtype())), fileName, "");
    }

    private static FormPart onlyPart(List<FormPart> parts) {
        for (FormPart part : parts) {
            if (!part.name().equals(PART)) {
                String name = part.name().replace("~", "~0").replace("/", "~1");
                throw malformed("The part '" + part.name() + "' is not known.", "/" + name, "unknown-field", "is not known");
            }
        }
        if (parts.isEmpty()) {
            throw malformed("The form has no part 'file'.", "/" + PART, "missing", "is needed");
        }
        if (parts.size() > 1) {
            throw malformed("The form has several parts 'file'.", "/" + PART, "repeated", "may be given once");
        }
        return parts.get(0);
    }

    private static RuntimeException malformed(String detail, String pointer, String code, String message) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).withError(new Problem.FieldError(pointer, null, code, message))
                .asException();
    }

    private static Optional<FileType> declared(FormPart part) {
        return part.contentType() == null || ANY_BYTES.equals(MediaTypes.name(part.contentType())) ? Optional.empty()
                : Optional.of(type(MediaTypes.name(part.contentType())));
    }

    /** Checks the type, because the framework accepts requests without one. */
    private static FileType type(String mediaType) {
        return FileType.ofMediaType(mediaType).orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The Content-Type has to be one of " + FileType.names() + ".").asException());
    }

    private static UploadedFile of(ByteBuf content, Optional<FileType> declared, String fileName, String pointer) {
        if (fileName == null) {
            throw Problem.invalidParameter("fileName", "missing", "is needed").asException();
        }
        if (!content.isReadable()) {
            throw Problem.of(ProblemType.MALFORMED_BODY, "The file is empty.").asException();
        }
        // The body was read on the event loop. A method parameter would be another copy of it.
        byte[] bytes = ByteBufUtil.getBytes(content);
        FileContent found = FileContent.of(bytes).orElseThrow(() ->
                refused(pointer, "is no whole file of any of the types " + FileType.names()));
        declared.filter(type -> type != found.type()).ifPresent(type -> {
            throw refused(pointer, "is of the type " + found.type().mediaType() + ", and not " + type.mediaType()
                    + " as the Content-Type says");
        });
        FileName name = FileName.of(fileName, found.type()).orElseThrow(() ->
                Problem.invalidParameter("fileName", "wrong-form", "must name a file").asException());
        return new UploadedFile(name, found, bytes);
    }

    private static RuntimeException refused(String pointer, String message) {
        return Problem.of(ProblemType.INVALID_CONTENT, "The file " + message + ".")
                .withError(new Problem.FieldError(pointer, null, "wrong-type", message)).asException();
    }
}
